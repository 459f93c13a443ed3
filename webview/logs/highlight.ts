import type { LogQuery } from '../../src/shared/logs.ts';

/** Where something occurs in a text: start and end of each occurrence, in order, without overlaps. */
export type Matches = readonly (readonly [start: number, end: number])[];

/** Finds what the query marks in a text. */
export type Matcher = (text: string) => Matches;

/** @returns A matcher that finds nothing when the query has no text, hides what matches, or is no regular expression. */
export function matcherOf({ text, isRegex, matchCase, invert, findOnly }: LogQuery): Matcher {
  if (text === '' || (invert && !findOnly)) return () => [];
  if (!isRegex) return (line) => findMatches(line, text, matchCase);
  const expression = compile(text, matchCase ? 'gm' : 'gim');
  return (line) => (expression ? findExpression(line, expression) : []);
}

/** As the extension compiles it: strict syntax first, then the lenient one. */
function compile(source: string, flags: string): RegExp | undefined {
  for (const mode of ['u', '']) {
    try {
      return new RegExp(source, flags + mode);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Where `needle` occurs in `text`; none for an empty needle. */
export function findMatches(text: string, needle: string, matchCase = false): Matches {
  const matches: [number, number][] = [];
  if (needle === '') return matches;
  const folded = matchCase ? text : fold(text);
  const wanted = matchCase ? needle : fold(needle);
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    matches.push([at, at + wanted.length]);
  }
  return matches;
}

/** @param expression Global. Empty occurrences are left out. */
function findExpression(text: string, expression: RegExp): Matches {
  return [...text.matchAll(expression)]
    .filter(([found]) => found !== '')
    .map((found): [number, number] => [found.index, found.index + found[0].length]);
}

/** Takes letter case away and keeps every index: a character whose lower case is longer (`İ`) stays as it is. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/./gsu, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  });
}

/** A part of a text that is a match, or is not. */
export interface Part {
  readonly text: string;
  readonly match: boolean;
}

/**
 * Cuts the piece of a text that starts at `offset` where matches begin and end.
 * @param matches Those in the whole text.
 */
export function splitAtMatches(piece: string, offset: number, matches: Matches): Part[] {
  const parts: Part[] = [];
  const end = offset + piece.length;
  let at = offset;
  const add = (until: number, match: boolean): void => {
    if (until > at) parts.push({ text: piece.slice(at - offset, until - offset), match });
    at = Math.max(at, until);
  };
  for (const [from, to] of matches) {
    if (to <= offset || from >= end) continue;
    add(from, false);
    add(Math.min(to, end), true);
  }
  add(end, false);
  return parts;
}
