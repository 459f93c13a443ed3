import type { LogEntry } from '../model.ts';

interface Known {
  readonly instance: string;
  readonly message: string;
  readonly run: number;
  /** Another one with the same timestamp. */
  readonly next: Known | undefined;
}

/**
 * Remembers the lines that came last, to recognise one that comes again: by timestamp, instance and message. Two
 * generations, of which the older is forgotten as a whole, need no removal of single lines.
 */
export class RecentLines {
  readonly #capacity: number;
  #young = new Map<string, Known>();
  #old = new Map<string, Known>();

  /** @param capacity How many timestamps are remembered at least. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /**
   * Adds the line unless it is known.
   * @returns The run with which it was added before; `undefined` when it is new.
   */
  add(entry: LogEntry, run: number): number | undefined {
    const { timestamp, instance, message } = entry;
    const next = this.#young.get(timestamp);
    const known = find(next, entry) ?? find(this.#old.get(timestamp), entry);
    if (known) return known.run;
    this.#young.set(timestamp, { instance, message, run, next });
    if (this.#young.size >= this.#capacity) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    return undefined;
  }
}

function find(first: Known | undefined, { instance, message }: LogEntry): Known | undefined {
  for (let known = first; known; known = known.next) {
    if (known.message === message && known.instance === instance) return known;
  }
  return undefined;
}
