import * as vscode from 'vscode';
import type { DeploymentStore } from '../../fly/store.ts';
import { isSettled } from '../common/machine-state.ts';

/** How often machines that are on their way to another state are read, in milliseconds. */
const pollMs = 2_000;
/** A machine that is on its way for longer is left to the ordinary refresh, in milliseconds. */
const patienceMs = 5 * 60_000;

interface Options {
  readonly store: DeploymentStore;
  /** The apps whose machines the user can see; none while the view is hidden. */
  watched(): readonly string[];
}

/** Follows machines that somebody sees starting or stopping until they have arrived. */
export class Follower implements vscode.Disposable {
  readonly #options: Options;
  readonly #subscription: vscode.Disposable;
  /** When machines of an app were first seen on their way, in milliseconds since the epoch. */
  readonly #since = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#subscription = vscode.Disposable.from(
      options.store.onDidChange((change) => {
        if (change !== 'apps' && change.part === 'machines') this.look();
      }),
    );
  }

  /** Looks whether there is anything to follow; to be called when the user sees something else. */
  look(): void {
    if (this.#timer === undefined && this.#unsettled().length > 0) {
      this.#timer = setTimeout(() => void this.#poll(), pollMs);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }

  async #poll(): Promise<void> {
    await Promise.all(this.#unsettled().map((app) => this.#options.store.load(app, 'machines')));
    this.#timer = undefined;
    this.look();
  }

  #unsettled(): readonly string[] {
    const { store, watched } = this.#options;
    return watched().filter((app) => {
      if ((store.app(app).machines.data ?? []).every(({ state }) => isSettled(state))) {
        this.#since.delete(app);
        return false;
      }
      const since = this.#since.get(app) ?? Date.now();
      this.#since.set(app, since);
      return Date.now() - since < patienceMs;
    });
  }
}
