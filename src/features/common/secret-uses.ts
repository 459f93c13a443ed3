import type { Disposable } from '../../core/disposable.ts';
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
  readonly drift: Pick<Drift, 'of'>;
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
  readonly #changed = new Emitter<string>();

  /** Fired with the name of an app when a configuration of it was opened or pushed. */
  readonly onDidChange: Event<string> = this.#changed.event;

  constructor(options: Options) {
    this.#options = options;
    this.#history = new ConfigHistory(options.historyFolder);
  }

  /**
   * How the secrets of an app are used. `undefined` while its machines or secrets were not read, or the configuration of one of
   * its gateways is not known as it is now.
   */
  async of(app: string): Promise<SecretUse | undefined> {
    const { machines, secrets } = this.#options.store.app(app);
    const gateways = (machines.data ?? []).filter(runsOpenClaw);
    if (gateways.length === 0 || !secrets.data) return undefined;
    const names = secrets.data.map(({ name }) => name);
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

  /** Has those who listen ask again: another configuration of the app is kept. */
  noteConfig(app: string): void {
    this.#changed.fire(app);
  }

  dispose(): void {
    this.#changed.dispose();
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
