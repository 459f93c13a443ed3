import { expect, test } from 'vitest';
import { machineCost, volumeCost } from '../../../src/fly/prices.ts';

/** The examples of https://fly.io/docs/about/pricing, in US dollars a month. */
test.each([
  ['shared', 1, 256, 'iad', 2.19],
  ['shared', 1, 512, 'iad', 3.69],
  ['shared', 1, 1024, 'iad', 6.7],
  ['shared', 2, 2048, 'iad', 13.39],
  ['performance', 1, 2048, 'iad', 33],
  ['performance', 2, 4096, 'ewr', 66],
  ['shared', 1, 1024, 'fra', 7.73],
  ['shared', 1, 1024, 'sin', 8.5],
])('a %s machine with %i CPUs and %i MB in %s costs about %f', (cpuKind, cpus, memoryMb, region, cost) => {
  const exact = machineCost({ cpuKind, cpus, memoryMb, region }) ?? 0;
  expect(Math.abs(exact - cost) / cost).toBeLessThan(0.01);
});

test('what is not known is not guessed', () => {
  expect(machineCost({ cpuKind: 'gpu', cpus: 8, memoryMb: 1024, region: 'iad' })).toBeUndefined();
  expect(machineCost({ cpuKind: 'shared', cpus: 1, memoryMb: 256, region: 'xyz' })).toBeUndefined();
  expect(machineCost({ cpuKind: 'shared', cpus: 0, memoryMb: 0, region: 'iad' })).toBeUndefined();
});

test('a volume costs by its size', () => expect(volumeCost({ sizeGb: 10 })).toBeCloseTo(1.5));
