import type { Memento } from 'vscode';
import { Emitter, type Event } from '../../core/emitter.ts';
import type { Disposable } from '../../core/disposable.ts';
import type { Filter } from './filter.ts';

/** What is remembered of a filter, and for whom: what is about apps as such holds in every window. */
const scopes = {
  organizations: 'workspace',
  onlyOpenClaw: 'workspace',
  hidden: 'global',
  pinned: 'global',
} as const;

type Remembered = keyof typeof scopes;

/** What the user wants to see in the tree, remembered. */
export class Preferences implements Disposable {
  readonly #memory: { readonly workspace: Memento; readonly global: Memento };
  readonly #changed = new Emitter<void>();
  #showHidden = false;

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(memory: { readonly workspace: Memento; readonly global: Memento }) {
    this.#memory = memory;
  }

  get filter(): Filter {
    return {
      organizations: this.#get('organizations', []),
      onlyOpenClaw: this.#get('onlyOpenClaw', false),
      hidden: this.#get('hidden', []),
      pinned: this.#get('pinned', []),
      showHidden: this.#showHidden,
    };
  }

  /** Changes a part of the filter. */
  async update(changes: Partial<Filter>): Promise<void> {
    this.#showHidden = changes.showHidden ?? this.#showHidden;
    const { organizations, onlyOpenClaw, hidden, pinned } = changes;
    await Promise.all(
      Object.entries({ organizations, onlyOpenClaw, hidden, pinned }).map(([name, value]) =>
        value === undefined || !isRemembered(name)
          ? undefined
          : this.#mementoOf(name).update(keyOf(name), value),
      ),
    );
    this.#changed.fire();
  }

  /** Apps that the user has named, which the account does not list. */
  get addedApps(): readonly string[] {
    return this.#memory.workspace.get<readonly string[]>(keyOf('added'), []);
  }

  async rememberAddedApps(names: readonly string[]): Promise<void> {
    await this.#memory.workspace.update(keyOf('added'), names);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #get<T>(name: Remembered, otherwise: T): T {
    return this.#mementoOf(name).get(keyOf(name), otherwise);
  }

  #mementoOf(name: Remembered): Memento {
    return this.#memory[scopes[name]];
  }
}

function isRemembered(name: string): name is Remembered {
  return name in scopes;
}

function keyOf(name: string): string {
  return `explorer.${name}`;
}
