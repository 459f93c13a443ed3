import { type Disposable, DisposableStore } from '../../core/disposable.ts';
import type { LogRow, LogSession } from '../../fly/logs/session.ts';
import type { DeploymentStore } from '../../fly/store.ts';

export interface MachineWatchOptions {
  readonly app: string;
  readonly store: Pick<DeploymentStore, 'app' | 'load' | 'onDidChange'>;
  readonly session: Pick<LogSession, 'observe' | 'onDidAppend'>;
}

/** What Fly does with a machine is said by these before `fly machine list` tells it. */
const platformSources: ReadonlySet<string> = new Set(['runner', 'machine', 'init']);
/** They say several things in a row. */
const settleMs = 2_000;

/** Passes the machines of an app to its log, which weaves in what happened to them; reads them when the log tells that something did. */
export class MachineWatch implements Disposable {
  readonly #options: MachineWatchOptions;
  readonly #subscriptions = new DisposableStore();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MachineWatchOptions) {
    const { app, store, session } = options;
    this.#options = options;
    this.#subscriptions.add(
      store.onDidChange((change) => {
        if (change !== 'apps' && change.app === app && change.part === 'machines') this.#pass();
      }),
    );
    this.#subscriptions.add(session.onDidAppend((rows) => this.#listen(rows)));
    this.#pass();
    void store.load(app, 'machines');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #pass(): void {
    const { app, store, session } = this.#options;
    const { data } = store.app(app).machines;
    if (data) session.observe(data);
  }

  #listen(rows: readonly LogRow[]): void {
    if (!rows.some((row) => row.kind === 'line' && platformSources.has(row.provider))) return;
    const { app, store } = this.#options;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void store.load(app, 'machines');
    }, settleMs);
  }
}
