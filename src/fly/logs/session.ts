import { type Disposable, DisposableStore } from '../../core/disposable.ts';
import { Emitter, type Event } from '../../core/emitter.ts';
import type { LogEntry } from '../model.ts';
import type { LogSource } from './connection.ts';
import { type Clock, systemClock } from './clock.ts';
import { MachineHistory, type WatchedMachine } from './history.ts';
import { Intake } from './intake.ts';
import { RowStore, type Unplaced } from './row-store.ts';
import type { LogRow, LogRows } from './rows.ts';
import { type LogState, LogTail } from './tail.ts';
import type { LogTarget } from '../verbs/logs.ts';
import { Weaver } from './weaver.ts';

export type { EventRow, GapRow, LineRow, LogRow, LogRows } from './rows.ts';

export interface LogSessionOptions {
  readonly target: LogTarget;
  readonly flyctl: LogSource;
  /** Takes secrets out of a message. */
  readonly redact: (text: string) => string;
  /** How many rows are kept. */
  readonly maxLines: number;
  /** How many bytes they may take, about; 16 MB when left out. */
  readonly maxBytes?: number;
  /** After how much silence it is looked whether flyctl still works, in milliseconds. */
  readonly silenceMs?: number;
  readonly clock?: Clock;
  /** In [0, 1), like `Math.random`. */
  readonly random?: () => number;
}

const defaultMaxBytes = 16 * 1024 * 1024;
/** Rows are handed out together, after one to two times this time. */
const batchMs = 50;
/**
 * For this long after a start, flyctl reads the same lines from two sources (REST, then NATS), so they come twice and
 * out of order; they are held longer.
 */
const startMs = 5_000;
const startBatchMs = 500;

/** The log of an app or a machine while somebody looks at it: each line once, in order, across restarts of flyctl. */
export class LogSession implements Disposable {
  readonly target: LogTarget;
  readonly #clock: Clock;
  readonly #tail: LogTail;
  readonly #intake: Intake;
  readonly #history: MachineHistory;
  readonly #store: RowStore;
  readonly #weaver: Weaver;
  readonly #disposables = new DisposableStore();
  readonly #didAppend = this.#disposables.add(new Emitter<readonly LogRow[]>());
  readonly #didRearrange = this.#disposables.add(new Emitter<void>());
  /** Rows came at the end; others may have been dropped at the beginning: see `rows.first`. */
  readonly onDidAppend = this.#didAppend.event;
  /** Rows came between others, or went: positions may mean other rows than before, ids do not. */
  readonly onDidRearrange = this.#didRearrange.event;
  readonly onDidChangeState: Event<LogState>;
  #timer: Disposable | undefined;
  #eventsTimer: Disposable | undefined;
  #startedAt = 0;

  constructor(options: LogSessionOptions) {
    const { target, flyctl, clock = systemClock, random = Math.random, silenceMs } = options;
    const { maxLines, maxBytes = defaultMaxBytes } = options;
    this.target = target;
    this.#clock = clock;
    this.#intake = new Intake(options.redact);
    this.#history = new MachineHistory(target);
    this.#store = new RowStore({ maxLines, maxBytes });
    this.#weaver = new Weaver(this.#store, this.#intake);
    const tail = new LogTail({ target, flyctl, clock, random, ...(silenceMs && { silenceMs }) });
    this.#tail = this.#disposables.add(tail);
    this.onDidChangeState = tail.onDidChangeState;
    this.#disposables.add(tail.onDidConnect(() => this.#begin()));
    this.#disposables.add(tail.onDidReceive((entries) => this.#receive(entries)));
    this.#disposables.add(tail.onDidLose(() => this.#lose()));
    this.#disposables.add({ dispose: () => this.#stopTimers() });
  }

  get state(): LogState {
    return this.#tail.state;
  }

  /** The rows that are kept. Those still to be handed out by `onDidAppend` are not among them. */
  get rows(): LogRows {
    return this.#store;
  }

  /** Connects now: the first time, after the end, or instead of waiting for the next attempt. */
  connect(): void {
    this.#tail.restart();
  }

  /** Forgets the rows; they do not come back with a reconnection. */
  clear(): void {
    this.#store.clear();
    this.#didRearrange.fire();
  }

  /**
   * Weaves what happened to machines into the rows by its time, each event once. What was before the first line is left
   * out.
   * @param machines As listed now; call it with every new list.
   */
  observe(machines: readonly WatchedMachine[]): void {
    for (const event of this.#history.news(machines)) this.#intake.add(event);
    if (!this.#weaver.begun)
      this.#eventsTimer ??= this.#clock.after(startMs, () => this.#append(this.#weaver.takeEvents()));
    this.#schedule();
  }

  /** Ends flyctl. */
  dispose(): void {
    this.#disposables.dispose();
  }

  #begin(): void {
    this.#handOut(this.#intake.takeAll());
    this.#intake.begin();
    this.#startedAt = this.#clock.now();
  }

  #lose(): void {
    this.#handOut(this.#intake.takeAll());
    this.#intake.lose();
  }

  #receive(entries: readonly LogEntry[]): void {
    const oldestRun = this.#intake.receive(entries);
    if (this.#weaver.disprove(oldestRun)) this.#didRearrange.fire();
    this.#schedule();
  }

  /** The very first page comes in order and as a whole. */
  #schedule(): void {
    if (this.#intake.size === 0) return;
    const starting = this.#isStarting() && this.#weaver.begun;
    this.#timer ??= this.#clock.after(starting ? startBatchMs : batchMs, () => {
      this.#timer = undefined;
      this.#handOut(this.#intake.take());
      this.#schedule();
    });
  }

  #isStarting(): boolean {
    return this.#clock.now() - this.#startedAt < startMs;
  }

  #handOut(rows: readonly Unplaced[]): void {
    const { woven, rest } = this.#weaver.weave(rows, this.#isStarting());
    if (woven) this.#didRearrange.fire();
    this.#append(rest);
  }

  #append(rows: readonly Unplaced[]): void {
    const appended = this.#weaver.append(rows);
    if (appended.length > 0) this.#didAppend.fire(appended);
  }

  #stopTimers(): void {
    this.#timer?.dispose();
    this.#eventsTimer?.dispose();
  }
}
