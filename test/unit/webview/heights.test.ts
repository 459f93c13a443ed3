import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Heights } from '../../../webview/ui/heights.ts';

function heightsOf(values: readonly number[]): Heights {
  const heights = new Heights();
  for (const value of values) heights.push(value);
  return heights;
}

const values = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 60 });

describe('Heights', () => {
  it('knows where items start and which one is at a place, also after corrections', () => {
    const corrections = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 100 })), { maxLength: 20 });
    fc.assert(
      fc.property(values, corrections, fc.nat({ max: 6_000 }), (initial, changes, place) => {
        const heights = heightsOf(initial);
        const plain = [...initial];
        for (const [position, height] of changes) {
          heights.set(position % plain.length, height);
          plain[position % plain.length] = height;
        }
        const starts = plain.map((_, index) =>
          plain.slice(0, index).reduce((sum, height) => sum + height, 0),
        );
        expect(starts.map((_, index) => heights.startOf(index))).toEqual(starts);
        expect(plain.map((_, index) => heights.get(index))).toEqual(plain);
        expect(heights.at(place)).toBe(starts.findLastIndex((start) => start <= place));
      }),
    );
  });

  it('takes the first or the last item for a place outside', () => {
    const heights = heightsOf([10, 20]);
    expect(heights.at(-5)).toBe(0);
    expect(heights.at(1_000)).toBe(1);
    expect(heights.total).toBe(30);
  });

  it('has nothing at first, and after clear', () => {
    const heights = heightsOf([]);
    expect([heights.at(0), heights.total, heights.length]).toEqual([-1, 0, 0]);
    heights.push(5);
    heights.clear();
    expect([heights.at(0), heights.total, heights.length]).toEqual([-1, 0, 0]);
    heights.push(7);
    expect(heights.total).toBe(7);
  });

  it('lets the oldest go, also while it grows', () => {
    const heights = heightsOf([]);
    const plain: number[] = [];
    for (let round = 0; round < 300; round++) {
      for (let index = 0; index < 50; index++) {
        heights.push(1 + ((round + index) % 7));
        plain.push(1 + ((round + index) % 7));
      }
      const gone = (round * 13) % 90;
      heights.drop(gone);
      plain.splice(0, gone);
      expect(heights.length).toBe(plain.length);
    }
    const starts = plain.map((_, index) => plain.slice(0, index).reduce((sum, height) => sum + height, 0));
    expect(plain.map((_, index) => heights.startOf(index))).toEqual(starts);
    expect(starts.map((start) => heights.at(start))).toEqual(starts.map((_, index) => index));
    heights.set(3, 50);
    expect(heights.startOf(4)).toBe((starts[3] ?? 0) + 50);
    expect(heights.at(-1)).toBe(0);
  });

  it('grows as far as needed', () => {
    const heights = heightsOf(Array.from({ length: 10_000 }, () => 2));
    expect(heights.total).toBe(20_000);
    expect(heights.at(9_999)).toBe(4_999);
  });
});
