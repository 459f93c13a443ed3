import type { App } from '../../fly/model.ts';
import type { Fact } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import {
  exposureOf,
  factsOf,
  type HeldApp,
  troublesOf,
  troubleWord,
  versionOf,
} from '../common/app-facts.ts';
import type { AppHints } from './items/app-item.ts';
import type { Preferences } from './preferences.ts';

/** With more apps than these that run OpenClaw, they are not all opened by themselves: each costs a call. */
const maxOpenedAtOnce = 3;

/** What is known of apps from everywhere, put together. It reads nothing. */
export class AppKnowledge {
  readonly #services: Pick<Services, 'store' | 'drift' | 'hardened'>;
  readonly #preferences: Preferences;
  readonly #troubles = new WeakMap<
    HeldApp,
    { readonly publicAgain: boolean; readonly words: readonly string[] }
  >();

  constructor(services: Pick<Services, 'store' | 'drift' | 'hardened'>, preferences: Preferences) {
    this.#services = services;
    this.#preferences = preferences;
  }

  hints({ name }: App): AppHints {
    const { store } = this.#services;
    const held = store.app(name);
    const { pinned, hidden } = this.#preferences.filter;
    const ofWorkspace = store.knownApps.includes(name);
    const openclaw = store.isOpenClaw(name);
    const exposure = exposureOf(held);
    const version = openclaw ? versionOf(held.machines.data ?? []) : undefined;
    const isPinned = pinned.includes(name);
    const few = store.openclawApps.length <= maxOpenedAtOnce;
    return {
      openclaw,
      ofWorkspace,
      expanded: ofWorkspace || isPinned || (openclaw && few) || store.apps.data?.length === 1,
      pinned: isPinned,
      hidden: hidden.includes(name),
      ...(exposure && { exposure }),
      ...(version !== undefined && { version }),
      troubles: this.troubles(name),
    };
  }

  facts(app: App): readonly Fact[] {
    const { store, drift, hardened } = this.#services;
    return factsOf(app, store.app(app.name), {
      openclaw: store.isOpenClaw(app.name),
      publicAgain: hardened.isPublicAgain(app.name),
      drifted: ({ id }) => drift.of(app.name, id) === true,
    });
  }

  /** What is wrong with an app, in few words each. Thousands of machines are not looked at again before something changes. */
  troubles(app: string): readonly string[] {
    const held = this.#services.store.app(app);
    const publicAgain = this.#services.hardened.isPublicAgain(app);
    const last = this.#troubles.get(held);
    if (last?.publicAgain === publicAgain) return last.words;
    const words = troublesOf(held, { publicAgain }).map(troubleWord);
    this.#troubles.set(held, { publicAgain, words });
    return words;
  }
}
