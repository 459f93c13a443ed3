import { Positions } from './positions.ts';
import type { TextEdit } from './text.ts';

/** The text after edits that do not overlap; all places are those before. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const positions = new Positions(text);
  const changes = edits
    .map(({ range, text: replacement }) => ({
      start: positions.offset(range.start),
      end: positions.offset(range.end),
      replacement,
    }))
    .sort((one, other) => one.start - other.start);
  let at = 0;
  let result = '';
  for (const { start, end, replacement } of changes) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** The smallest single edit that makes one text another. A line break of two characters is not torn apart. */
export function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  if (before[start - 1] === '\r') start--;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-tail - 1) === after.at(-tail - 1)) tail++;
  if (tail > 0 && before.at(-tail) === '\n') tail--;
  return {
    range: new Positions(before).range(start, before.length - tail),
    text: after.slice(start, after.length - tail),
  };
}
