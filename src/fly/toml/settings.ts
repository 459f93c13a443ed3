import { toAutoStop } from '../machine-config.ts';
import type { AutoStop } from '../model.ts';
import type { FlyToml, TomlPath, TomlValue } from './fly-toml.ts';
import { isList, isTable } from './values.ts';

/** A setting with where it is in the file, or where it belongs when the file does not have it. */
export interface Setting<T> {
  readonly value?: T;
  readonly path: TomlPath;
}

/** Whether a table is for the group: it names it, or names none. */
export function serves(toml: FlyToml, at: TomlPath, group: string): boolean {
  const processes = toml.valueAt([...at, 'processes']);
  return !isList(processes) || processes.length === 0 || processes.includes(group);
}

/** The paths of a table, or of all tables of an array. */
export function tablesAt(toml: FlyToml, path: TomlPath): readonly TomlPath[] {
  const value = toml.valueAt(path);
  if (isList(value)) return value.flatMap((item, index) => (isTable(item) ? [[...path, index]] : []));
  return isTable(value) ? [path] : [];
}

/** The value at the path as `read` understands it. */
export function setting<T>(
  toml: FlyToml,
  path: TomlPath,
  read: (value: TomlValue) => T | undefined,
): Setting<T> {
  const written = toml.valueAt(path);
  const value = written === undefined ? undefined : read(written);
  return value === undefined ? { path } : { path, value };
}

export function toText(value: TomlValue): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function toNumber(value: TomlValue): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function toStop(value: TomlValue): AutoStop | undefined {
  return typeof value === 'string' || typeof value === 'boolean' ? toAutoStop(value) : undefined;
}
