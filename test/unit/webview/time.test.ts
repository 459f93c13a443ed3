import { expect, it } from 'vitest';
import { ago } from '../../../webview/ui/time.ts';

it.each([
  [-1, 'just now'],
  [4_999, 'just now'],
  [12_300, '12 s ago'],
  [59_999, '59 s ago'],
  [60_000, '1 min ago'],
  [3_600_000, '1 h ago'],
  [47 * 3_600_000, '47 h ago'],
  [50 * 3_600_000, '2 d ago'],
])('%d ms are %s', (ms, text) => {
  expect(ago(ms)).toBe(text);
});
