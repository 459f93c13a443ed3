import type { FlyToml, TomlPath, TomlValue } from './fly-toml.ts';
import { serves, setting, type Setting, tablesAt } from './settings.ts';

/** The memory of Fly's sizes for each CPU, in MB, as `flyctl platform vm-sizes` has it. */
const mbPerCpu: Readonly<Record<string, number>> = { shared: 256, performance: 2_048 };

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
  const [, kind, cpus] = /^(shared|performance)(?:-cpu)?-(\d+)x$/.exec(String(value)) ?? [];
  const each = mbPerCpu[kind ?? ''];
  return each === undefined ? undefined : each * Number(cpus);
}
