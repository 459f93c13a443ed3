import type { LogEntry, MachineEvent } from '../model.ts';

interface Row {
  /** Grows from row to row and never changes. Not a whole number for rows that were put between others later. */
  readonly id: number;
}

/** A log line. */
export interface LineRow extends Row, LogEntry {
  readonly kind: 'line';
  /** `timestamp` in milliseconds since the epoch, with a fraction. */
  readonly time: number;
  /** Secrets are masked. */
  readonly message: string;
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
