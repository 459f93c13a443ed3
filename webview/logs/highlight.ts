/**
 * Where `needle` occurs in `text`, letter case aside, without overlaps.
 * @returns Start and end of each occurrence, in order; none for an empty needle.
 */
export function findMatches(text: string, needle: string): [start: number, end: number][] {
  const matches: [number, number][] = [];
  if (needle === '') return matches;
  const folded = fold(text);
  const wanted = fold(needle);
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    matches.push([at, at + wanted.length]);
  }
  return matches;
}

/** Takes letter case away and keeps every index: a character whose lower case is longer (`İ`) stays as it is. */
export function fold(text: string): string {
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
 * @param matches As `findMatches` found them in the whole text.
 */
export function splitAtMatches(piece: string, offset: number, matches: readonly [number, number][]): Part[] {
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
