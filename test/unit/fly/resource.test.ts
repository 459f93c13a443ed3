import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { differ, Reads, sharing } from '../../../src/fly/resource.ts';

describe('differ', () => {
  test('says whether two pieces of data are another as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(differ({ data: one }, { data: structuredClone(one) })).toBe(false);
        const isAnother = JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other));
        expect(differ({ data: one }, { data: other })).toBe(isAnother);
      }),
    );
  });

  test.each([
    [{}, []],
    [[undefined], []],
    [{ a: undefined }, { b: undefined }],
    [null, {}],
  ])('tells %o from %o', (one, other) => expect(differ({ data: one }, { data: other })).toBe(true));

  test('takes another reason for another result, and a later time for the same', () => {
    const error = new Failure('offline');
    expect(differ({ data: 1, fetchedAt: 1 }, { data: 1, fetchedAt: 2 })).toBe(false);
    expect(differ({ data: 1 }, { data: 1, error })).toBe(true);
  });
});

test('records that are as they were stay the same objects', () => {
  const before = { data: [{ id: 1, events: ['a'] }, { id: 2 }], fetchedAt: 1 };
  const now = sharing<unknown>(before, { data: [{ id: 1, events: ['a'] }, { id: 3 }], fetchedAt: 2 });
  expect(now).toEqual({ data: [{ id: 1, events: ['a'] }, { id: 3 }], fetchedAt: 2 });
  expect(now.data?.[0]).toBe(before.data[0]);
});

test('an answer that was asked for earlier than the one that is held is no news', () => {
  const reads = new Reads();
  const [first, second] = [reads.begin(), reads.begin()];
  expect(reads.isNews('a', second)).toBe(true);
  expect(reads.isNews('a', first)).toBe(false);
  expect(reads.isNews('b', first)).toBe(true);
});

/** The value with the keys of its objects in their order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { entries: entries.map(([key, inner]) => [key, sorted(inner)]) };
}
