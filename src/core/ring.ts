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

  /** Adds the item. The newest item is kept however much it weighs. */
  push(item: T): void {
    if (this.size === this.capacity) this.#drop();
    this.#items[this.#indexOf(this.#end)] = item;
    this.#end++;
    this.#weight += this.#weigh(item);
    while (this.#weight > this.#maxWeight && this.size > 1) this.#drop();
  }

  /** Puts the item at a position between `first` and `end`; what is there and later moves up by one. */
  insert(position: number, item: T): void {
    const moved: T[] = [];
    for (let from = position; from < this.#end; from++) moved.push(...this.#present(from));
    for (const each of moved) this.#weight -= this.#weigh(each);
    this.#end = position;
    for (const each of [item, ...moved]) this.push(each);
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
    for (let position = this.#first; position < this.#end; position++) yield* this.#present(position);
  }

  #indexOf(position: number): number {
    return (position - this.#origin) % this.capacity;
  }

  #present(position: number): readonly T[] {
    const item = this.#items[this.#indexOf(position)];
    return item === undefined ? [] : [item];
  }

  #drop(): void {
    const index = this.#indexOf(this.#first);
    const item = this.#items[index];
    this.#items[index] = undefined;
    this.#first++;
    if (item !== undefined) this.#weight -= this.#weigh(item);
  }
}
