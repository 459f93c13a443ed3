import { describe, expect, it } from 'vitest';
import { SlidingList } from '../../../../src/features/logs/sliding-list.ts';

function listOf(count: number): SlidingList<number> {
  const list = new SlidingList<number>();
  for (let item = 0; item < count; item++) list.push(item);
  return list;
}

describe('SlidingList', () => {
  it('keeps positions while the oldest items go, however many', () => {
    const list = listOf(10_000);
    for (let item = 0; item < 9_000; item++) expect(list.shift()).toBe(item);
    expect([list.first, list.end]).toEqual([9_000, 10_000]);
    expect([list.at(8_999), list.at(9_000), list.at(9_999), list.at(10_000)]).toEqual([
      undefined,
      9_000,
      9_999,
      undefined,
    ]);
    list.push(10_000);
    expect(list.at(10_000)).toBe(10_000);
  });

  it('gives those of the wanted items that are there', () => {
    const list = listOf(10);
    list.shift();
    expect(list.slice(-5, 3)).toEqual([1, 2]);
    expect(list.slice(8, 99)).toEqual([8, 9]);
    expect(list.slice(5, 4)).toEqual([]);
    expect(list.slice(-9, -1)).toEqual([]);
  });

  it('finds the first item from which on all are wanted', () => {
    const list = listOf(3_000);
    for (let item = 0; item < 2_000; item++) list.shift();
    expect(list.search((item) => item >= 2_500)).toBe(2_500);
    expect(list.search(() => true)).toBe(2_000);
    expect(list.search(() => false)).toBe(3_000);
  });

  it('has nothing to drop when it is empty', () => {
    const list = listOf(1);
    list.shift();
    expect(list.shift()).toBeUndefined();
    expect([list.first, list.end]).toEqual([1, 1]);
  });
});
