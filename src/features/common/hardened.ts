import type * as vscode from 'vscode';
import { Emitter, type Event } from '../../core/emitter.ts';
import type { DeploymentStore } from '../../fly/store.ts';

/** The memento that remembers which apps are meant to be private. */
const key = 'hardenedApps';

/** The apps that were made private from here, and whether one of them is public again. */
export class Hardened implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #store: DeploymentStore;
  readonly #changed = new Emitter<string>();

  /** Fired with the name of an app that was made private, or public on purpose. Addresses are the store's to tell. */
  readonly onDidChange: Event<string> = this.#changed.event;

  constructor(memory: vscode.Memento, store: DeploymentStore) {
    this.#memory = memory;
    this.#store = store;
  }

  /** Whether the app is meant to be private. */
  isHardened(app: string): boolean {
    return this.#apps.includes(app);
  }

  /** Whether the app is meant to be private and was last seen with an address of the internet. Reads nothing. */
  isPublicAgain(app: string): boolean {
    return (
      this.isHardened(app) && (this.#store.app(app).addresses.data ?? []).some((address) => address.public)
    );
  }

  /** Remembers, also for other windows, that the app is meant to be private, or is not any more. */
  async remember(app: string, hardened: boolean): Promise<void> {
    if (this.isHardened(app) === hardened) return;
    const others = this.#apps.filter((other) => other !== app);
    await this.#memory.update(key, hardened ? [...others, app] : others);
    this.#changed.fire(app);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  get #apps(): readonly string[] {
    return this.#memory.get<readonly string[]>(key, []);
  }
}
