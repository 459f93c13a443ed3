/** Remembers the keys that were added last, up to a capacity, and when each was added. */
export class RecentKeys {
  readonly #runs = new Map<string, number>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /**
   * Adds the key unless it is there.
   * @returns The run with which it was added before; `undefined` when it is new.
   */
  add(key: string, run: number): number | undefined {
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    this.#runs.set(key, run);
    if (this.#runs.size > this.#capacity) {
      const oldest = this.#runs.keys().next();
      if (!oldest.done) this.#runs.delete(oldest.value);
    }
    return undefined;
  }
}
