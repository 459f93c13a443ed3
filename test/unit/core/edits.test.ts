import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, difference } from '../../../src/core/edits.ts';
import { Positions } from '../../../src/core/positions.ts';

const texts = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n', '😀', '🙂')).map((pieces) => pieces.join(''));

describe('applyEdits', () => {
  it('replaces all places at once, in whatever order they are given', () => {
    const text = 'one\r\ntwo\nthree';
    const at = new Positions(text);
    const edits = [
      { range: at.range(9, 14), text: '3' },
      { range: at.range(0, 3), text: '' },
      { range: at.range(5, 5), text: '2 ' },
    ];
    expect(applyEdits(text, edits)).toBe('\r\n2 two\n3');
  });
});

describe('difference', () => {
  it('makes any text any other', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(applyEdits(before, [difference(before, after)])).toBe(after);
      }),
    );
  });

  it('leaves everything around the change', () => {
    expect(difference('{\n  "a": 1, // why\n}\n', '{\n  "a": 23, // why\n}\n')).toEqual({
      range: { start: { line: 1, character: 7 }, end: { line: 1, character: 8 } },
      text: '23',
    });
  });
});
