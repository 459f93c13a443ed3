import type { Failure } from '../core/errors.ts';

/** Something read from Fly. A failed refresh keeps the old data and sets `error`; the next good one clears it. */
export interface Resource<T> {
  readonly data?: T;
  /** When `data` was read, in milliseconds since the epoch. */
  readonly fetchedAt?: number;
  /** Why the last refresh failed: `data`, if any, is stale. */
  readonly error?: Failure;
}

/** Whether a read of it has ended, well or badly. */
export function wasRead({ data, error }: Resource<unknown>): boolean {
  return data !== undefined || error !== undefined;
}

/** Whether somebody who looks at both sees a difference. */
export function differ(before: Resource<unknown>, after: Resource<unknown>): boolean {
  return before.error?.message !== after.error?.message || !same(before.data, after.data);
}

/** The resource as it is now, in which every record that is as it was, at the same place, is the very object from before. */
export function sharing<T>(
  before: Resource<readonly T[]>,
  after: Resource<readonly T[]>,
): Resource<readonly T[]> {
  const { data: old } = before;
  if (!old || !after.data) return after;
  const data = after.data.map((record, index) => {
    const held = old[index];
    return held !== undefined && same(held, record) ? held : record;
  });
  return { ...after, data };
}

/** Whether two values that could be written as JSON are equal; thousands of machines are compared at every refresh. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isKeyed(one) || !isKeyed(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/**
 * Counts reads as they start, so that an answer that was asked for earlier than the one that is held is known to show
 * what was before.
 */
export class Reads {
  readonly #held = new Map<string, number>();
  #count = 0;

  /** @returns The number of a read that starts now. */
  begin(): number {
    this.#count += 1;
    return this.#count;
  }

  /** Whether the read is the newest of the thing whose answer has come; it is held from now on. */
  isNews(key: string, read: number): boolean {
    if (read < (this.#held.get(key) ?? 0)) return false;
    this.#held.set(key, read);
    return true;
  }
}
