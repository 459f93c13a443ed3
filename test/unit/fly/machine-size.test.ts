import { expect, it } from 'vitest';
import {
  memoryChoices,
  memoryLimits,
  memoryProblem,
  memoryText,
  sizeName,
} from '../../../src/fly/machine-size.ts';

it('knows what flyctl takes for shared and for whole CPUs', () => {
  expect(memoryLimits({ cpuKind: 'shared', cpus: 2 })).toEqual({ min: 512, max: 4_096, step: 256 });
  expect(memoryLimits({ cpuKind: 'performance', cpus: 4 })).toEqual({ min: 8_192, max: 32_768, step: 1_024 });
  expect(memoryLimits({ cpuKind: 'a10', cpus: 1 })).toBeUndefined();
});

it('names sizes as Fly does', () => {
  expect(sizeName({ cpuKind: 'shared', cpus: 2 })).toBe('shared-cpu-2x');
  expect(sizeName({ cpuKind: 'performance', cpus: 1 })).toBe('performance-1x');
});

it.each([
  [256, '256 MB'],
  [1_024, '1 GB'],
  [1_536, '1.5 GB'],
  [2_000, '2000 MB'],
])('writes %s MB as %s', (mb, text) => {
  expect(memoryText(mb)).toBe(text);
});

it('offers doubles of the least, and what is wanted where it is allowed', () => {
  const limits = { min: 512, max: 4_096, step: 256 };
  expect(memoryChoices(limits, [768, 2_048, 300, 8_192])).toEqual([512, 768, 1_024, 2_048, 4_096]);
});

it.each([
  ['2048', undefined],
  ['512', undefined],
  ['256', 'These CPUs can have 512 to 4096 MB.'],
  ['8192', 'These CPUs can have 512 to 4096 MB.'],
  ['2000', 'It has to be a multiple of 256 MB.'],
  ['2 GB', 'Write a number of MB, for example 2048.'],
  ['', 'Write a number of MB, for example 2048.'],
])('judges what somebody typed: %s', (text, problem) => {
  expect(memoryProblem(text, { min: 512, max: 4_096, step: 256 })).toBe(problem);
});

it('takes any number where the limits are not known', () => {
  expect(memoryProblem('77', undefined)).toBeUndefined();
});
