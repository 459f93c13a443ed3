import type { Position, TextEdit } from '../../../../src/core/text.ts';

/** The text after edits that do not touch each other. */
export function apply(text: string, edits: readonly TextEdit[]): string {
  const changes = edits.map(({ range, text: added }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    added,
  }));
  return changes
    .sort((one, other) => other.start - one.start)
    .reduce((done, { start, end, added }) => done.slice(0, start) + added + done.slice(end), text);
}

/** What is in the text at a range. */
export function wordsAt(text: string, range: TextEdit['range'] | undefined): string | undefined {
  return range && text.slice(offsetAt(text, range.start), offsetAt(text, range.end));
}

function offsetAt(text: string, { line, character }: Position): number {
  const lines = text.split(/(?<=\n)/).slice(0, line);
  return lines.reduce((sum, each) => sum + each.length, character);
}
