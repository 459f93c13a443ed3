import * as l10n from '@vscode/l10n';
import type { Machine } from './model.ts';

/** What flyctl lets a machine have, in MB. */
export interface MemoryLimits {
  readonly min: number;
  readonly max: number;
  /** The memory is a multiple of this. */
  readonly step: number;
}

/** For each CPU; flyctl's `machine update` refuses anything else (validation of the guest in fly-go). */
const perCpu: Readonly<Record<string, MemoryLimits>> = {
  shared: { min: 256, max: 2_048, step: 256 },
  performance: { min: 2_048, max: 8_192, step: 1_024 },
};

type Cpus = Pick<Machine, 'cpuKind' | 'cpus'>;

/** How much memory a machine with these CPUs may have; `undefined` for kinds that are not known. */
export function memoryLimits({ cpuKind, cpus }: Cpus): MemoryLimits | undefined {
  const each = perCpu[cpuKind];
  return each && { min: each.min * cpus, max: each.max * cpus, step: each.step };
}

/** The name of the size in Fly's words, e.g. `shared-cpu-2x`. */
export function sizeName({ cpuKind, cpus }: Cpus): string {
  return `${cpuKind === 'shared' ? 'shared-cpu' : cpuKind}-${cpus}x`;
}

/** An amount of memory for people, e.g. `2 GB` or `256 MB`. */
export function memoryText(mb: number): string {
  return mb >= 1_024 && mb % 256 === 0 ? `${mb / 1_024} GB` : `${mb} MB`;
}

/** Amounts worth offering: the least that is allowed, and each double of it up to the most; `wanted` if it is allowed. */
export function memoryChoices(
  { min, max, step }: MemoryLimits,
  wanted: readonly number[],
): readonly number[] {
  const choices = new Set(wanted.filter((mb) => mb >= min && mb <= max && mb % step === 0));
  for (let mb = min; mb <= max; mb *= 2) choices.add(mb);
  return [...choices].sort((a, b) => a - b);
}

/**
 * Why flyctl would not take an amount of memory; `undefined` when it would.
 * @param text A number of MB, as somebody typed it.
 * @param limits Those of the CPUs, where they are known.
 */
export function memoryProblem(text: string, limits: MemoryLimits | undefined): string | undefined {
  if (!/^[1-9]\d*$/.test(text)) return l10n.t('Write a number of MB, for example 2048.');
  const mb = Number(text);
  if (!limits) return undefined;
  const { min, max, step } = limits;
  if (mb < min || mb > max) return l10n.t('These CPUs can have {0} to {1} MB.', min, max);
  return mb % step === 0 ? undefined : l10n.t('It has to be a multiple of {0} MB.', step);
}
