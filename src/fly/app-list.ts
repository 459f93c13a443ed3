import { toFailure } from '../core/errors.ts';
import type { Flyctl } from './flyctl.ts';
import type { App } from './model.ts';
import { differ, Reads, type Resource } from './resource.ts';
import { listApps, status } from './verbs/apps.ts';

/**
 * The apps of the account. A token that is limited to one app cannot list apps: then those that the workspace or the user
 * names are shown. What the user names is shown in any case.
 */
export class AppList {
  readonly #flyctl: Flyctl;
  readonly #onChange: () => void;
  readonly #reads = new Reads();
  /** Records of apps that were asked for by name. */
  readonly #described = new Map<string, App>();
  readonly #asked = new Set<string>();
  #listed: Resource<readonly App[]> = {};
  #shown: Resource<readonly App[]> = {};
  #byName: ReadonlyMap<string, App> = new Map();
  #named: readonly string[] = [];
  #added: readonly string[] = [];

  constructor(flyctl: Flyctl, onChange: () => void) {
    this.#flyctl = flyctl;
    this.#onChange = onChange;
  }

  get apps(): Resource<readonly App[]> {
    return this.#shown;
  }

  find(name: string): App | undefined {
    return this.#byName.get(name);
  }

  /** Whether the token may not list apps, so that only those are shown that have been named. */
  get limited(): boolean {
    return this.#listed.error?.kind === 'forbidden' && this.#listed.data === undefined;
  }

  /** The apps that the workspace names in fly.toml. */
  get named(): readonly string[] {
    return this.#named;
  }

  set named(names: readonly string[]) {
    if (names.join() === this.#named.join()) return;
    this.#named = names;
    this.#compose();
    this.#onChange();
  }

  /** The apps that the user has named. */
  get added(): readonly string[] {
    return this.#added;
  }

  set added(names: readonly string[]) {
    if (names.join() === this.#added.join()) return;
    this.#added = names;
    if (this.#compose()) this.#onChange();
  }

  /** Lists the apps. Never throws: see `Resource`. */
  async load(signal: AbortSignal): Promise<void> {
    const read = this.#reads.begin();
    try {
      const data = await this.#flyctl.run(listApps(), { signal });
      if (this.#reads.isNews('apps', read)) this.#listed = { data, fetchedAt: Date.now() };
    } catch (thrown) {
      const error = toFailure(thrown);
      if (error.kind === 'cancelled' || !this.#reads.isNews('apps', read)) return;
      this.#listed = { ...this.#listed, error };
    }
    if (this.#compose()) this.#onChange();
    // Nobody waits for it: the machines of these apps are shown meanwhile.
    void this.#describeNamed(signal);
  }

  /** Reads the record of one app, which a token for this app alone may do. @throws Failure */
  async describe(name: string, signal: AbortSignal): Promise<App> {
    const { organization, status: state, hostname } = await this.#flyctl.run(status(name), { signal });
    const app = { name, organization, status: state, hostname };
    this.#described.set(name, app);
    if (this.#compose()) this.#onChange();
    return app;
  }

  async #describeNamed(signal: AbortSignal): Promise<void> {
    const listed = new Set(this.#listed.data?.map(({ name }) => name));
    const wanted = this.#ownNames().filter((name) => !listed.has(name) && !this.#asked.has(name));
    for (const name of wanted) this.#asked.add(name);
    await Promise.all(wanted.map((name) => this.describe(name, signal).catch(() => undefined)));
  }

  /** The workspace's apps are added only where they cannot be listed: fly.toml may name one that is not there yet. */
  #ownNames(): readonly string[] {
    return this.limited ? [...new Set([...this.#named, ...this.#added])] : this.#added;
  }

  /** @returns Whether the result is another than before. */
  #compose(): boolean {
    const before = this.#shown;
    const { data: listed, error } = this.#listed;
    const names = new Set(listed?.map(({ name }) => name));
    const own = this.#ownNames()
      .filter((name) => !names.has(name))
      .map((name) => this.#described.get(name) ?? nothingBut(name));
    const data = listed || (this.limited && own.length > 0) ? [...(listed ?? []), ...own] : undefined;
    this.#shown = { ...this.#listed, ...(data && { data }), ...(error && { error }) };
    this.#byName = new Map(data?.map((app) => [app.name, app]));
    return differ(before, this.#shown);
  }
}

function nothingBut(name: string): App {
  return { name, organization: '', status: '', hostname: '' };
}
