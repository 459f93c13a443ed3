import type { Disposable } from '../core/disposable.ts';
import { Emitter, type Event } from '../core/emitter.ts';
import { Failure, toFailure } from '../core/errors.ts';
import { AppList } from './app-list.ts';
import { type AppPart, type AppParts, type Held, liveParts, nothingHeld, readers } from './app-parts.ts';
import type { Flyctl } from './flyctl.ts';
import type { App, Machine, Snapshot } from './model.ts';
import { runsOpenClaw } from './openclaw.ts';
import { differ, Reads, type Resource, sharing, wasRead } from './resource.ts';
import { listMachines } from './verbs/machines.ts';
import { listSnapshots } from './verbs/snapshots.ts';

export type { AppPart, AppParts } from './app-parts.ts';

/** The list of apps or what is known about them, one part of one app, or the snapshots of one volume. */
export type StoreChange =
  | 'apps'
  | { readonly app: string; readonly part: AppPart }
  | { readonly app: string; readonly part: 'snapshots'; readonly volume: string };

interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface RefreshOptions extends ReadOptions {
  /** Whether somebody looks at the part; what nobody looks at is read again when it is next looked at. All when left out. */
  shown?(app: string, part: AppPart): boolean;
}

/** The state of the user's deployments: apps, and per app its machines, addresses, volumes and secrets' names. */
export class DeploymentStore implements Disposable {
  readonly #flyctl: Flyctl;
  readonly #list: AppList;
  readonly #held = new Map<string, Held>();
  readonly #snapshots = new Map<string, Resource<readonly Snapshot[]>>();
  readonly #changed = new Emitter<StoreChange>();
  readonly #disposal = new AbortController();
  readonly #openclaw: Set<string>;
  readonly #examined = new Set<string>();
  readonly #reads = new Reads();
  /** What told, when the releases of an app were last read, which release is its newest. */
  readonly #releaseMarks = new Map<string, string>();

  /** Fired when something is other than before; a refresh that brought the same again is not a change. */
  readonly onDidChange: Event<StoreChange> = this.#changed.event;

  /** @param openclawApps Names of apps that were seen to run OpenClaw before. */
  constructor(flyctl: Flyctl, openclawApps: readonly string[] = []) {
    this.#flyctl = flyctl;
    this.#list = new AppList(flyctl, () => this.#changed.fire('apps'));
    this.#openclaw = new Set(openclawApps);
  }

  get apps(): Resource<readonly App[]> {
    return this.#list.apps;
  }

  /** Whether the token may not list apps, so that only those are shown that the workspace or the user names. */
  get limited(): boolean {
    return this.#list.limited;
  }

