import { describe, expect, it } from 'vitest';
import { duration, gapText, timeOfDay } from '../../../webview/logs/format.ts';

const noon = new Date(2026, 10, 21, 12, 4, 5, 6).getTime();

describe('timeOfDay', () => {
  it('is local, aligned and to the millisecond', () => {
    expect(timeOfDay(noon, false)).toBe('12:04:05.006');
  });

  it('can be that of UTC', () => {
    expect(timeOfDay(Date.UTC(2026, 10, 21, 23, 4, 5, 6), true)).toBe('23:04:05.006');
  });
});

describe('gapText', () => {
  it('says between which times', () => {
    expect(gapText({ kind: 'gap', id: 0, from: noon, to: noon + 61_000 }, false)).toBe(
      'Connection lost for 1 min 1 s. Lines between 12:04:05 and 12:05:06 may be missing.',
    );
  });
});

describe('duration', () => {
  it.each([
    [400, '1 s'],
    [59_000, '59 s'],
    [134_000, '2 min 14 s'],
    [7_320_000, '2 h 2 min'],
    [180_000_000, '2 d 2 h'],
  ])('says %i ms in two units', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});
