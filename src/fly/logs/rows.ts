import { Ring } from '../../core/ring.ts';
import type { LogEntry, MachineEvent } from '../model.ts';

interface Row {
  /** Grows from row to row and never changes. Whole, but for rows that were put between others later. */
  readonly id: number;
}

/** A log line. Secrets are masked in `message`. */
export interface LineRow extends Row, LogEntry {
  readonly kind: 'line';
  /** `timestamp` in milliseconds since the epoch, with a fraction; 0 when it is no time. */
  readonly time: number;
  /** The message without masks, when it has any. */
  readonly raw: string | undefined;
}

/** Something that happened to a machine. */
export interface EventRow extends Row {
  readonly kind: 'event';
  /** Milliseconds since the epoch, as in `event`. */
  readonly time: number;
  /** The machine's id. */
  readonly machine: string;
  readonly region: string;
  readonly event: MachineEvent;
}

/** A place where lines may be missing. */
export interface GapRow extends Row {
  readonly kind: 'gap';
  /** The times of the lines before and after, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

export type LogRow = LineRow | EventRow | GapRow;

/** The rows that are kept, each at a position that stays the same while older rows are dropped. */
export interface LogRows extends Iterable<LogRow> {
  /** The position of the oldest row; grows as rows are dropped. */
  readonly first: number;
  /** The position after that of the newest row. */
  readonly end: number;
  at(position: number): LogRow | undefined;
  /** @returns The position of the row with this id, or of the first one after it; `end` when there is none. */
  positionOf(id: number): number;
}

/** About what a row costs beside its message, in bytes. */
const rowBytes = 256;

export interface RowLimits {
  readonly maxLines: number;
  readonly maxBytes: number;
}

/** The rows of a session, oldest first, up to a number and a size. */
export class RowStore implements LogRows {
  readonly #ring: Ring<LogRow>;

  constructor({ maxLines, maxBytes }: RowLimits) {
    this.#ring = new Ring<LogRow>({ capacity: maxLines, maxWeight: maxBytes, weigh: bytesOf });
  }

  get first(): number {
    return this.#ring.first;
  }

  get end(): number {
    return this.#ring.end;
  }

  at(position: number): LogRow | undefined {
    return this.#ring.at(position);
  }

  positionOf(id: number): number {
    return this.#search((row) => row.id >= id);
  }

  push(row: LogRow): void {
    this.#ring.push(row);
  }

  clear(): void {
    this.#ring.clear();
  }

  [Symbol.iterator](): Iterator<LogRow> {
    return this.#ring[Symbol.iterator]();
  }

  /** @returns The first position whose row `holds`, when all after it do too; `end` when there is none. */
  #search(holds: (row: LogRow) => boolean): number {
    let low = this.first;
    let high = this.end;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = this.at(middle);
      if (row && !holds(row)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Strings count as two bytes a character, which is the most that they take. */
function bytesOf(row: LogRow): number {
  return row.kind === 'line' ? rowBytes + 2 * (row.message.length + (row.raw?.length ?? 0)) : rowBytes;
}
