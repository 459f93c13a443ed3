import type { LogQuery } from '../../src/shared/logs.ts';

/** Where something occurs in a text: start and end of each occurrence, in order, without overlaps. */
export type Matches = readonly (readonly [start: number, end: number])[];

/** Finds what the query marks in a text. */
export type Matcher = (text: string) => Matches;

/** @returns A matcher that finds nothing when the query has no text, hides what matches, or is no regular expression. */
export function matcherOf({ text, isRegex, matchCase, invert, findOnly }: LogQuery): Matcher {
  if (text === '' || (invert && !findOnly)) return () => [];
  const source = isRegex ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const expression = compile(source, matchCase ? 'gm' : 'gim');
  return (line) => (expression ? occurrences(line, expression) : []);
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

/** Empty occurrences are left out. */
function occurrences(text: string, expression: RegExp): Matches {
  return [...text.matchAll(expression)]
    .filter(([found]) => found !== '')
    .map((found) => [found.index, found.index + found[0].length] as const);
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
