import { describe, expect, it } from 'vitest';
import { RecentLines } from '../../../../src/fly/logs/recent.ts';
import { logEntry } from './fixtures.ts';

/** Adds lines that are told apart by their time, in whole numbers. */
function remember(lines: RecentLines, times: readonly number[], run: number): (number | undefined)[] {
  return times.map((time) => lines.add(logEntry({ timestamp: `at ${time}` }), time, run));
}

describe('RecentLines', () => {
  it('tells the run with which a line came, in whatever order lines come', () => {
    const lines = new RecentLines(100);
    expect(remember(lines, [5, 9, 2, 7, 9, 1], 1)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      1,
      undefined,
    ]);
    expect(remember(lines, [1, 2, 3, 5, 7, 9, 10], 2)).toEqual([1, 1, undefined, 1, 1, 1, undefined]);
  });

  it('tells apart lines of one time by timestamp, instance and message', () => {
    const lines = new RecentLines(100);
    const line = logEntry();
    const others = [{ timestamp: '2026-11-21T19:51:45.980000001Z' }, { instance: 'i' }, { message: 'm' }];
    lines.add(line, 1, 1);
    for (const other of others) expect(lines.add(logEntry(other), 1, 2)).toBeUndefined();
    expect(lines.add(logEntry(), 1, 2)).toBe(1);
  });

  it('remembers the newest ones at least', () => {
    const lines = new RecentLines(3);
    remember(lines, [1, 2, 3, 4, 5, 6], 1);
    expect(remember(lines, [4, 5, 6], 2)).toEqual([1, 1, 1]);
    expect(remember(lines, [1, 2, 3], 2)).toEqual([undefined, undefined, undefined]);
  });
});
