import { type Disposable, DisposableStore } from '../../core/disposable.ts';
import { Emitter, type Event } from '../../core/emitter.ts';
import type { Flyctl } from '../flyctl.ts';
import type { LogEntry, Machine } from '../model.ts';
import { type Clock, systemClock } from './clock.ts';
import { compareTimestamps } from './order.ts';
import { RecentKeys } from './recent.ts';
import { type LogRow, type LogRows, RowStore } from './rows.ts';
import { type LogState, LogTail, type LogTarget } from './tail.ts';

export type { EventRow, GapRow, LineRow, LogRow, LogRows } from './rows.ts';

export interface LogSessionOptions {
  readonly target: LogTarget;
  readonly flyctl: Pick<Flyctl, 'stream'>;
  /** Takes secrets out of a message. */
  readonly redact: (text: string) => string;
  /** How many rows are kept. */
  readonly maxLines: number;
  /** How many bytes they may take, about; 16 MB when left out. */
  readonly maxBytes?: number;
  readonly clock?: Clock;
  /** In [0, 1), like `Math.random`. */
  readonly random?: () => number;
}

const defaultMaxBytes = 16 * 1024 * 1024;
/** Rows are handed out together after this time. */
const batchMs = 75;
/**
 * For this long after a start, flyctl reads the same lines from two sources (REST, then NATS), so they come twice and
 * out of order; they are held a little longer to be sorted.
 */
const startMs = 5_000;
const startBatchMs = 400;
/** How many lines are remembered to recognise one that comes again. */
const recentLines = 5_000;

/** The log of an app or a machine while somebody looks at it: redacted, each line once, in order, across restarts. */
export class LogSession implements Disposable {
  readonly target: LogTarget;
  readonly #redact: (text: string) => string;
  readonly #clock: Clock;
  readonly #tail: LogTail;
  readonly #rows: RowStore;
  readonly #recent = new RecentKeys(recentLines);
  readonly #disposables = new DisposableStore();
  readonly #didAppend = this.#disposables.add(new Emitter<readonly LogRow[]>());
  readonly #didRearrange = this.#disposables.add(new Emitter<void>());
  /** Rows came at the end; others may have been dropped at the beginning: see `rows.first`. */
  readonly onDidAppend = this.#didAppend.event;
  /** A row was put between others, or all were cleared: positions may mean other rows than before, ids do not. */
  readonly onDidRearrange = this.#didRearrange.event;
  readonly onDidChangeState: Event<LogState>;
  #waiting: LogEntry[] = [];
  #flush: Disposable | undefined;
  #nextId = 0;
  /** Counts the runs of flyctl. */
  #run = 0;
  #runStartedAt = 0;
  /** The timestamp of the newest line before a reconnection that nothing has shown to be gapless yet. */
  #lastBeforeReconnect: string | undefined;
  #last: string | undefined;

  constructor(options: LogSessionOptions) {
    const { target, flyctl, clock = systemClock, random = Math.random } = options;
    this.target = target;
    this.#redact = options.redact;
    this.#clock = clock;
    this.#rows = new RowStore({ maxLines: options.maxLines, maxBytes: options.maxBytes ?? defaultMaxBytes });
    this.#tail = this.#disposables.add(new LogTail({ target, flyctl, clock, random }));
    this.onDidChangeState = this.#tail.onDidChangeState;
    this.#disposables.add(this.#tail.onDidConnect(() => this.#connected()));
    this.#disposables.add(this.#tail.onDidReceive((entries) => this.#receive(entries)));
    this.#disposables.add({ dispose: () => this.#flush?.dispose() });
  }

  get state(): LogState {
    return this.#tail.state;
  }

  /** The rows that are kept. Those still to be handed out by `onDidAppend` are not among them. */
  get rows(): LogRows {
    return this.#rows;
  }

  /** Connects now: the first time, after the end, or instead of waiting for the next attempt. */
  connect(): void {
    this.#tail.restart();
  }

  /** Forgets the rows; they do not come back with a reconnection. */
  clear(): void {
    this.#rows.clear();
    this.#didRearrange.fire();
  }

  /**
   * Weaves what happened to machines into the rows, by its time, each event once; what was before the first line is left
   * out. Call it with every new list: of the app, or with the one machine.
   */
  observe(machines: readonly Machine[]): void {
    void machines;
  }

  /** Ends flyctl. */
  dispose(): void {
    this.#disposables.dispose();
  }

  #connected(): void {
    this.#run++;
    this.#runStartedAt = this.#clock.now();
    this.#lastBeforeReconnect ??= this.#last;
  }

  #receive(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      if (entry.message.trim() === '') continue;
      const knownSince = this.#recent.add(
        `${entry.timestamp}\0${entry.instance}\0${entry.message}`,
        this.#run,
      );
      if (knownSince === undefined) this.#waiting.push(entry);
      // flyctl starts with the newest page of the log. That it reaches back to a line of the run before proves that
      // none is missing.
      else if (knownSince < this.#run) this.#lastBeforeReconnect = undefined;
    }
    if (this.#waiting.length === 0) return;
    const starting = this.#clock.now() - this.#runStartedAt < startMs;
    this.#flush ??= this.#clock.after(starting ? startBatchMs : batchMs, () => this.#handOut());
  }

  #handOut(): void {
    this.#flush = undefined;
    const lines = this.#waiting.sort((a, b) => compareTimestamps(a.timestamp, b.timestamp));
    this.#waiting = [];
    const first = lines[0];
    if (!first) return;
    const rows: LogRow[] = [];
    if (this.#lastBeforeReconnect !== undefined) {
      const from = Date.parse(this.#lastBeforeReconnect);
      rows.push({ kind: 'gap', id: this.#nextId++, from, to: Date.parse(first.timestamp) });
      this.#lastBeforeReconnect = undefined;
    }
    for (const line of lines) {
      const message = this.#redact(line.message);
      const raw = message === line.message ? undefined : line.message;
      const time = Date.parse(line.timestamp) || 0;
      rows.push({ ...line, kind: 'line', id: this.#nextId++, time, message, raw });
    }
    this.#last = lines.at(-1)?.timestamp;
    for (const row of rows) this.#rows.push(row);
    this.#didAppend.fire(rows);
  }
}
