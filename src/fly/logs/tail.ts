import type { Disposable } from '../../core/disposable.ts';
import { Emitter } from '../../core/emitter.ts';
import { type Failure, lastingKinds } from '../../core/errors.ts';
import type { LogEntry } from '../model.ts';
import { type Clock, sleep } from './clock.ts';
import { LogConnection, type LogSource } from './connection.ts';
import type { LogTarget } from '../verbs/logs.ts';

export type LogState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `at`: when the next attempt starts, in milliseconds since the epoch. Without `failure`, flyctl ended with 0. */
  | { readonly kind: 'reconnecting'; readonly at: number; readonly failure?: Failure }
  /** Trying again would not help until the user has done something about it. */
  | { readonly kind: 'ended'; readonly failure: Failure };

export interface LogTailOptions {
  readonly target: LogTarget;
  readonly flyctl: LogSource;
  readonly clock: Clock;
  /** In [0, 1), like `Math.random`. */
  readonly random: () => number;
  /** After how much silence it is looked whether flyctl still works, in milliseconds; three minutes when left out. */
  readonly silenceMs?: number;
}

/** Looking at the newest page takes a short run of flyctl. */
const defaultSilenceMs = 3 * 60_000;
/** A connection that lasted as long as this does not count as a failed attempt. */
const healthyMs = 30_000;

/**
 * How long to wait before the attempt after `failures` failed ones in a row: 1 s doubling to 30 s, of which a random
 * half, so that many views do not come back at the same moment.
 */
export function backoffMs(failures: number, random: () => number): number {
  const full = Math.min(30_000, 1_000 * 2 ** failures);
  return Math.round(full / 2 + (full / 2) * random());
}

/** Keeps `flyctl logs --json` running: starts it again when it ends, as it does now and then without an error. */
export class LogTail implements Disposable {
  readonly #options: LogTailOptions;
  readonly #didConnect = new Emitter<void>();
  readonly #didReceive = new Emitter<readonly LogEntry[]>();
  readonly #didLose = new Emitter<void>();
  readonly #didChangeState = new Emitter<LogState>();
  /** A new flyctl process runs; entries of the one before may come again. */
  readonly onDidConnect = this.#didConnect.event;
  readonly onDidReceive = this.#didReceive.event;
  /** Something that came could not be read. */
  readonly onDidLose = this.#didLose.event;
  readonly onDidChangeState = this.#didChangeState.event;
  #state: LogState = { kind: 'connecting' };
  #running = new AbortController();

  constructor(options: LogTailOptions) {
    this.#options = options;
  }

  get state(): LogState {
    return this.#state;
  }

  /** Connects now, whatever the state. */
  restart(): void {
    this.#running.abort();
    this.#running = new AbortController();
    void this.#run(this.#running.signal);
  }

  /** Ends flyctl. */
  dispose(): void {
    this.#running.abort();
    this.#didConnect.dispose();
    this.#didReceive.dispose();
    this.#didLose.dispose();
    this.#didChangeState.dispose();
  }

  /** Nothing more comes from a connection after its signal. */
  #connection(signal: AbortSignal): LogConnection {
    const { target, flyctl, clock, silenceMs = defaultSilenceMs } = this.#options;
    const unlessAborted =
      <T extends readonly unknown[]>(action: (...values: T) => void) =>
      (...values: T): void => {
        if (!signal.aborted) action(...values);
      };
    return new LogConnection({
      ...{ target, flyctl, clock, silenceMs },
      onConnect: unlessAborted(() => this.#didConnect.fire()),
      onLive: unlessAborted(() => this.#setState({ kind: 'live' })),
      onEntries: unlessAborted((entries) => this.#didReceive.fire(entries)),
      onLoss: unlessAborted(() => this.#didLose.fire()),
    });
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#options;
    const connection = this.#connection(signal);
    for (let failures = 0; ; failures++) {
      this.#setState({ kind: 'connecting' });
      const startedAt = clock.now();
      const failure = await connection.run(signal);
      if (signal.aborted) return;
      if (failure && lastingKinds.has(failure.kind)) return this.#setState({ kind: 'ended', failure });
      if (clock.now() - startedAt >= healthyMs) failures = 0;
      const at = clock.now() + backoffMs(failures, random);
      this.#setState({ kind: 'reconnecting', at, ...(failure && { failure }) });
      await sleep(clock, at - clock.now(), signal);
      if (signal.aborted) return;
    }
  }

  #setState(state: LogState): void {
    if (state.kind === 'live' && this.#state.kind === 'live') return;
    this.#state = state;
    this.#didChangeState.fire(state);
  }
}
