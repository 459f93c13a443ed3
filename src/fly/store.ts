import type { Disposable } from '../core/disposable.ts';
import { Emitter, type Event } from '../core/emitter.ts';
import { Failure, toFailure } from '../core/errors.ts';
import type { Flyctl, Verb } from './flyctl.ts';
import type { Address, App, Certificate, Machine, Release, Secret, Volume } from './model.ts';
import { runsOpenClaw } from './openclaw.ts';
import { listApps } from './verbs/apps.ts';
import { listCertificates } from './verbs/certificates.ts';
import { listAddresses } from './verbs/ips.ts';
import { listMachines } from './verbs/machines.ts';
import { listReleases } from './verbs/releases.ts';
import { listSecrets } from './verbs/secrets.ts';
import { listVolumes } from './verbs/volumes.ts';

/** Something read from Fly. A failed refresh keeps the old data and sets `error`; the next good one clears it. */
export interface Resource<T> {
  readonly data?: T;
  /** When `data` was read, in milliseconds since the epoch. */
  readonly fetchedAt?: number;
  /** Why the last refresh failed: `data`, if any, is stale. */
  readonly error?: Failure;
}

/** What is held about one app. Each part is read on its own, when it is first wanted. */
export interface AppParts {
  readonly machines: readonly Machine[];
  readonly addresses: readonly Address[];
  readonly certificates: readonly Certificate[];
  readonly volumes: readonly Volume[];
  readonly secrets: readonly Secret[];
  readonly releases: readonly Release[];
}

export type AppPart = keyof AppParts;

/** The list of apps or what is known about them, or one part of one app. */
export type StoreChange = 'apps' | { readonly app: string; readonly part: AppPart };

type Held = { [P in AppPart]: Resource<AppParts[P]> };

const readers: { readonly [P in AppPart]: (app: string) => Verb<AppParts[P]> } = {
  machines: listMachines,
  addresses: listAddresses,
  certificates: listCertificates,
  volumes: listVolumes,
  secrets: listSecrets,
  releases: listReleases,
};

const parts: readonly AppPart[] = ['machines', 'addresses', 'certificates', 'volumes', 'secrets', 'releases'];

const nothingHeld: Held = {
  machines: {},
  addresses: {},
  certificates: {},
  volumes: {},
  secrets: {},
  releases: {},
};

interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

/** The state of the user's deployments: apps, and per app its machines, addresses, volumes and secrets' names. */
export class DeploymentStore implements Disposable {
  readonly #flyctl: Flyctl;
  readonly #held = new Map<string, Held>();
  readonly #changed = new Emitter<StoreChange>();
  readonly #disposal = new AbortController();
  readonly #openclaw: Set<string>;
  readonly #examined = new Set<string>();
  /** Which read each thing that is held came from; reads are counted as they start. */
  readonly #origins = new Map<string, number>();
  #reads = 0;
  #apps: Resource<readonly App[]> = {};
  #knownApps: readonly string[] = [];

  /** Fired when something is other than before; a refresh that brought the same again is not a change. */
  readonly onDidChange: Event<StoreChange> = this.#changed.event;

  /** @param openclawApps Names of apps that were seen to run OpenClaw before. */
  constructor(flyctl: Flyctl, openclawApps: readonly string[] = []) {
    this.#flyctl = flyctl;
    this.#openclaw = new Set(openclawApps);
  }

  get apps(): Resource<readonly App[]> {
    return this.#apps;
  }

