import type { LogEntry } from '../model.ts';

interface Known {
  readonly entry: LogEntry;
  readonly time: number;
  readonly run: number;
}

/**
 * Remembers the lines that came last, to recognise one that comes again: by timestamp, instance and message. They are in
 * the order of their times, so that a line which is newer than all of them, as most are, is known to be new.
 */
export class RecentLines {
  readonly #capacity: number;
  #known: Known[] = [];

  /** @param capacity How many lines are remembered at least. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /**
   * Adds the line unless it is known.
   * @param time The line's timestamp, in any unit.
   * @returns The run with which it was added before; `undefined` when it is new.
   */
  add(entry: LogEntry, time: number, run: number): number | undefined {
    const place = this.#placeOf(time);
    for (let index = place - 1; index >= 0; index--) {
      const known = this.#known[index];
      if (known?.time !== time) break;
      if (isSame(known.entry, entry)) return known.run;
    }
    this.#insert(place, { entry, time, run });
    return undefined;
  }

  /** The index after the last line that is not newer. */
  #placeOf(time: number): number {
    let low = 0;
    let high = this.#known.length;
    if (time >= (this.#known[high - 1]?.time ?? -Infinity)) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#known[middle]?.time ?? Infinity) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #insert(place: number, known: Known): void {
    if (place === this.#known.length) this.#known.push(known);
    else this.#known.splice(place, 0, known);
    if (this.#known.length >= 2 * this.#capacity) this.#known = this.#known.slice(this.#capacity);
  }
}

function isSame(one: LogEntry, other: LogEntry): boolean {
  return (
    one.message === other.message && one.timestamp === other.timestamp && one.instance === other.instance
  );
}
