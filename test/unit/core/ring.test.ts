import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ring } from '../../../src/core/ring.ts';

describe('Ring', () => {
  it('keeps exactly the newest items, oldest first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.integer()), (capacity, items) => {
        const ring = new Ring<number>(capacity);
        for (const item of items) ring.push(item);
        expect([...ring]).toEqual(items.slice(-capacity));
        expect(ring.size).toBe(Math.min(capacity, items.length));
      }),
    );
  });

  it('starts again after clear, also when it had wrapped around', () => {
    const ring = new Ring<string>(2);
    for (const item of ['a', 'b', 'c']) ring.push(item);
    ring.clear();
    expect(ring.toArray()).toEqual([]);
    for (const item of ['d', 'e', 'f']) ring.push(item);
    expect(ring.toArray()).toEqual(['e', 'f']);
  });

  it('hands out copies that later additions do not change', () => {
    const ring = new Ring<number>(2);
    ring.push(1);
    const before = ring.toArray();
    ring.push(2);
    expect(before).toEqual([1]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a capacity of %s', (capacity) => {
    expect(() => new Ring(capacity)).toThrow(RangeError);
  });
});
