/**
 * The heights of items that stand on each other: where each starts and which one is at a place, in logarithmic time
 * (a Fenwick tree), although heights are corrected all the time, the oldest go, and there may be hundreds of thousands.
 */
export class Heights {
  #values = new Float64Array(1024);
  /** `#sums[n]` is the sum of as many values, up to the n-th, as the lowest bit of n says; from 1 on. */
  #sums = new Float64Array(1025);
  #length = 0;
  /** How many of the values are of items that were dropped. They go when they are many. */
  #dropped = 0;

  get length(): number {
    return this.#length - this.#dropped;
  }

  /** The height of all items together. */
  get total(): number {
    return this.startOf(this.length);
  }

  clear(): void {
    this.#length = 0;
    this.#dropped = 0;
  }

  /** Puts an item below the others. */
  push(height: number): void {
    if (this.#length === this.#values.length) this.#makeRoom();
    this.#values[this.#length] = height;
    const position = ++this.#length;
    let sum = height;
    for (let step = 1; step < (position & -position); step *= 2) sum += this.#sums[position - step] ?? 0;
    this.#sums[position] = sum;
  }

  /** Takes items away from the top. */
  drop(count: number): void {
    this.#dropped += Math.min(count, this.length);
  }

  /** The height of one item. */
  get(index: number): number {
    return index < 0 || index >= this.length ? 0 : (this.#values[index + this.#dropped] ?? 0);
  }

  set(index: number, height: number): void {
    const change = height - this.get(index);
    this.#values[index + this.#dropped] = height;
    for (
      let position = index + this.#dropped + 1;
      position <= this.#length;
      position += position & -position
    ) {
      this.#sums[position] = (this.#sums[position] ?? 0) + change;
    }
  }

  /** Where the item starts: the sum of the heights of all items before it. */
  startOf(index: number): number {
    return this.#sumOf(index + this.#dropped) - this.#sumOf(this.#dropped);
  }

  /** The index of the item at the place; the first or the last one for a place outside, -1 when there is none. */
  at(place: number): number {
    let position = 0;
    let rest = place + this.#sumOf(this.#dropped);
    for (let step = 2 ** Math.floor(Math.log2(this.#length)); step >= 1; step /= 2) {
      const sum = this.#sums[position + step] ?? 0;
      if (position + step > this.#length || sum > rest) continue;
      position += step;
      rest -= sum;
    }
    return Math.min(Math.max(position - this.#dropped, 0), this.length - 1);
  }

  #sumOf(count: number): number {
    let sum = 0;
    for (let position = Math.min(count, this.#length); position > 0; position -= position & -position)
      sum += this.#sums[position] ?? 0;
    return sum;
  }

  /** Forgets what was dropped if that is much, or else takes more memory. */
  #makeRoom(): void {
    const kept = this.#values.slice(this.#dropped, this.#length);
    const size = kept.length > this.#values.length / 2 ? this.#values.length * 2 : this.#values.length;
    this.#values = new Float64Array(size);
    this.#sums = new Float64Array(size + 1);
    this.clear();
    for (const height of kept) this.push(height);
  }
}
