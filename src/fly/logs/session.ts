import { type Disposable, DisposableStore } from '../../core/disposable.ts';
import { Emitter, type Event } from '../../core/emitter.ts';
import { Ring } from '../../core/ring.ts';
import type { Flyctl } from '../flyctl.ts';
import type { LogEntry } from '../model.ts';
import { type Clock, systemClock } from './clock.ts';
import { compareTimestamps } from './order.ts';
import { RecentKeys } from './recent.ts';
import { type LogState, LogTail, type LogTarget } from './tail.ts';

/** A log line, or a place where lines may be missing. Ids grow by one from row to row. */
export type LogRow =
  | ({ readonly kind: 'line'; readonly id: number } & LogEntry)
  /** `from`, `to`: timestamps of the lines before and after, RFC 3339. */
  | { readonly kind: 'gap'; readonly id: number; readonly from: string; readonly to: string };

export interface LogSessionOptions {
  readonly target: LogTarget;
  readonly flyctl: Pick<Flyctl, 'stream'>;
  /** Takes secrets out of a message. */
  readonly redact: (text: string) => string;
  /** How many rows are kept. */
  readonly maxLines: number;
  readonly clock?: Clock;
  /** In [0, 1), like `Math.random`. */
  readonly random?: () => number;
}

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
  readonly #rows: Ring<LogRow>;
  readonly #recent = new RecentKeys(recentLines);
  readonly #disposables = new DisposableStore();
  readonly #didAppend = this.#disposables.add(new Emitter<readonly LogRow[]>());
  readonly onDidAppend = this.#didAppend.event;
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
    this.#rows = new Ring(options.maxLines);
    this.#tail = this.#disposables.add(new LogTail({ target, flyctl, clock, random }));
    this.onDidChangeState = this.#tail.onDidChangeState;
    this.#disposables.add(this.#tail.onDidConnect(() => this.#connected()));
    this.#disposables.add(this.#tail.onDidReceive((entries) => this.#receive(entries)));
    this.#disposables.add({ dispose: () => this.#flush?.dispose() });
  }

  get state(): LogState {
    return this.#tail.state;
  }

  /** The rows that are kept, oldest first; a copy. Rows still to be handed out by `onDidAppend` are not in it. */
  get rows(): readonly LogRow[] {
    return this.#rows.toArray();
  }

  /** Connects now: the first time, after the end, or instead of waiting for the next attempt. */
  connect(): void {
    this.#tail.restart();
  }

  /** Forgets the rows; they do not come back with a reconnection. */
  clear(): void {
    this.#rows.clear();
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
      const line = { ...entry, message: this.#redact(entry.message) };
      const knownSince = this.#recent.add(`${line.timestamp}\0${line.instance}\0${line.message}`, this.#run);
      if (knownSince === undefined) this.#waiting.push(line);
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
      rows.push({ kind: 'gap', id: this.#nextId++, from: this.#lastBeforeReconnect, to: first.timestamp });
      this.#lastBeforeReconnect = undefined;
    }
    for (const line of lines) rows.push({ kind: 'line', id: this.#nextId++, ...line });
    this.#last = lines.at(-1)?.timestamp;
    for (const row of rows) this.#rows.push(row);
    this.#didAppend.fire(rows);
  }
}
