import type { Disposable } from './disposable.ts';

/** Subscribes a listener. Structurally the same as VS Code's `Event`. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** The source of an event. Listeners are called in the order in which they subscribed. */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    const own = (value: T): void => listener(value);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
