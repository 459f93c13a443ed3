import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, fold, splitAtMatches } from '../../../webview/logs/highlight.ts';

describe('findMatches', () => {
  it('finds every occurrence, letter case aside', () => {
    expect(findMatches('Gateway, gateway and GATEWAYS', 'gateWay')).toEqual([
      [0, 7],
      [9, 16],
      [21, 28],
    ]);
  });

  it('does not overlap matches', () => {
    expect(findMatches('aaaa', 'aa')).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  it('finds nothing for nothing', () => {
    expect(findMatches('text', '')).toEqual([]);
  });

  it('keeps the places right behind letters whose lower case is longer', () => {
    expect(findMatches('İİ error', 'ERROR')).toEqual([[3, 8]]);
  });
});

describe('fold', () => {
  it('never changes the length', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
  });
});

describe('splitAtMatches', () => {
  it('marks the part of a match that lies in the piece', () => {
    expect(splitAtMatches('teway re', 2, findMatches('gateway ready', 'gateway'))).toEqual([
      { text: 'teway', match: true },
      { text: ' re', match: false },
    ]);
  });

  it('loses and doubles nothing, however the text is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'ab', 'ba', 'aa'), fc.nat({ max: 30 }), (whole, needle, cut) => {
        const matches = findMatches(whole, needle);
        const at = Math.min(cut, whole.length);
        const parts = [
          ...splitAtMatches(whole.slice(0, at), 0, matches),
          ...splitAtMatches(whole.slice(at), at, matches),
        ];
        expect(parts.map((part) => part.text).join('')).toBe(whole);
        const marked = parts.filter((part) => part.match).reduce((sum, part) => sum + part.text.length, 0);
        expect(marked).toBe(matches.length * needle.length);
      }),
    );
  });
});
