import { type Failure, toFailure } from '../../core/errors.ts';
import type { Flyctl } from '../flyctl.ts';
import type { LogEntry } from '../model.ts';
import { type Clock, sleep } from './clock.ts';
import { LogReader } from './reader.ts';
import { TimeReader } from './time.ts';
import { followLog, type LogTarget, recentLog } from '../verbs/logs.ts';
import { Watchdog } from './watchdog.ts';

/** What a log needs of flyctl. */
export type LogSource = Pick<Flyctl, 'run' | 'stream'>;

export interface ConnectionOptions {
  readonly target: LogTarget;
  readonly flyctl: LogSource;
  readonly clock: Clock;
  /** After how much silence it is looked whether flyctl still works, in milliseconds. */
  readonly silenceMs: number;
  readonly onConnect: () => void;
  readonly onLive: () => void;
  readonly onEntries: (entries: readonly LogEntry[]) => void;
  /** Something that flyctl printed could not be read. */
  readonly onLoss: () => void;
}

/** flyctl prints nothing when it has connected, but errors of the app and the account come within this time. */
const quietStartMs = 3_000;
/** A line of the page may be on its way here. */
const graceMs = 5_000;

/** Runs of `flyctl logs --json`, one after the other. */
export class LogConnection {
  readonly #options: ConnectionOptions;
  readonly #times = new TimeReader();
  /** The time of the newest entry of all runs. */
  #newest = -Infinity;
  /** Counts chunks of output. */
  #chunks = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** Runs flyctl once. @returns Why it ended; `undefined` when it ended with 0, was dead, or the computer slept. */
  async run(signal: AbortSignal): Promise<Failure | undefined> {
    const { clock, silenceMs } = this.#options;
    const dead = new AbortController();
    const either = AbortSignal.any([signal, dead.signal]);
    const watchdog = new Watchdog({
      clock,
      silenceMs,
      onSilence: () => void this.#endIfDead(dead, either),
      onWake: () => dead.abort(),
    });
    try {
      await this.#follow(either, watchdog);
      return undefined;
    } catch (error) {
      return dead.signal.aborted ? undefined : toFailure(error);
    } finally {
      watchdog.dispose();
      dead.abort();
    }
  }

  async #follow(signal: AbortSignal, watchdog: Watchdog): Promise<void> {
    const { clock, flyctl, target, onConnect, onLive } = this.#options;
    const stream = await flyctl.stream(followLog(target), { signal });
    // It also rejects while the output is still read.
    stream.ended.catch(() => undefined);
    onConnect();
    const quietStart = clock.after(quietStartMs, onLive);
    try {
      const reader = new LogReader();
      for await (const chunk of stream.stdout) {
        if (signal.aborted) break;
        watchdog.feed();
        this.#chunks++;
        this.#pass(reader.push(chunk));
      }
    } finally {
      quietStart.dispose();
    }
    await stream.ended;
  }

  #pass(batches: readonly (readonly LogEntry[])[]): void {
    const { onLive, onEntries, onLoss } = this.#options;
    batches.forEach((entries, index) => {
      if (index > 0) onLoss();
      if (entries.length === 0) return;
      for (const { timestamp } of entries) this.#newest = Math.max(this.#newest, this.#times.read(timestamp));
      onLive();
      onEntries(entries);
    });
  }

  /** A silent log may be a quiet one, or flyctl may hang (flyctl#515): the newest page tells. */
  async #endIfDead(dead: AbortController, signal: AbortSignal): Promise<void> {
    const { clock, silenceMs } = this.#options;
    const chunks = this.#chunks;
    const isBehind = await this.#isBehind(signal);
    if (isBehind) await sleep(clock, Math.min(graceMs, silenceMs), signal);
    if (isBehind && this.#chunks === chunks) dead.abort();
  }

  /** Whether there are lines that did not come, or no way to know. */
  async #isBehind(signal: AbortSignal): Promise<boolean> {
    const { flyctl, target } = this.#options;
    try {
      const page = await flyctl.run(recentLog(target), { signal });
      return page.some(({ timestamp }) => this.#times.read(timestamp) > this.#newest);
    } catch (error) {
      // An empty log has no page.
      return toFailure(error).kind !== 'timeout';
    }
  }
}
