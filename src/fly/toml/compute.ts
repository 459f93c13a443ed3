import type { FlyToml, TomlPath, TomlValue } from './fly-toml.ts';
import { serves, setting, type Setting, tablesAt } from './settings.ts';

/** The memory of Fly's sizes for each CPU, in MB, as `flyctl platform vm-sizes` has it. */
const mbPerCpu: Readonly<Record<string, number>> = { shared: 256, performance: 2_048 };

const sizePattern = /^(shared|performance)(?:-cpu)?-(\d+)x$/;

/** The memory that a fly.toml gives to a group of processes, in MB. */
export function readMemory(toml: FlyToml, group: string): Setting<number> {
  const at = tablesAt(toml, ['vm']).find((path) => serves(toml, path, group)) ?? ['vm', 0];
  const named = [
    [...at, 'memory'],
    [...at, 'memory_mb'],
  ].find((path) => toml.valueAt(path) !== undefined);
  if (named) return setting(toml, named, toMb);
  const size = setting(toml, [...at, 'size'], sizeToMb);
  return { path: [...at, 'memory'], ...(size.value !== undefined && { value: size.value }) };
}

/**
 * The CPUs that a fly.toml gives to a group of processes; `undefined` when it says nothing about them, so that a deploy
 * leaves them as they are.
 */
export function readCpus(
  toml: FlyToml,
  group: string,
): { readonly cpuKind: string; readonly cpus: number } | undefined {
  const at = tablesAt(toml, ['vm']).find((path) => serves(toml, path, group));
  if (!at) return undefined;
  const [, kind, count] = sizePattern.exec(String(toml.valueAt([...at, 'size']) ?? '')) ?? [];
  const cpuKind = toml.valueAt([...at, 'cpu_kind']) ?? kind;
  const cpus = toml.valueAt([...at, 'cpus']) ?? (count === undefined ? undefined : Number(count));
  if (cpuKind === undefined && cpus === undefined) return undefined;
  return {
    cpuKind: typeof cpuKind === 'string' ? cpuKind : 'shared',
    cpus: typeof cpus === 'number' ? cpus : 1,
  };
}

/** How a fly.toml writes an amount of memory at that place. */
export function writeMemory(toml: FlyToml, path: TomlPath, mb: number): TomlValue {
  return path.at(-1) === 'memory_mb' || typeof toml.valueAt(path) === 'number' ? mb : `${mb}mb`;
}

/** Megabytes, or a number with `mb` or `gb`. */
function toMb(value: TomlValue): number | undefined {
  if (typeof value === 'number') return value;
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*(mb?|gb?)?\s*$/i.exec(String(value)) ?? [];
  if (amount === undefined) return undefined;
  return Number(amount) * (/^g/i.test(unit ?? '') ? 1_024 : 1);
}

function sizeToMb(value: TomlValue): number | undefined {
  const [, kind, cpus] = sizePattern.exec(String(value)) ?? [];
  const each = mbPerCpu[kind ?? ''];
  return each === undefined ? undefined : each * Number(cpus);
}
