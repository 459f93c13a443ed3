import type { Position, Range, TextEdit } from './text.ts';

/**
 * Where a range is after an edit of its text.
 * @returns Nothing when the edit changed what is in the range or touches its ends.
 */
export function moved(range: Range, edit: TextEdit): Range | undefined {
  if (compare(range.end, edit.range.start) < 0) return range;
  if (compare(edit.range.end, range.start) >= 0) return undefined;
  return { start: movedPosition(range.start, edit), end: movedPosition(range.end, edit) };
}

/** Of a position behind the edit. */
function movedPosition({ line, character }: Position, { range, text }: TextEdit): Position {
  const lines = text.split('\n');
  const added = lines.length - 1 - (range.end.line - range.start.line);
  if (line > range.end.line) return { line: line + added, character };
  const before = lines.length > 1 ? 0 : range.start.character;
  return {
    line: line + added,
    character: character - range.end.character + before + (lines.at(-1) ?? '').length,
  };
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
