import { childrenOf, isRecord, type ConfigPath } from './check/path.ts';
import { valueOf } from './check/read.ts';

export { effectOf, type Effect } from './reload-rules.ts';

/** One difference in meaning between two configurations. It has no values, because some are secret. */
export interface ConfigChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Of the value that was added, removed or changed, as far down as both configurations agree; `[]` is the whole. */
  readonly path: ConfigPath;
}

interface Difference extends ConfigChange {
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What changes in meaning when a configuration is replaced; comments, formatting and the order of keys mean nothing. When
 * one of the texts cannot be read as JSON5, the whole changes unless they are equal.
 * @param oldText `null` for no file, which means the same as an empty object.
 */
export function describeChanges(oldText: string | null, newText: string): readonly ConfigChange[] {
  return differences(oldText, newText).map(({ kind, path }) => ({ kind, path }));
}

/**
 * The paths of every changed value, for `effectOf`: objects that come or go are taken apart to their innermost values,
 * because the gateway, too, judges them by what is in them.
 */
export function changedPaths(oldText: string | null, newText: string): readonly ConfigPath[] {
  return differences(oldText, newText).flatMap(({ path, before, after }) => {
    const object = [before, after].find((value) => isRecord(value) && Object.keys(value).length > 0);
    return object === undefined ? [path] : innermost(object, path);
  });
}

function differences(oldText: string | null, newText: string): readonly Difference[] {
  if (oldText === newText) return [];
  const before = oldText === null ? { value: {} } : read(oldText);
  const after = read(newText);
  return before && after
    ? compare(before.value, after.value, [])
    : [{ kind: 'changed', path: [], before: undefined, after: undefined }];
}

function read(text: string): { readonly value: unknown } | undefined {
  const value = valueOf(text);
  return value === undefined ? undefined : { value };
}

function compare(before: unknown, after: unknown, path: ConfigPath): readonly Difference[] {
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
      const inside = [...path, key];
      if (!Object.hasOwn(before, key)) return difference('added', inside, undefined, after[key]);
      if (!Object.hasOwn(after, key)) return difference('removed', inside, before[key], undefined);
      return compare(before[key], after[key], inside);
    });
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, index) => compare(item, after[index], [...path, index]));
  }
  const same = before === after || (Number.isNaN(before) && Number.isNaN(after));
  return same ? [] : difference('changed', path, before, after);
}

function difference(
  kind: ConfigChange['kind'],
  path: ConfigPath,
  before: unknown,
  after: unknown,
): readonly Difference[] {
  return [{ kind, path, before, after }];
}

function innermost(value: unknown, path: ConfigPath): readonly ConfigPath[] {
  if (!isRecord(value)) return [path];
  const children = childrenOf(value);
  return children.length === 0
    ? [path]
    : children.flatMap(([key, child]) => innermost(child, [...path, key]));
}
