import type { LogRow } from '../../src/shared/logs.ts';

/** The rows around what is on screen, by their positions. */
export class RowWindow {
  readonly #rows = new Map<number, LogRow>();

  get(position: number): LogRow | undefined {
    return this.#rows.get(position);
  }

  /** The first position that is there; 0 when there is none. */
  get first(): number {
    return this.#rows.size === 0 ? 0 : Math.min(...this.#rows.keys());
  }

  /** The position behind the last one that is there; 0 when there is none. */
  get end(): number {
    return this.#rows.size === 0 ? 0 : Math.max(...this.#rows.keys()) + 1;
  }

  /** @param at The position of the first of the rows. */
  put(at: number, rows: readonly LogRow[]): void {
    rows.forEach((row, index) => this.#rows.set(at + index, row));
  }

  /** Forgets the rows that are not between `from` and, not including, `to`. */
  keep(from: number, to: number): void {
    for (const position of this.#rows.keys())
      if (position < from || position >= to) this.#rows.delete(position);
  }

  clear(): void {
    this.#rows.clear();
  }

  /** Where the row with this id is, if it is there. */
  positionOf(id: number): number | undefined {
    return [...this.#rows].find(([, row]) => row.id === id)?.[0];
  }
}
