import type { MachineConfig } from '../model.ts';
import { FlyError } from './failure.ts';

type Guest = MachineConfig['guest'];

const SHARED_CPUS = [1, 2, 4, 6, 8];
const PERFORMANCE_CPUS = [1, 2, 4, 8, 16];

/** flyctl's own table, which `platform vm-sizes` prints. */
export const presets: Readonly<Record<string, Guest>> = Object.fromEntries([
  ...SHARED_CPUS.map((cpus) => [`shared-cpu-${String(cpus)}x`, guest('shared', cpus, 256)] as const),
  ...PERFORMANCE_CPUS.map(
    (cpus) => [`performance-${String(cpus)}x`, guest('performance', cpus, 2_048)] as const,
  ),
]);

function guest(kind: string, cpus: number, mbPerCpu: number): Guest {
  return { cpu_kind: kind, cpus, memory_mb: cpus * mbPerCpu };
}

/** @throws FlyError in words that are close to flyctl's, which lists all sizes */
export function presetOf(size: string): Guest {
  const preset = presets[size];
  if (preset) return preset;
  throw new FlyError(
    `invalid machine size requested, '${size}', available:\n${Object.keys(presets).join('\n')}`,
  );
}

const limits: Readonly<
  Record<string, { readonly min: number; readonly max: number; readonly step: number }>
> = {
  shared: { min: 256, max: 2_048, step: 256 },
  performance: { min: 2_048, max: 8_192, step: 1_024 },
};

/** @throws FlyError with flyctl's description and suggestion */
export function checkGuest({ cpu_kind: kind, cpus, memory_mb: memory }: Guest): void {
  const limit = limits[kind];
  if (!limit) throw new FlyError(`invalid CPU kind: ${kind}`);
  if (![...SHARED_CPUS, ...PERFORMANCE_CPUS].includes(cpus)) throw new FlyError('invalid number of CPUs');
  const [min, max] = [limit.min * cpus, limit.max * cpus];
  const range = `For ${kind} CPUs, the memory must be between ${String(min)}MiB and ${String(max)}MiB in steps of ${String(limit.step)}MiB`;
  if (memory % limit.step !== 0) throw new FlyError(`invalid memory size\n${range}\n`);
  if (memory < min) throw new FlyError(`memory size for config is too low\n${range}\n`);
  if (memory > max) throw new FlyError(`memory size for config is too high\n${range}\n`);
}
