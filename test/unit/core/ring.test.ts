import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ring } from '../../../src/core/ring.ts';

describe('Ring', () => {
  it('keeps exactly the newest items, oldest first, each at its position', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.integer()), (capacity, items) => {
        const ring = new Ring<number>({ capacity });
        for (const item of items) ring.push(item);
        expect([...ring]).toEqual(items.slice(-capacity));
        expect(ring.end).toBe(items.length);
        expect(ring.first).toBe(Math.max(0, items.length - capacity));
        for (const position of items.keys()) {
          expect(ring.at(position)).toBe(position < ring.first ? undefined : items[position]);
        }
      }),
    );
  });

  it('keeps no more than may be weighed, and the newest item whatever it weighs', () => {
    const ring = new Ring<number>({ capacity: 10, maxWeight: 5, weigh: (item) => item });
    const kept = [1, 2, 2, 1, 9, 1].map((item) => {
      ring.push(item);
      return [...ring];
    });
    expect(kept).toEqual([[1], [1, 2], [1, 2, 2], [2, 2, 1], [9], [1]]);
  });

  it('gives the newest items back, and goes on in their place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, at) => {
        const ring = new Ring<number>({ capacity: 7, maxWeight: 7, weigh: () => 1 });
        for (const item of items) ring.push(item);
        const kept = [...ring];
        const count = at % (kept.length + 1);
        expect(ring.truncate(ring.first + count)).toEqual(kept.slice(count));
        ring.push(1);
        expect([...ring]).toEqual([...kept.slice(0, count), 1].slice(-7));
      }),
    );
  });

  it('starts again after clear, also when it had wrapped around, and counts on', () => {
    const ring = new Ring<string>({ capacity: 2 });
    for (const item of ['a', 'b', 'c']) ring.push(item);
    ring.clear();
    expect([...ring]).toEqual([]);
    for (const item of ['d', 'e', 'f']) ring.push(item);
    expect([...ring]).toEqual(['e', 'f']);
    expect([ring.first, ring.end, ring.at(5)]).toEqual([4, 6, 'f']);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a capacity of %s', (capacity) => {
    expect(() => new Ring({ capacity })).toThrow(RangeError);
  });
});
