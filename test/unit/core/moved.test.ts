import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved } from '../../../src/core/moved.ts';
import type { Position, Range } from '../../../src/core/text.ts';

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function rangeAt(text: string, [start, end]: readonly [number, number]): Range {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

function offsetAt(text: string, { line, character }: Position): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
}

const text = 'app = "x"\n[vm]\nmemory = "512mb"\nsize = "small"\n';
const at = text.indexOf('"512mb"');
const token = rangeAt(text, [at, at + 7]);

describe('moved', () => {
  it.each([
    ['touches its start', at - 1, at],
    ['is in it', at + 2, at + 4],
    ['touches its end', at + 7, at + 7],
    ['has it in it', 0, text.length],
  ])('gives up what an edit changed that %s', (_what, start, end) => {
    expect(moved(token, { range: rangeAt(text, [start, end]), text: 'y' })).toBeUndefined();
  });

  it('finds the same words after any edit elsewhere', () => {
    const edits = fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.stringMatching(/^[a\n]{0,6}$/));
    fc.assert(
      fc.property(edits, ([one, other, inserted]) => {
        const [start, end] = one < other ? [one, other] : [other, one];
        const after = text.slice(0, start) + inserted + text.slice(end);
        const range = moved(token, { range: rangeAt(text, [start, end]), text: inserted });
        expect(range === undefined).toBe(start <= at + 7 && end >= at);
        if (range)
          expect(after.slice(offsetAt(after, range.start), offsetAt(after, range.end))).toBe('"512mb"');
      }),
    );
  });
});
