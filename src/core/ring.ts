/** Keeps the newest items, up to a capacity; adding to a full ring drops the oldest. */
export class Ring<T> implements Iterable<T> {
  readonly capacity: number;
  #items: T[] = [];
  /** Index of the oldest item; only moves once the ring is full. */
  #start = 0;

  /** @throws RangeError when `capacity` is not a positive integer. */
  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`A ring holds at least one item, not ${capacity}.`);
    }
    this.capacity = capacity;
  }

  get size(): number {
    return this.#items.length;
  }

  push(item: T): void {
    if (this.#items.length < this.capacity) {
      this.#items.push(item);
    } else {
      this.#items[this.#start] = item;
      this.#start = (this.#start + 1) % this.capacity;
    }
  }

  clear(): void {
    this.#items = [];
    this.#start = 0;
  }

  /** A copy, oldest first. */
  toArray(): T[] {
    return [...this.#items.slice(this.#start), ...this.#items.slice(0, this.#start)];
  }

  [Symbol.iterator](): Iterator<T> {
    return this.toArray().values();
  }
}