  /** Names of the apps that run OpenClaw, as far as is known. */
  get openclawApps(): readonly string[] {
    return [...this.#openclaw];
  }

  /** The apps that the workspace names in fly.toml. */
  get knownApps(): readonly string[] {
    return this.#list.named;
  }

  set knownApps(names: readonly string[]) {
    this.#list.named = names;
  }

  /** Apps that the user has named, which are shown though the account does not list them. */
  get addedApps(): readonly string[] {
    return this.#list.added;
  }

  set addedApps(names: readonly string[]) {
    this.#list.added = names;
  }

  /** The record of an app, where it is shown. */
  record(name: string): App | undefined {
    return this.#list.find(name);
  }

  app(name: string): Readonly<Held> {
    return this.#held.get(name) ?? nothingHeld;
  }

  snapshots(volume: string): Resource<readonly Snapshot[]> {
    return this.#snapshots.get(volume) ?? {};
  }

  /** Whether the app runs OpenClaw: named by the workspace, seen to before, or judged by its machines. */
  isOpenClaw(name: string): boolean {
    return this.knownApps.includes(name) || this.#openclaw.has(name);
  }

  /**
   * Reads the apps again, and what is shown of those of which something was read before. The machines and
   * addresses of the workspace's apps are read along, so that the first tree waits for one call and not for two in a row.
   * Never throws: see `Resource`.
   */
  async refresh(options: RefreshOptions = {}): Promise<void> {
    const { shown = () => true } = options;
    const wanted = new Set([...this.knownApps, ...this.#held.keys()]);
    const parts = [...wanted].flatMap((app) =>
      liveParts
        .filter((part) => this.#isAlwaysRead(app, part) || (wasRead(this.app(app)[part]) && shown(app, part)))
        .map((part) => this.load(app, part, options)),
    );
    await Promise.all([...parts, this.#list.load(this.#signal(options))]);
    await Promise.all([...wanted].map((app) => this.#refreshReleases(app, shown, options)));
  }

  /** Reads one part of an app. Never throws: see `Resource`. */
  async load(app: string, part: AppPart, options: ReadOptions = {}): Promise<void> {
    await this.read(app, part, options).catch(() => undefined);
  }

  /** Reads one part of an app anew. @throws Failure */
  async read<P extends AppPart>(app: string, part: P, options: ReadOptions): Promise<AppParts[P]> {
    const read = this.#reads.begin();
    const mark = this.#releaseMark(app);
    try {
      const data = await this.#flyctl.run(readers[part](app), { signal: this.#signal(options) });
      this.#set(app, part, read, { data, fetchedAt: Date.now() });
      if (part === 'releases') this.#releaseMarks.set(app, mark);
      return data;
    } catch (thrown) {
      const error = toFailure(thrown);
      if (error.kind !== 'cancelled') this.#set(app, part, read, { ...this.app(app)[part], error });
      throw error;
    }
  }

  /** Reads the snapshots of a volume anew. Never throws: see `Resource`. */
  async loadSnapshots(app: string, volume: string, options: ReadOptions = {}): Promise<void> {
    const read = this.#reads.begin();
    const before = this.snapshots(volume);
    const after = await this.#flyctl.run(listSnapshots(app, volume), { signal: this.#signal(options) }).then(
      (data): Resource<readonly Snapshot[]> => ({ data, fetchedAt: Date.now() }),
      (thrown: unknown) => ({ ...before, error: toFailure(thrown) }),
    );
    if (after.error?.kind === 'cancelled' || !this.#reads.isNews(volume, read)) return;
    this.#snapshots.set(volume, after);
    if (differ(before, after)) this.#changed.fire({ app, part: 'snapshots', volume });
  }

  /** @throws Failure when they are not held and cannot be read. */
  async listApps(options: ReadOptions = {}): Promise<readonly App[]> {
    if (this.apps.data === undefined) await this.#list.load(this.#signal(options));
    if (this.apps.data === undefined) throw this.apps.error ?? new Failure('failed');
    return this.apps.data;
  }

  /** Shows an app that the account may not list from now on. @throws Failure when it cannot be read. */
  async addApp(name: string, options: ReadOptions = {}): Promise<void> {
    await this.#list.describe(name, this.#signal(options));
    if (!this.addedApps.includes(name)) this.addedApps = [...this.addedApps, name];
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
    const apps = this.apps.data ?? [];
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

  /** The status bar tells of the machines of the workspace's app, and whether the internet reaches it. */
  #isAlwaysRead(app: string, part: AppPart): boolean {
    return (part === 'machines' || part === 'addresses') && this.knownApps.includes(app);
  }

  async #refreshReleases(
    app: string,
    shown: NonNullable<RefreshOptions['shown']>,
    options: ReadOptions,
  ): Promise<void> {
    const { releases } = this.app(app);
    if (!wasRead(releases) || !shown(app, 'releases')) return;
    if (releases.error || this.#releaseMarks.get(app) !== this.#releaseMark(app)) {
      await this.load(app, 'releases', options);
    }
  }

  /** Changes with every release and its status, by what is read anyway. */
  #releaseMark(app: string): string {
    const current = this.#list.find(app)?.currentRelease;
    const versions = this.app(app).machines.data?.map(({ metadata }) => metadata['fly_release_version']);
    return [current?.createdAt, current?.status, ...new Set(versions)].join();
  }

  #set<P extends AppPart>(app: string, part: P, read: number, value: Resource<AppParts[P]>): void {
    if (!this.#reads.isNews(`${app}/${part}`, read)) return;
    const before = this.app(app);
    const now = sharing<unknown>(before[part], value);
    const held: Held = { ...before, [part]: now };
    this.#held.set(app, held);
    this.#judge(app, held.machines.data);
    if (differ(before[part], now)) this.#changed.fire({ app, part });
  }

  #signal({ signal }: ReadOptions): AbortSignal {
    return signal ? AbortSignal.any([signal, this.#disposal.signal]) : this.#disposal.signal;
  }
}
