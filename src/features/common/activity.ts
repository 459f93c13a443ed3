import type { Disposable } from '../../core/disposable.ts';
import { Emitter, type Event } from '../../core/emitter.ts';
import type { Failure } from '../../core/errors.ts';

/** How many runs are kept; the log has them all. */
const kept = 200;

/** One thing that was done, or is being done, at the user's request. */
export interface Run {
  /** Counts up from 1. */
  readonly id: number;
  readonly title: string;
  /** The flyctl commands as they can be typed, in their order; empty when the work is not flyctl's alone. */
  readonly commands: readonly string[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Absent while it is under way. */
  readonly end?: RunEnd;
}

export interface RunEnd {
  readonly outcome: 'done' | 'cancelled' | 'failed';
  readonly durationMs: number;
  /** Of a run that failed. */
  readonly failure?: Failure;
}

/** What was done in this window, newest first. */
export class Activity implements Disposable {
  readonly #changed = new Emitter<Run>();
  #runs: readonly Run[] = [];
  #begun = 0;

  /** Fired when a run begins and when it ends. */
  readonly onDidChange: Event<Run> = this.#changed.event;

  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** Notes that a run begins. Call the returned function once, when it ends. */
  begin(title: string, commands: readonly string[]): (outcome: RunEnd['outcome'], failure?: Failure) => void {
    this.#begun += 1;
    const run: Run = { id: this.#begun, title, commands, startedAt: Date.now() };
    this.#runs = [run, ...this.#runs].slice(0, kept);
    this.#changed.fire(run);
    return (outcome, failure) =>
      this.#replace({
        ...run,
        end: { outcome, durationMs: Date.now() - run.startedAt, ...(failure && { failure }) },
      });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #replace(run: Run): void {
    this.#runs = this.#runs.map((other) => (other.id === run.id ? run : other));
    this.#changed.fire(run);
  }
}
