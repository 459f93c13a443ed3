import { formatPath, isRecord, placesAt, valueAt, type ConfigPath, type Place } from './path.ts';
import { legacyKeys, type LegacyKey } from './legacy-keys.ts';

/** A place in a configuration that holds a setting of an earlier version. */
export interface LegacyPlace extends Place {
  /** Where it belongs now: the same path when only its value is old, none when it is to be dropped. */
  readonly to: ConfigPath | undefined;
  readonly newValue: unknown;
  readonly tolerated: boolean;
}

/** Everything in a configuration that the gateway would rename, move or drop when it starts. */
export function legacyPlaces(config: unknown): readonly LegacyPlace[] {
  const found = legacyKeys.flatMap((key) =>
    placesAt(config, key.at).flatMap((place) => toLegacyPlace(key, place)),
  );
  return [...listPlace(config), ...found];
}

function toLegacyPlace({ at, to, convert, tolerated }: LegacyKey, place: Place): readonly LegacyPlace[] {
  const newValue = convert ? convert(place.value) : place.value;
  if (to !== undefined && newValue === undefined) return [];
  const newPath = to === undefined ? undefined : target(at, to, place.path);
  return [{ ...place, to: newPath, newValue, tolerated: tolerated === true }];
}

/** `agents.list` becomes `agents.entries`, with the ids as keys. */
function listPlace(config: unknown): readonly LegacyPlace[] {
  const path = ['agents', 'list'];
  const value = valueAt(config, path);
  if (!Array.isArray(value) || valueAt(config, ['agents', 'entries']) !== undefined) return [];
  return [{ path, value, to: ['agents', 'entries'], newValue: value, tolerated: true }];
}

/** The new path, in which each `*` is what it was in the old one. */
function target(at: string, to: string, path: ConfigPath): ConfigPath {
  const wild = at.split('.').flatMap((segment, index) => (segment === '*' ? [path[index] ?? ''] : []));
  return to.split('.').map((segment) => (segment === '*' ? (wild.shift() ?? '') : segment));
}

/** Whether nothing stands in the way of a move: the new place is free, and objects lead to it. */
export function isFree(config: unknown, { path, to }: LegacyPlace): boolean {
  if (!to || formatPath(to) === formatPath(path)) return true;
  if (valueAt(config, to) !== undefined) return false;
  const owners = to.slice(0, -1).map((_, index) => valueAt(config, to.slice(0, index + 1)));
  return owners.every((owner) => owner === undefined || isRecord(owner) || Array.isArray(owner));
}
