import type { LogEntry } from '../model.ts';
import { Line } from './line.ts';
import { RecentLines } from './recent.ts';
import { Reorder } from './reorder.ts';
import type { Unplaced } from './row-store.ts';
import { TimeReader } from './time.ts';

/** How many lines are remembered to recognise a line that comes again. */
const recentLines = 10_000;

/** That lines may be missing since the newest one. */
export interface Doubt {
  /** The time of that line, in milliseconds since the epoch. */
  readonly since: number;
  /** A line from before this run of flyctl that comes again removes the doubt; `-Infinity` when none can. */
  readonly run: number;
}

/** Takes in what flyctl prints: lets each line through once, holds it until it is in order, and judges what is missing. */
export class Intake {
  readonly #redact: (text: string) => string;
  readonly #held = new Reorder<Unplaced>();
  readonly #recent = new RecentLines(recentLines);
  readonly #times = new TimeReader();
  /** Counts the runs of flyctl. */
  #run = 0;
  /** The time of the newest line. */
  #newest: number | undefined;
  #doubt: Doubt | undefined;

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  /** How many rows are held. */
  get size(): number {
    return this.#held.size;
  }

  /** Set from a reconnection or a loss until it is taken back, here or by the one who marks it. */
  get doubt(): Doubt | undefined {
    return this.#doubt;
  }

  /** flyctl runs anew. What is held is to be taken before. */
  begin(): void {
    this.#run++;
    if (this.#newest !== undefined) this.#doubt ??= { since: this.#newest, run: this.#run };
  }

  /** Something could not be read. What is held is to be taken before. */
  lose(): void {
    if (this.#newest !== undefined) this.#doubt = { since: this.#newest, run: -Infinity };
  }

  /** The doubt is no more: it is marked, or what was in doubt does not matter. */
  settle(): void {
    this.#doubt = undefined;
  }

  /**
   * Holds the lines that are new.
   * @returns The oldest run of flyctl that brought one of them before; `Infinity` when there is none. flyctl starts with
   * the newest page of the log, so that one from an earlier run proves that none is missing.
   */
  receive(entries: readonly LogEntry[]): number {
    let oldestRun = Infinity;
    for (const entry of entries) {
      if (isBlank(entry.message)) continue;
      const time = this.#times.read(entry.timestamp);
      const run = this.#recent.add(entry, time, this.#run);
      if (run === undefined) this.#hold(new Line(entry, time, this.#redact));
      else if (run < oldestRun) oldestRun = run;
    }
    if (this.#doubt && oldestRun < this.#doubt.run) this.#doubt = undefined;
    return oldestRun;
  }

  add(row: Unplaced): void {
    this.#held.add(row);
  }

  /** @returns What has been held for long enough, in order. To be called in intervals of the time to hold. */
  take(): Unplaced[] {
    return this.#held.take();
  }

  takeAll(): Unplaced[] {
    return this.#held.takeAll();
  }

  #hold(line: Line): void {
    if (this.#newest === undefined || line.time > this.#newest) this.#newest = line.time;
    this.#held.add(line);
  }
}

/** Lines of nothing but blanks and line breaks come from Fly now and then. */
function isBlank(message: string): boolean {
  return message.charCodeAt(0) <= 32 ? message.trim() === '' : message === '';
}
