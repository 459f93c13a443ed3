import fc from 'fast-check';
import type { Guide, Path } from './guide.ts';
import { placesIn } from './guide.ts';
import { isObject, type Json, type JsonObject, type Sample } from './sample.ts';

/** Any number, once chosen: the same mutations every time. */
const seed = 20_260_921;

type Edit = (config: JsonObject, guide: Guide, where: number, what: number) => JsonObject;

/** Keep a configuration valid, as far as its schema tells. */
const gentle: readonly Edit[] = [setKnown, addKnown, drop];
/** Break it, mostly. */
const harsh: readonly Edit[] = [rename, retype, stretch];

/** Valid configurations with one to three edits each, of which the schema knows that about half stay valid. */
export function mutationSamples(valid: readonly Sample[], guide: Guide, count: number): Sample[] {
  const bases = valid.flatMap((sample) => {
    const config = tryParse(sample.text);
    return config && placesIn(config).length > 2 ? [{ name: sample.name, config }] : [];
  });
  const choice = fc.nat({ max: 1_000_000 });
  const edit = fc.tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...gentle) },
      { weight: 2, arbitrary: fc.constantFrom(...harsh) },
    ),
    choice,
    choice,
  );
  const mutation = fc.tuple(fc.constantFrom(...bases), fc.array(edit, { minLength: 1, maxLength: 3 }));
  return fc.sample(mutation, { seed, numRuns: count }).map(([base, edits], index) => {
    const config = edits.reduce(
      (result, [apply, where, what]) => apply(result, guide, where, what),
      base.config,
    );
    return {
      name: `mutation ${index} of ${base.name}`,
      text: JSON.stringify(config, undefined, 2),
      expected: undefined,
    };
  });
}

/** Another value that the schema takes. */
function setKnown(config: JsonObject, guide: Guide, where: number, what: number): JsonObject {
  const path = pick(
    placesIn(config).filter((place) => guide.valuesAt(place).length > 0),
    where,
  );
  return path ? replace(config, path, pick(guide.valuesAt(path), what)) : config;
}

/** A key that the schema knows. */
function addKnown(config: JsonObject, guide: Guide, where: number, what: number): JsonObject {
  const path = pick(
    [[], ...placesIn(config)].filter((place) => isObject(valueAt(config, place))),
    where,
  );
  const key = path && pick(guide.keysAt(path), what);
  if (!path || key === undefined) return config;
  const value = pick(guide.valuesAt([...path, key]), what);
  return value === undefined ? config : replace(config, [...path, key], value);
}

function drop(config: JsonObject, _guide: Guide, where: number): JsonObject {
  const path = pick(
    placesIn(config).filter((place) => typeof place.at(-1) === 'string'),
    where,
  );
  return path ? replace(config, path, undefined) : config;
}

/** A key with its last letter missing. */
function rename(config: JsonObject, _guide: Guide, where: number): JsonObject {
  const path = pick(
    placesIn(config).filter((place) => String(place.at(-1)).length > 2),
    where,
  );
  const key = path?.at(-1);
  if (!path || typeof key !== 'string') return config;
  const value = valueAt(config, path);
  const without = replace(config, path, undefined);
  return value === undefined ? config : replace(without, [...path.slice(0, -1), key.slice(0, -1)], value);
}

/** A value of any type. */
function retype(config: JsonObject, _guide: Guide, where: number, what: number): JsonObject {
  const path = pick(placesIn(config), where);
  return path
    ? replace(config, path, pick<Json>([null, true, 7, 'text', [], {}, ['text'], { key: 1 }], what))
    : config;
}

/** A number far away, a text that is empty. */
function stretch(config: JsonObject, _guide: Guide, where: number, what: number): JsonObject {
  const path = pick(
    placesIn(config).filter((place) => ['string', 'number'].includes(typeof valueAt(config, place))),
    where,
  );
  if (!path) return config;
  const values = typeof valueAt(config, path) === 'string' ? ['', ' ', 'x'.repeat(3000)] : [-1, 0, 0.5, 1e12];
  return replace(config, path, pick<Json>(values, what));
}

function pick<T>(from: readonly T[], choice: number): T | undefined {
  return from[choice % from.length];
}

function valueAt(value: Json | undefined, path: Path): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(key)], rest);
  return isObject(value) ? valueAt(value[key], rest) : undefined;
}

/** A copy with another value at the path, or without the key when there is none. */
function replace(config: JsonObject, path: Path, value: Json | undefined): JsonObject {
  const changed = replaceIn(config, path, value);
  return isObject(changed) ? changed : config;
}

function replaceIn(current: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(current)) {
    return current.map((item: Json, index) =>
      index === key ? (replaceIn(item, rest, value) ?? null) : item,
    );
  }
  if (!isObject(current)) return current;
  const child = replaceIn(current[key], rest, value);
  if (child !== undefined) return { ...current, [key]: child };
  return Object.fromEntries(Object.entries(current).filter(([name]) => name !== key));
}

function tryParse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