  /** Names of the apps that run OpenClaw, as far as is known. */
  get openclawApps(): readonly string[] {
    return [...this.#openclaw];
  }

  /** The apps that the workspace names in fly.toml. */
  get knownApps(): readonly string[] {
    return this.#knownApps;
  }

  set knownApps(names: readonly string[]) {
    if (names.join() === this.#knownApps.join()) return;
    this.#knownApps = names;
    this.#changed.fire('apps');
  }

  app(name: string): Readonly<Held> {
    return this.#held.get(name) ?? nothingHeld;
  }

  /** Whether the app runs OpenClaw: named by the workspace, seen to before, or judged by its machines. */
  isOpenClaw(name: string): boolean {
    return this.#knownApps.includes(name) || this.#openclaw.has(name);
  }

  /**
   * Reads the apps again, and every part of an app that was read before. The machines of the workspace's apps are
   * read along, so that the first tree waits for one call and not for two in a row. Never throws: see `Resource`.
   */
  async refresh(options: ReadOptions = {}): Promise<void> {
    const wanted = this.#knownApps.map((app) => this.load(app, 'machines', options));
    for (const [app, held] of this.#held) {
      for (const part of parts) {
        const { data, error } = held[part];
        if (data !== undefined || error) wanted.push(this.load(app, part, options));
      }
    }
    await Promise.all([this.#loadApps(options), ...wanted]);
  }

  /** Reads one part of an app. Never throws: see `Resource`. */
  async load(app: string, part: AppPart, options: ReadOptions = {}): Promise<void> {
    await this.read(app, part, options).catch(() => undefined);
  }

  /** Reads one part of an app anew. @throws Failure */
  async read<P extends AppPart>(app: string, part: P, options: ReadOptions): Promise<AppParts[P]> {
    const read = ++this.#reads;
    try {
      const data = await this.#flyctl.run(readers[part](app), { signal: this.#signal(options) });
      this.#set(app, part, read, { data, fetchedAt: Date.now() });
      return data;
    } catch (thrown) {
      const error = toFailure(thrown);
      if (error.kind !== 'cancelled') this.#set(app, part, read, { ...this.app(app)[part], error });
      throw error;
    }
  }

  /** @throws Failure when they are not held and cannot be read. */
  async listApps(options: ReadOptions = {}): Promise<readonly App[]> {
    if (this.#apps.data === undefined) await this.#loadApps(options);
    if (this.#apps.data === undefined) throw this.#apps.error ?? new Failure('failed');
    return this.#apps.data;
  }

  /** The machines of an app, held or read; `fresh` reads them in any case. @throws Failure */
  async machines(app: string, options: ReadOptions & { fresh?: boolean } = {}): Promise<readonly Machine[]> {
    const held = this.app(app).machines;
    return held.data !== undefined && !options.fresh ? held.data : this.read(app, 'machines', options);
  }

  /**
   * Looks once at the machines of each app that nothing is known about yet, unless there are more than `limit` apps,
   * so that apps that run OpenClaw can come first. Failures are left to the reads that the user asked for.
   */
  async detectOpenClaw(limit: number): Promise<void> {
    const apps = this.#apps.data ?? [];
    if (apps.length > limit) return;
    const unknown = apps.filter(({ name }) => !this.#examined.has(name) && !this.isOpenClaw(name));
    await Promise.all(unknown.map(({ name }) => this.#examine(name)));
  }

  dispose(): void {
    this.#disposal.abort();
    this.#changed.dispose();
  }

  async #examine(name: string): Promise<void> {
    this.#examined.add(name);
    const verb = listMachines(name);
    const machines = await this.#flyctl.run(verb, { signal: this.#disposal.signal }).catch(() => []);
    this.#judge(name, machines);
  }

  #judge(app: string, machines: readonly Machine[] | undefined): void {
    if (this.#openclaw.has(app) || !machines?.some(runsOpenClaw)) return;
    this.#openclaw.add(app);
    this.#changed.fire('apps');
  }

  async #loadApps(options: ReadOptions): Promise<void> {
    const read = ++this.#reads;
    try {
      const data = await this.#flyctl.run(listApps(), { signal: this.#signal(options) });
      if (!this.#isNews('apps', read)) return;
      this.#setApps({ data, fetchedAt: Date.now() });
    } catch (thrown) {
      const error = toFailure(thrown);
      if (error.kind !== 'cancelled' && this.#isNews('apps', read)) this.#failApps(error);
    }
  }

  /** A token limited to one app cannot list apps: then the workspace's own apps are shown. */
  #failApps(error: Failure): void {
    const limited = error.kind === 'forbidden' && this.#knownApps.length > 0;
    const known = this.#knownApps.map((name) => ({ name, organization: '', status: '', hostname: '' }));
    this.#setApps(
      limited ? { ...this.#apps, data: this.#apps.data ?? known, error } : { ...this.#apps, error },
    );
  }

  #setApps(apps: Resource<readonly App[]>): void {
    const before = this.#apps;
    this.#apps = apps;
    if (differ(before, apps)) this.#changed.fire('apps');
  }

  #set<P extends AppPart>(app: string, part: P, read: number, value: Resource<AppParts[P]>): void {
    if (!this.#isNews(`${app}/${part}`, read)) return;
    const before = this.app(app);
    const held: Held = { ...before, [part]: value };
    this.#held.set(app, held);
    this.#judge(app, held.machines.data);
    if (differ(before[part], value)) this.#changed.fire({ app, part });
  }

  /** An answer that was asked for earlier than the one that is held came late: it shows what was before. */
  #isNews(key: string, read: number): boolean {
    if (read < (this.#origins.get(key) ?? 0)) return false;
    this.#origins.set(key, read);
    return true;
  }

  #signal({ signal }: ReadOptions): AbortSignal {
    return signal ? AbortSignal.any([signal, this.#disposal.signal]) : this.#disposal.signal;
  }
}

/** Whether somebody who looks at both sees a difference. */
function differ(before: Resource<unknown>, after: Resource<unknown>): boolean {
  return (
    before.error?.message !== after.error?.message ||
    JSON.stringify(before.data) !== JSON.stringify(after.data)
  );
}
