import { expect, it } from 'vitest';
import { durationMs } from '../../../src/fly/duration.ts';

it.each([
  ['10s', 10_000],
  ['1m30s', 90_000],
  ['500ms', 500],
  ['1.5h', 5_400_000],
  ['', undefined],
  ['10', undefined],
  ['10 s', undefined],
  ['soon', undefined],
])('reads the duration %j', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});
