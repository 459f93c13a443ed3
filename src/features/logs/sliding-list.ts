/** Dropped items are only cleared away when there are so many, so that dropping one costs next to nothing. */
const slack = 1_024;

/** A list that grows at its end and shrinks at its beginning. The position of an item never changes. */
export class SlidingList<T> {
  #items: T[] = [];
  /** How many of `#items` are dropped. */
  #dropped = 0;
  /** The position of `#items[0]`. */
  #base = 0;

  /** The position of the oldest item. */
  get first(): number {
    return this.#base + this.#dropped;
  }

  /** The position that the next item gets. */
  get end(): number {
    return this.#base + this.#items.length;
  }

  /** The item at a position; nothing outside [`first`, `end`). */
  at(position: number): T | undefined {
    return position < this.first ? undefined : this.#items[position - this.#base];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** Drops the oldest. @returns It; nothing when the list is empty. */
  shift(): T | undefined {
    const item = this.at(this.first);
    if (this.first === this.end) return undefined;
    this.#dropped++;
    if (this.#dropped >= slack && this.#dropped * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#dropped);
      this.#base += this.#dropped;
      this.#dropped = 0;
    }
    return item;
  }

  /** The items from a position up to, not including, another one; those of them that are there. */
  slice(from: number, to: number): T[] {
    const start = Math.max(from, this.first) - this.#base;
    return this.#items.slice(start, Math.max(start, to - this.#base));
  }

  /**
   * The first position whose item is `wanted`, in a list in which all items after a wanted one are wanted; `end` when there
   * is none.
   */
  search(wanted: (item: T) => boolean): number {
    let low = this.#dropped;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const item = this.#items[middle];
      if (item !== undefined && wanted(item)) high = middle;
      else low = middle + 1;
    }
    return this.#base + low;
  }
}
