import type { Machine, Volume } from './model.ts';

/**
 * US dollars for 30 days without a pause in the cheapest regions (`iad`, `ewr`), from https://fly.io/docs/about/pricing
 * (superfly/docs@0137eed, of 2026). Each CPU comes with some memory; only what is beyond it is paid for on its own.
 */
const prices: ReadonlyMap<string, { readonly perCpu: number; readonly memoryMbPerCpu: number }> = new Map([
  ['shared', { perCpu: 2.19, memoryMbPerCpu: 256 }],
  ['performance', { perCpu: 33, memoryMbPerCpu: 2048 }],
]);
const perGbOfMemory = 6;
const perGbOfVolume = 0.15;

/** By what machines of a region cost more, from the same source. */
const markups: ReadonlyMap<string, number> = new Map([
  ['ams', 1.04],
  ['arn', 1.04],
  ['bom', 1.08],
  ['cdg', 1.13],
  ['dfw', 1.25],
  ['ewr', 1],
  ['fra', 1.15],
  ['gru', 1.62],
  ['iad', 1],
  ['jnb', 1.3],
  ['lax', 1.2],
  ['lhr', 1.13],
  ['nrt', 1.31],
  ['ord', 1.25],
  ['sin', 1.27],
  ['sjc', 1.19],
  ['syd', 1.27],
  ['yyz', 1.12],
]);

/** About what the machine costs in a month in which it always runs, in US dollars; nothing where that is not known. */
export function machineCost({
  cpuKind,
  cpus,
  memoryMb,
  region,
}: Pick<Machine, 'cpuKind' | 'cpus' | 'memoryMb' | 'region'>): number | undefined {
  const price = prices.get(cpuKind);
  const markup = markups.get(region);
  if (!price || markup === undefined || cpus === 0) return undefined;
  const extraGb = Math.max(0, memoryMb - cpus * price.memoryMbPerCpu) / 1024;
  return (cpus * price.perCpu + extraGb * perGbOfMemory) * markup;
}

/** What the volume costs in a month, attached or not, in US dollars. */
export function volumeCost({ sizeGb }: Pick<Volume, 'sizeGb'>): number {
  return sizeGb * perGbOfVolume;
}
