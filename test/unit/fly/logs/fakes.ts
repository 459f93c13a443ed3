import type { Disposable } from '../../../../src/core/disposable.ts';
import { Failure } from '../../../../src/core/errors.ts';
import type { Clock } from '../../../../src/fly/logs/clock.ts';
import type { FlyctlStream, StreamVerb, Verb } from '../../../../src/fly/flyctl.ts';
import type { LogSource } from '../../../../src/fly/logs/connection.ts';
import type { LogEntry } from '../../../../src/fly/model.ts';
import { printed } from './fixtures.ts';

/** Lets everything run that waits for promises and streams, but for no timer of the clock. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

/** A clock that only moves when told. */
export class ManualClock implements Clock {
  #now = Date.parse('2026-11-21T20:00:00Z');
  readonly #timers = new Set<{ readonly at: number; readonly action: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, action: () => void): Disposable {
    const timer = { at: this.#now + ms, action };
    this.#timers.add(timer);
    return { dispose: () => this.#timers.delete(timer) };
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Runs what is due in the next `ms` milliseconds, in order, and lets it settle. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (;;) {
      const [next] = [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.action();
      await settle();
    }
    this.#now = end;
  }

  /** The computer sleeps: time passes, and no timer runs. */
  sleep(ms: number): void {
    this.#now += ms;
  }
}

/** One run of flyctl that a test plays. */
export class FakeRun implements FlyctlStream {
  readonly stdout: ReadableStream<Uint8Array>;
  readonly ended: Promise<void>;
  readonly args: readonly string[];
  readonly #signal: AbortSignal;
  #output: ReadableStreamDefaultController<Uint8Array> | undefined;
  #finish: (failure?: Failure) => void = () => {};

  constructor(verb: StreamVerb, signal: AbortSignal) {
    this.args = verb.args;
    this.#signal = signal;
    this.stdout = new ReadableStream({ start: (controller) => (this.#output = controller) });
    this.ended = new Promise((resolve, reject) => {
      this.#finish = (failure) => (failure ? reject(failure) : resolve());
    });
    signal.addEventListener('abort', () => void this.end(new Failure('cancelled')));
  }

  /** Whether the process was told to end. */
  get killed(): boolean {
    return this.#signal.aborted;
  }

  print(...entries: LogEntry[]): Promise<void> {
    return this.write(printed(entries));
  }

  async write(text: string): Promise<void> {
    this.#output?.enqueue(new TextEncoder().encode(text));
    await settle();
  }

  /** Ends: with 0, or with a failure. Only the first end counts. */
  async end(failure?: Failure): Promise<void> {
    this.#output?.close();
    this.#output = undefined;
    this.#finish(failure);
    await settle();
  }
}

/** Hands out `FakeRun`s, and remembers them. */
export class FakeFlyctl implements LogSource {
  readonly runs: FakeRun[] = [];
  /** What `flyctl logs --no-tail` prints, or how it fails. */
  page: readonly LogEntry[] | Failure = new Failure('timeout');
  /** How often that was asked for. */
  pages = 0;
  /** Thrown by the next start. */
  refusal: Failure | undefined;

  stream(verb: StreamVerb, options: { readonly signal: AbortSignal }): Promise<FlyctlStream> {
    const refusal = this.refusal;
    this.refusal = undefined;
    if (refusal) return Promise.reject(refusal);
    const run = new FakeRun(verb, options.signal);
    this.runs.push(run);
    return Promise.resolve(run);
  }

  run<T>(verb: Verb<T>): Promise<T> {
    this.pages++;
    if (this.page instanceof Failure) return Promise.reject(this.page);
    const stdout = new TextEncoder().encode(printed(this.page));
    return Promise.resolve(verb.parse({ stdout, stderr: '', exitCode: 0 }));
  }

  /** The run that was started last. */
  get last(): FakeRun {
    const run = this.runs.at(-1);
    if (!run) throw new Error('flyctl was not started.');
    return run;
  }
}
