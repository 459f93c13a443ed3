import type { TomlPath, TomlValue } from './fly-toml.ts';

type Table = { readonly [key: string]: TomlValue };

/** `Array.isArray` does not narrow readonly arrays. */
export function isList(value: TomlValue | undefined): value is readonly TomlValue[] {
  return Array.isArray(value);
}

export function isTable(value: TomlValue | undefined): value is Table {
  return typeof value === 'object' && !isList(value);
}

/** The value at a path; nothing when there is none. */
export function valueAt(value: TomlValue | undefined, path: TomlPath): TomlValue | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  return valueAt(child(value, part), rest);
}

/** A copy with another value at the path; tables and arrays are made as needed. */
export function withValue(value: TomlValue | undefined, path: TomlPath, wanted: TomlValue): TomlValue {
  const [part, ...rest] = path;
  if (part === undefined) return wanted;
  const changed = withValue(child(value, part), rest, wanted);
  if (typeof part === 'string') return { ...(isTable(value) ? value : {}), [part]: changed };
  return Object.assign(isList(value) ? [...value] : [], { [part]: changed });
}

function child(value: TomlValue | undefined, part: string | number): TomlValue | undefined {
  if (typeof part === 'number') return isList(value) ? value[part] : undefined;
  return isTable(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

/** What a parser of TOML made of a file; dates become texts. */
export function toTable(parsed: object): Table {
  return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, toValue(value)]));
}

function toValue(parsed: unknown): TomlValue {
  if (Array.isArray(parsed)) return parsed.map(toValue);
  if (parsed instanceof Date) return parsed.toISOString();
  if (typeof parsed === 'object' && parsed !== null) return toTable(parsed);
  return typeof parsed === 'number' || typeof parsed === 'boolean' ? parsed : String(parsed);
}
