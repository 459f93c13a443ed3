import type { LogRows } from './rows.ts';

/** Ids may be fractions, for rows that came between others: the next one is not one more. */
const nextId = 1e-6;

/** Counts the rows that came while the user reads older ones. */
export class Unseen {
  readonly #rows: Pick<LogRows, 'feed' | 'list'>;
  /** The position of the first row that is new; nothing while none is, or it is being asked for. */
  #from: number | undefined;
  #isAsking = false;
  #seenId: number;

  constructor(rows: Pick<LogRows, 'feed' | 'list'>, seenId: number) {
    this.#rows = rows;
    this.#seenId = seenId;
  }

  /** The id of the newest row that had come when the view was paused. */
  get seenId(): number {
    return this.#seenId;
  }

  get count(): number {
    const { feed, list } = this.#rows;
    if (list.following || feed.isChanging || this.#from === undefined) return 0;
    return Math.max(0, (feed.extent?.end ?? 0) - Math.max(this.#from, feed.extent?.first ?? 0));
  }

  /** From now on rows are new. */
  begin(): void {
    const { feed, list } = this.#rows;
    this.#isAsking = false;
    this.#from = feed.extent && list.end;
    this.#seenId = feed.row(list.end - 1)?.id ?? this.#seenId;
  }

  /** Goes on counting after a row that was the newest before. */
  restore(seenId: number): void {
    this.#seenId = seenId;
    this.relocate();
  }

  /** The same rows have other positions now. */
  relocate(): void {
    if (this.#rows.list.following) return;
    this.#from = undefined;
    this.#isAsking = true;
    this.#rows.feed.locate(Math.max(0, this.#seenId + nextId), (position) => {
      this.#isAsking = false;
      this.#from = position;
      this.extentChanged();
    });
  }

  extentChanged(): void {
    const { feed } = this.#rows;
    // Nothing had come after the row that was the newest.
    if (this.#from === undefined && !this.#isAsking && !feed.isChanging) this.#from = feed.extent?.end;
  }
}
