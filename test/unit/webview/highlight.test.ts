import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, type LogQuery } from '../../../src/shared/logs.ts';
import { matcherOf, type Matches, splitAtMatches } from '../../../webview/logs/highlight.ts';

function findMatches(text: string, wanted: string, how: Partial<LogQuery> = {}): Matches {
  return matcherOf({ ...everything, text: wanted, ...how })(text);
}

describe('matcherOf', () => {
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

  it('minds letter case when it is told to', () => {
    expect(findMatches('Gateway gateway', 'gateway', { matchCase: true })).toEqual([[8, 15]]);
  });

  it('takes a text by its letters, or as an expression', () => {
    expect(findMatches('a.c abc', 'a.c')).toEqual([[0, 3]]);
    expect(findMatches('a.c abc', 'a.c', { isRegex: true })).toEqual([
      [0, 3],
      [4, 7],
    ]);
    expect(findMatches('one\ntwo', '^t|x*', { isRegex: true })).toEqual([[4, 5]]);
  });

  it('takes lenient expressions, and finds nothing with what is none', () => {
    expect(findMatches('a-b', String.raw`\-`, { isRegex: true })).toEqual([[1, 2]]);
    expect(findMatches('a(b', '(', { isRegex: true })).toEqual([]);
  });

  it('marks nothing when what matches is hidden', () => {
    expect(findMatches('noise', 'noise', { invert: true })).toEqual([]);
    expect(findMatches('noise', 'noise', { invert: true, findOnly: true })).toEqual([[0, 5]]);
  });

  it('keeps the places right behind letters whose lower case is longer', () => {
    expect(findMatches('İİ error', 'ERROR')).toEqual([[3, 8]]);
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
