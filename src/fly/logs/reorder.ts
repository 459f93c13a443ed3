import { compareTimes, type Timed } from './time.ts';

/** Holds what comes for a moment, so that what comes a little late still takes its place. */
export class Reorder<T extends Timed> {
  #held: T[] = [];
  #inOrder = true;
  #newest = -Infinity;
  /** What is newer came after the last `take`. */
  #ripe = -Infinity;

  get size(): number {
    return this.#held.length;
  }

  add(item: T): void {
    if (item.time > this.#newest) this.#newest = item.time;
    else this.#inOrder = false;
    this.#held.push(item);
  }

  /** @returns What came before the last call, with all that is older, in the order of time. */
  take(): T[] {
    const taken = this.#sorted();
    const cut = taken.findLastIndex(({ time }) => time <= this.#ripe) + 1;
    this.#held = taken.splice(cut);
    this.#ripe = this.#newest;
    return taken;
  }

  /** @returns All, in the order of time. */
  takeAll(): T[] {
    const taken = this.#sorted();
    this.#held = [];
    this.#ripe = this.#newest;
    return taken;
  }

  #sorted(): T[] {
    const held = this.#inOrder ? this.#held : this.#held.sort(compareTimes);
    this.#inOrder = true;
    return held;
  }
}
