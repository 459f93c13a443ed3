/** Keys and array indices from the root to a value. */
export type ConfigPath = readonly (string | number)[];

export type ConfigRecord = Readonly<Record<string, unknown>>;

/** A value in a configuration and where it stands. */
export interface Place {
  readonly path: ConfigPath;
  readonly value: unknown;
}

export function isRecord(value: unknown): value is ConfigRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The path as people write it, `agents.entries.main`; empty for the root. */
export function formatPath(path: ConfigPath): string {
  return path.join('.');
}

export function startsWith(path: ConfigPath, prefix: ConfigPath): boolean {
  return prefix.every((segment, index) => path[index] === segment);
}

type Children = readonly (readonly [string | number, unknown])[];

/** Hundreds of rules ask for the same objects. */
const knownChildren = new WeakMap<object, Children>();

/** The keys and values of an object or array, which must not change any more; none for anything else. */
export function childrenOf(value: unknown): Children {
  if (typeof value !== 'object' || value === null) return [];
  const known = knownChildren.get(value);
  if (known) return known;
  const children = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : Object.entries(value);
  knownChildren.set(value, children);
  return children;
}

/** The object or array itself, or undefined where there is no such child. Inherited properties do not count. */
export function childOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function valueAt(root: unknown, path: ConfigPath): unknown {
  return path.reduce(childOf, root);
}

/** The string at the path; undefined when something else is there, or nothing. */
export function stringAt(root: unknown, ...path: ConfigPath): string | undefined {
  const value = valueAt(root, path);
  return typeof value === 'string' ? value : undefined;
}

/** The object at the path; empty when something else is there, or nothing. */
export function recordAt(root: unknown, ...path: ConfigPath): ConfigRecord {
  const value = valueAt(root, path);
  return isRecord(value) ? value : {};
}

/** The array at the path; empty when something else is there, or nothing. */
export function arrayAt(root: unknown, ...path: ConfigPath): readonly unknown[] {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value : [];
}

/** A copy in which the object at the path is another one; the same when there is no object. */
export function replaceAt(root: unknown, path: ConfigPath, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (!isRecord(root)) return root;
  if (key === undefined) return replacement;
  if (!Object.hasOwn(root, key)) return root;
  const child = root[key];
  if (rest.length === 0)
    return isRecord(child) || Array.isArray(child) ? { ...root, [key]: replacement } : root;
  return { ...root, [key]: replaceAt(child, rest, replacement) };
}

/** A copy without the keys. */
export function without(record: ConfigRecord, keys: readonly string[]): ConfigRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/**
 * Every value that a pattern leads to, such as `channels.*.accounts.*.token`.
 *
 * @param pattern Segments joined by dots; `*` stands for any key of an object and any index of an array.
 */
export function placesAt(root: unknown, pattern: string): readonly Place[] {
  if (pattern === '') return [{ path: [], value: root }];
  let places: Place[] = [{ path: [], value: root }];
  const segments = pattern.split('.');
  for (const [index, segment] of segments.entries()) {
    places = places.flatMap((place) => step(place, segment, segments[index + 1]));
  }
  return places;
}

/** @param next Spares the places that lead nowhere: of many agents, few have what a rule is about. */
function step({ path, value }: Place, segment: string, next: string | undefined): Place[] {
  if (segment === '*') {
    const leadsOn = (child: unknown): boolean =>
      next === undefined || next === '*' || (isRecord(child) && Object.hasOwn(child, next));
    return childrenOf(value)
      .filter(([, child]) => leadsOn(child))
      .map(([key, child]) => ({ path: [...path, key], value: child }));
  }
  if (!isRecord(value) || !Object.hasOwn(value, segment)) return [];
  return [{ path: [...path, segment], value: value[segment] }];
}

/** Every value in the configuration that is neither object nor array, parents before children. */
export function* leavesOf(value: unknown, path: ConfigPath = []): Generator<Place> {
  const children = childrenOf(value);
  if (typeof value !== 'object' || value === null) yield { path, value };
  for (const [key, child] of children) yield* leavesOf(child, [...path, key]);
}
