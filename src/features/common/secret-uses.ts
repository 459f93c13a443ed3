import { type Disposable, DisposableStore } from '../../core/disposable.ts';
import { Emitter, type Event } from '../../core/emitter.ts';
import type { SecretUse } from '../../deployment/secret-use.ts';
import type { Machine } from '../../fly/model.ts';
import { runsOpenClaw } from '../../fly/openclaw.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import { ConfigHistory } from '../../gateway/config-history.ts';
import { likelyConfigPaths } from '../../gateway/drift.ts';
import type { Drift } from './drift.ts';

interface Options {
  readonly store: DeploymentStore;
  readonly drift: Pick<Drift, 'of' | 'onDidChange'>;
  /** Where `ConfigHistory` keeps what was opened and pushed. */
  readonly historyFolder: string;
}

/**
 * Compares secrets with configurations as they were last seen from this computer. It reads what is held and kept here, and
 * runs nothing.
 */
export class SecretUses implements Disposable {
  readonly #options: Options;
  readonly #history: ConfigHistory;
  readonly #parts = new DisposableStore();
  readonly #changed = this.#parts.add(new Emitter<string>());
  /** By the app, what of its machines is compared. */
  readonly #readers = new Map<string, string>();

  /** Fired with the name of an app when the answer may be another one, other than by a change of its secrets. */
  readonly onDidChange: Event<string> = this.#changed.event;

  constructor(options: Options) {
    this.#options = options;
    this.#history = new ConfigHistory(options.historyFolder);
    this.#parts.add(options.drift.onDidChange(({ app }) => this.noteConfig(app)));
    this.#parts.add(
      options.store.onDidChange((change) => {
        if (change !== 'apps' && change.part === 'machines') this.#noteMachines(change.app);
      }),
    );
  }

  /**
   * How the secrets of an app are used. `undefined` while its machines or secrets were not read, or the configuration of one of
   * its gateways is not known as it is now.
   */
  async of(app: string): Promise<SecretUse | undefined> {
    const gateways = this.#gatewaysOf(app);
    const secrets = this.#options.store.app(app).secrets.data;
    if (gateways.length === 0 || !secrets) return undefined;
    const names = secrets.map(({ name }) => name);
    const { mergeUses, secretUse } = await import('../../deployment/secret-use.ts');
    const uses = await Promise.all(
      gateways.map(async (machine) => {
        const config = await this.#lastConfig(machine);
        return config === undefined ? undefined : secretUse(config, names, machine);
      }),
    );
    const known = uses.filter((use) => use !== undefined);
    return known.length === uses.length ? mergeUses(known) : undefined;
  }

  /** The configurations of the app's gateways as they are now, as far as they are known. They may hold secrets. */
  async configsOf(app: string): Promise<readonly string[]> {
    const configs = await Promise.all(this.#gatewaysOf(app).map((machine) => this.#lastConfig(machine)));
    return configs.filter((config) => config !== undefined);
  }

  /** Has those who listen ask again: another configuration of the app is kept. */
  noteConfig(app: string): void {
    this.#changed.fire(app);
  }

  dispose(): void {
    this.#parts.dispose();
  }

  #gatewaysOf(app: string): readonly Machine[] {
    return (this.#options.store.app(app).machines.data ?? []).filter(runsOpenClaw);
  }

  /** Machines change often; only what is compared counts. */
  #noteMachines(app: string): void {
    const readers = JSON.stringify(this.#gatewaysOf(app).map(({ id, env, command }) => [id, env, command]));
    if (this.#readers.get(app) === readers) return;
    this.#readers.set(app, readers);
    this.noteConfig(app);
  }

  async #lastConfig({ app, id, env }: Machine): Promise<string | undefined> {
    if (this.#options.drift.of(app, id)) return undefined;
    const files = likelyConfigPaths({ env }).map((path) => ({ app, machine: id, path }));
    const entries = (await Promise.all(files.map((file) => this.#history.list(file)))).flat();
    const newest = entries.toSorted((one, other) => (one.time < other.time ? 1 : -1))[0];
    const bytes = newest && (await this.#history.read(newest).catch(() => undefined));
    return bytes && new TextDecoder().decode(bytes);
  }
}
