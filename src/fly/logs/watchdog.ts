import type { Disposable } from '../../core/disposable.ts';
import type { Clock } from './clock.ts';

export interface WatchdogOptions {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly silenceMs: number;
  /** Nothing came for `silenceMs`; called again after as much more silence. */
  readonly onSilence: () => void;
  /** The computer slept, after which connections are mostly dead without a sign of it. */
  readonly onWake: () => void;
}

const beatMs = 10_000;
/** A timer that fires this much too late was held up by the sleep of the computer, not by work. */
const lateMs = 30_000;

/** Watches a stream from which nothing may come for good reasons. */
export class Watchdog implements Disposable {
  readonly #options: WatchdogOptions;
  #fedAt: number;
  #due = 0;
  #timer: Disposable | undefined;

  constructor(options: WatchdogOptions) {
    this.#options = options;
    this.#fedAt = options.clock.now();
    this.#arm();
  }

  /** Something came. */
  feed(): void {
    this.#fedAt = this.#options.clock.now();
  }

  dispose(): void {
    this.#timer?.dispose();
  }

  #arm(): void {
    const { clock, silenceMs } = this.#options;
    const ms = Math.min(beatMs, silenceMs);
    this.#due = clock.now() + ms;
    this.#timer = clock.after(ms, () => this.#beat());
  }

  #beat(): void {
    const { clock, silenceMs, onSilence, onWake } = this.#options;
    const now = clock.now();
    if (now - this.#due > lateMs) return onWake();
    this.#arm();
    if (now - this.#fedAt < silenceMs) return;
    this.#fedAt = now;
    onSilence();
  }
}
