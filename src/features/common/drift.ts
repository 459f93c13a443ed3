import type { Disposable } from '../../core/disposable.ts';
import { Emitter, type Event } from '../../core/emitter.ts';
import { toFailure } from '../../core/errors.ts';
import type { Machine } from '../../fly/model.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import { ConfigHistory, type HistoryEntry } from '../../gateway/config-history.ts';
import {
  type Comparison,
  compareWithPushed,
  likelyConfigPaths,
  type PushedConfig,
} from '../../gateway/drift.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { isRunning } from './machine-state.ts';

/** How old an answer of a machine may be, in milliseconds. */
const maxAgeMs = 5 * 60_000;
/** How often the history on this computer is looked at for new pushes, in milliseconds. */
const pollMs = 10_000;

interface Options {
  readonly store: DeploymentStore;
  /** Where `ConfigHistory` keeps what was pushed. */
  readonly historyFolder: string;
  readonly log: (line: string) => void;
  shell(machine: Pick<Machine, 'app' | 'id'>): RemoteShell;
}

interface Look {
  readonly at: number;
  /** Of the push that the machine was asked about. */
  readonly pushed: string;
  /** Nothing when the machine could not be asked. */
  readonly comparison: Comparison | undefined;
}

/**
 * Knows which machines have another configuration than the one that was last pushed from here. Machines are asked only
 * while somebody watches, only those that are started and have something pushed, and each once in five minutes or after a
 * push.
 */
export class Drift implements Disposable {
  readonly #options: Options;
  readonly #history: ConfigHistory;
  readonly #looks = new Map<string, Look>();
  readonly #changed = new Emitter<Pick<Machine, 'app' | 'id'>>();
  readonly #subscription: Disposable;
  /** Aborted when nobody watches any more. */
  #watch: AbortController | undefined;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;

  readonly onDidChange: Event<Pick<Machine, 'app' | 'id'>> = this.#changed.event;

  constructor(options: Options) {
    this.#options = options;
    this.#history = new ConfigHistory(options.historyFolder);
    this.#subscription = options.store.onDidChange((change) => {
      if (change !== 'apps' && change.part === 'machines') void this.check();
    });
  }

  /** Whether the machine has another configuration than was pushed; nothing when that is not known. */
  of(app: string, machine: string): boolean | undefined {
    return this.#looks.get(`${app}/${machine}`)?.comparison?.drifted;
  }

  /** Says whether anybody looks at what `of` tells; until then nothing is run. */
  set watched(watched: boolean) {
    if (watched === (this.#watch !== undefined)) return;
    this.#watch?.abort();
    clearInterval(this.#timer);
    this.#watch = watched ? new AbortController() : undefined;
    if (!watched) return;
    this.#timer = setInterval(() => void this.check(), pollMs);
    void this.check();
  }

  /** Asks every machine whose answer is due; all of them are with `fresh`. Does nothing while nobody watches. */
  async check({ fresh = false }: { readonly fresh?: boolean } = {}): Promise<void> {
    if (fresh) {
      for (const [key, look] of this.#looks) this.#looks.set(key, { ...look, at: 0 });
      await this.#round;
    }
    const signal = this.#watch?.signal;
    if (!signal) return;
    this.#round ??= this.#askAll(signal).finally(() => {
      this.#round = undefined;
    });
    await this.#round;
  }

  dispose(): void {
    this.watched = false;
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #askAll(signal: AbortSignal): Promise<void> {
    const { store } = this.#options;
    const apps = new Set([...store.knownApps, ...(store.apps.data ?? []).map(({ name }) => name)]);
    const machines = [...apps].flatMap((app) => store.app(app).machines.data ?? []);
    const running = machines.filter(({ state }) => isRunning(state));
    await Promise.all(running.map((machine) => this.#ask(machine, signal)));
  }

  async #ask(machine: Machine, signal: AbortSignal): Promise<void> {
    const key = `${machine.app}/${machine.id}`;
    const pushed = await this.#lastPushed(machine);
    if (!pushed || signal.aborted) return;
    const last = this.#looks.get(key);
    if (last?.pushed === pushed.sha256 && Date.now() - last.at < maxAgeMs) return;
    const comparison = await this.#compare(machine, pushed, last, signal);
    if (signal.aborted) return;
    this.#looks.set(key, { at: Date.now(), pushed: pushed.sha256, comparison });
    if (last?.comparison?.drifted !== comparison?.drifted) this.#changed.fire(machine);
  }

  async #compare(
    machine: Machine,
    pushed: PushedConfig,
    last: Look | undefined,
    signal: AbortSignal,
  ): Promise<Comparison | undefined> {
    try {
      return await compareWithPushed(this.#options.shell(machine), pushed, {
        before: last?.comparison,
        signal,
      });
    } catch (error) {
      this.#options.log(
        `Whether the configuration of ${machine.id} has changed is not known: ${toFailure(error).message}`,
      );
      return last?.pushed === pushed.sha256 ? last.comparison : undefined;
    }
  }

  async #lastPushed(machine: Machine): Promise<PushedConfig | undefined> {
    const candidates = await Promise.all(
      likelyConfigPaths(machine).map(async (configPath) => {
        const file = { app: machine.app, machine: machine.id, path: configPath };
        return { configPath, entry: await this.#history.lastPushed(file).catch(() => undefined) };
      }),
    );
    const [newest] = candidates.filter(wasPushed).toSorted((a, b) => (a.entry.time < b.entry.time ? 1 : -1));
    if (!newest) return undefined;
    const { configPath, entry } = newest;
    return { configPath, sha256: entry.sha256, read: () => this.#history.read(entry) };
  }
}

interface Candidate<E> {
  readonly configPath: string;
  readonly entry: E;
}

function wasPushed(candidate: Candidate<HistoryEntry | undefined>): candidate is Candidate<HistoryEntry> {
  return candidate.entry !== undefined;
}
