import type { LogRows } from './rows.ts';

/** Ids may be fractions, for rows that came between others: the next one is not one more. */
const nextId = 1e-6;

/** Counts the lines that came while the user reads older ones. */
export class Unseen {
  readonly #rows: Pick<LogRows, 'feed' | 'list'>;
  readonly #onCount: () => void;
  /** How many lines had come when the view was paused; `Infinity` while that is being asked for. */
  #seen = Infinity;
  #seenId: number;

  /** @param onCount Called when the count is known again. */
  constructor(rows: Pick<LogRows, 'feed' | 'list'>, seenId: number, onCount: () => void) {
    this.#rows = rows;
    this.#seenId = seenId;
    this.#onCount = onCount;
  }

  /** The id of the newest row that had come when the view was paused. */
  get seenId(): number {
    return this.#seenId;
  }

  get count(): number {
    const { feed, list } = this.#rows;
    if (list.following || feed.isChanging) return 0;
    return Math.max(0, (feed.extent?.passed ?? 0) - this.#seen);
  }

  /** From now on lines are new. */
  begin(): void {
    const { feed, list } = this.#rows;
    const { passed = 0, end = 0 } = feed.extent ?? {};
    // The very newest may not have been shown yet.
    this.#seen = passed - Math.max(0, end - list.end);
    this.#seenId = feed.row(list.end - 1)?.id ?? this.#seenId;
  }

  /** Goes on counting after a row that was the newest before. */
  restore(seenId: number): void {
    this.#seenId = seenId;
    this.relocate();
  }

  /** The query is another one now, or the same rows have other positions. */
  relocate(): void {
    this.#seen = Infinity;
    if (this.#rows.list.following) return;
    this.#rows.feed.locate(Math.max(0, this.#seenId + nextId), (_, passed) => {
      this.#seen = passed;
      this.#onCount();
    });
  }
}
