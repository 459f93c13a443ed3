import PQueue from 'p-queue';
import { Failure } from '../core/errors.ts';

/** Decides when a process may start: at most so many at once, and one at a time in each lane. */
export class Queues {
  readonly #slots: PQueue;
  readonly #lanes = new Map<string, PQueue>();

  constructor(slots: number) {
    this.#slots = new PQueue({ concurrency: slots });
  }

  /**
   * Runs `work` when its turn has come. Who waits for a lane takes no slot.
   * @throws Failure `cancelled` as soon as the signal is aborted before the turn; from then on it is up to `work`,
   * which keeps its turn until it ends.
   */
  run<T>(work: () => Promise<T>, lane: string | undefined, signal: AbortSignal): Promise<T> {
    const inSlot = (): Promise<T> => enter(this.#slots, work, signal);
    return lane === undefined ? inSlot() : enter(this.#lane(lane), inSlot, signal);
  }

  #lane(name: string): PQueue {
    const lane = this.#lanes.get(name) ?? new PQueue({ concurrency: 1 });
    this.#lanes.set(name, lane);
    return lane;
  }
}

/** Not PQueue's own `signal`: that gives the turn away while the process is still being ended. */
function enter<T>(queue: PQueue, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(new Failure('cancelled'));
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    void queue.add(async () => {
      if (signal.aborted) return;
      signal.removeEventListener('abort', leave);
      await work().then(resolve, reject);
    });
  });
}
