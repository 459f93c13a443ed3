export interface RingLimits<T> {
  /** How many items are kept. */
  readonly capacity: number;
  /** How much the kept items may weigh together. */
  readonly maxWeight?: number;
  /** What an item weighs, in the unit of `maxWeight`; always the same for the same item. */
  readonly weigh?: (item: T) => number;
}

/**
 * Keeps the newest items, up to a number and a weight; the oldest are dropped for newer ones. Items have positions,
 * which grow by one from item to item and stay the same while older items are dropped.
 */
export class Ring<T> implements Iterable<T> {
  readonly capacity: number;
  readonly #maxWeight: number;
  readonly #weigh: (item: T) => number;
  /** The item at a position is at the index `(position - #origin) % capacity`. */
  #items: (T | undefined)[] = [];
  #origin = 0;
  #first = 0;
  #end = 0;
  #weight = 0;

  /** @throws RangeError when `capacity` is not a positive integer. */
  constructor({ capacity, maxWeight = Infinity, weigh = () => 0 }: RingLimits<T>) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`A ring holds at least one item, not ${capacity}.`);
    }
    this.capacity = capacity;
    this.#maxWeight = maxWeight;
    this.#weigh = weigh;
  }

  /** The position of the oldest item; `end` when there is none. */
  get first(): number {
    return this.#first;
  }

  /** The position that the next item will have. */
  get end(): number {
    return this.#end;
  }

  get size(): number {
    return this.#end - this.#first;
  }

  /** @returns The item at a position; `undefined` when it is not there any more, or not yet. */
  at(position: number): T | undefined {
    return position < this.#first || position >= this.#end ? undefined : this.#items[this.#indexOf(position)];
  }

  /** Adds an item. It is kept however much it weighs. */
  push(item: T): void {
    if (this.size === this.capacity) this.#shift();
    this.#items[this.#indexOf(this.#end)] = item;
    this.#end++;
    this.#weight += this.#weigh(item);
    while (this.#weight > this.#maxWeight && this.size > 1) this.#shift();
  }

  /**
   * Takes the newest items away.
   * @param position Between `first` and `end`; what is there and after it goes.
   * @returns What was taken, oldest first.
   */
  truncate(position: number): T[] {
    const taken: T[] = [];
    for (let at = position; at < this.#end; at++) taken.push(...this.#take(at));
    this.#end = position;
    return taken;
  }

  /** Drops all; positions go on from `end`. */
  clear(): void {
    this.#items = [];
    this.#first = this.#end;
    this.#origin = this.#end;
    this.#weight = 0;
  }

  /** Oldest first. The ring must not change meanwhile. */
  *[Symbol.iterator](): Generator<T, void> {
    for (let position = this.#first; position < this.#end; position++) {
      const item = this.at(position);
      if (item !== undefined) yield item;
    }
  }

  #indexOf(position: number): number {
    return (position - this.#origin) % this.capacity;
  }

  #shift(): void {
    this.#take(this.#first);
    this.#first++;
  }

  #take(position: number): readonly T[] {
    const index = this.#indexOf(position);
    const item = this.#items[index];
    this.#items[index] = undefined;
    if (item === undefined) return [];
    this.#weight -= this.#weigh(item);
    return [item];
  }
}
