import type { Disposable } from '../../core/disposable.ts';
import { Emitter } from '../../core/emitter.ts';
import { type Failure, type FailureKind, toFailure } from '../../core/errors.ts';
import type { Flyctl, StreamVerb } from '../flyctl.ts';
import type { LogEntry } from '../model.ts';
import { type Clock, sleep } from './clock.ts';
import { LogReader } from './reader.ts';

/** An app, or one of its machines. */
export interface LogTarget {
  readonly app: string;
  /** The machine's id. */
  readonly machine?: string;
}

export type LogState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `at`: when the next attempt starts, in milliseconds since the epoch. Without `failure`, flyctl ended with 0. */
  | { readonly kind: 'reconnecting'; readonly at: number; readonly failure?: Failure }
  /** Trying again would not help until the user has done something about it. */
  | { readonly kind: 'ended'; readonly failure: Failure };

export interface LogTailOptions {
  readonly target: LogTarget;
  readonly flyctl: Pick<Flyctl, 'stream'>;
  readonly clock: Clock;
  /** In [0, 1), like `Math.random`. */
  readonly random: () => number;
}

/** flyctl prints nothing when it has connected, but errors of the app and the account come within this time. */
const quietStartMs = 3_000;
/** A silent tail may be a dead one (flyctl#515); restarting a healthy one costs nothing that is seen. */
const maxSilenceMs = 10 * 60_000;
/** A connection that lasted as long as this does not count as a failed attempt. */
const healthyMs = 30_000;

const final: ReadonlySet<FailureKind> = new Set([
  'untrusted',
  'notInstalled',
  'notLoggedIn',
  'forbidden',
  'notFound',
]);

/** @returns `flyctl logs` for the target. With a machine, flyctl ignores the region filter. */
export function logsVerb(target: LogTarget): StreamVerb {
  const machine = target.machine === undefined ? [] : ['--machine', target.machine];
  return { args: ['logs', '--app', target.app, ...machine, '--json'], app: target.app };
}

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
  readonly #didChangeState = new Emitter<LogState>();
  /** A new flyctl process runs; entries of the one before may come again. */
  readonly onDidConnect = this.#didConnect.event;
  readonly onDidReceive = this.#didReceive.event;
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
    this.#didChangeState.dispose();
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#options;
    for (let failures = 0; ; failures++) {
      this.#setState({ kind: 'connecting' });
      const startedAt = clock.now();
      const failure = await this.#connect(signal);
      if (signal.aborted) return;
      if (failure && final.has(failure.kind)) return this.#setState({ kind: 'ended', failure });
      if (clock.now() - startedAt >= healthyMs) failures = 0;
      const at = clock.now() + backoffMs(failures, random);
      this.#setState({ kind: 'reconnecting', at, ...(failure && { failure }) });
      await sleep(clock, at - clock.now(), signal);
      if (signal.aborted) return;
    }
  }

  /** One run of flyctl. @returns Why it ended; `undefined` when it ended with 0 or fell silent. */
  async #connect(signal: AbortSignal): Promise<Failure | undefined> {
    const { clock, flyctl, target } = this.#options;
    const silence = new AbortController();
    const watch = (): Disposable => clock.after(maxSilenceMs, () => silence.abort());
    const live = (): void => {
      if (!signal.aborted) this.#setState({ kind: 'live' });
    };
    let quietStart: Disposable | undefined;
    let watchdog = watch();
    try {
      const stream = await flyctl.stream(logsVerb(target), {
        signal: AbortSignal.any([signal, silence.signal]),
      });
      const ended = stream.ended.then(() => undefined, toFailure);
      this.#didConnect.fire();
      quietStart = clock.after(quietStartMs, live);
      const reader = new LogReader();
      for await (const chunk of stream.stdout) {
        if (signal.aborted) break;
        watchdog.dispose();
        watchdog = watch();
        const entries = reader.push(chunk);
        if (entries.length === 0) continue;
        live();
        this.#didReceive.fire(entries);
      }
      return silence.signal.aborted ? undefined : await ended;
    } catch (error) {
      return silence.signal.aborted ? undefined : toFailure(error);
    } finally {
      watchdog.dispose();
      quietStart?.dispose();
    }
  }

  #setState(state: LogState): void {
    if (state.kind === 'live' && this.#state.kind === 'live') return;
    this.#state = state;
    this.#didChangeState.fire(state);
  }
}
