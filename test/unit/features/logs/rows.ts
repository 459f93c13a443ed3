import { Emitter } from '../../../../src/core/emitter.ts';
import type { FeedOptions } from '../../../../src/features/logs/feed.ts';
import { Line } from '../../../../src/fly/logs/line.ts';
import { type PlacedRow, RowStore } from '../../../../src/fly/logs/row-store.ts';
import type { EventRow, GapRow, LogRow } from '../../../../src/fly/logs/session.ts';
import type { LogState } from '../../../../src/fly/logs/tail.ts';
import type { LogEntry, MachineEvent } from '../../../../src/fly/model.ts';
import { logEntry } from '../../fly/logs/fixtures.ts';

/** The secret that is masked in the lines below. */
export const secret = 'hunter2';

export function redact(text: string): string {
  return text.replaceAll(secret, '***');
}

export function line(id: number, changes: Partial<LogEntry> = {}): Line {
  const entry = logEntry({ message: `line ${id}`, ...changes });
  const row = new Line(entry, Date.parse(entry.timestamp), redact);
  row.id = id;
  return row;
}

export function lines(count: number): Line[] {
  return Array.from({ length: count }, (_, id) => line(id));
}

export function event(id: number, changes: Partial<MachineEvent> = {}): EventRow {
  const time = Date.parse('2026-11-21T19:51:45Z');
  const own = { type: 'start', status: 'started', source: 'flyd', timestamp: time, ...changes };
  return { kind: 'event', id, time, machine: '91857550b64e83', region: 'iad', event: own };
}

export function gap(id: number): GapRow {
  return { kind: 'gap', id, from: 1_000, to: 2_000 };
}

/** A log to which a test adds rows; they get the ids 0, 1, 2 … */
export class FakeLog {
  readonly #store: RowStore;
  readonly #appended = new Emitter<readonly LogRow[]>();
  readonly #rearranged = new Emitter<void>();
  readonly #changed = new Emitter<LogState>();
  readonly onDidAppend = this.#appended.event;
  readonly onDidRearrange = this.#rearranged.event;
  readonly onDidChangeState = this.#changed.event;
  state: LogState = { kind: 'connecting' };

  constructor(maxLines = 100) {
    this.#store = new RowStore({ maxLines, maxBytes: Infinity });
  }

  get rows(): FeedOptions['source']['rows'] {
    return this.#store;
  }

  append(...rows: PlacedRow[]): void {
    for (const row of rows) this.#store.push(row);
    this.#appended.fire(rows);
  }

  clear(): void {
    this.#store.clear();
    this.#rearranged.fire();
  }

  become(state: LogState): void {
    this.state = state;
    this.#changed.fire(state);
  }
}
