import type { Position, Range } from './text.ts';

/** Where characters stand, counted as VS Code does: lines end with LF, CRLF or CR. */
export class Positions {
  readonly #text: string;
  /** The offset at which each line starts. */
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  }

  /** @param offset In UTF-16 units; beyond the end means the end. */
  at(offset: number): Position {
    const bounded = Math.min(Math.max(offset, 0), this.#text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= bounded) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: bounded - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; beyond the end means the end. */
  offset({ line, character }: Position): number {
    return Math.min((this.#starts[line] ?? this.#text.length) + character, this.#text.length);
  }

  range(start: number, end: number): Range {
    return { start: this.at(start), end: this.at(end) };
  }
}
