import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Address,
  Certificate,
  Machine,
  Organization,
  Peer,
  Release,
  Snapshot,
  Volume,
} from '../model.ts';
import { globalId } from './ids.ts';
import { Problem } from './problem.ts';

export interface AppRecord {
  readonly id: string;
  readonly internalNumericId: number;
  readonly name: string;
  readonly organization: string;
  readonly createdAt: string;
  /** The current values, whether or not a machine has them. */
  readonly secrets: Record<string, string>;
  addresses: Address[];
  readonly certificates: Certificate[];
  releases: Release[];
}

export interface MachineRecord {
  readonly app: string;
  readonly machine: Machine;
  /** The secrets of the app as they were when the machine was last deployed. */
  secrets: Record<string, string>;
}

export interface VolumeRecord {
  readonly app: string;
  readonly volume: Volume;
  /** Oldest first. */
  readonly snapshots: Snapshot[];
  /** Whether the machine sees a larger volume only after a restart, as old machines do. */
  extendNeedsRestart?: boolean;
}

interface Stored {
  loggedIn: boolean;
  readonly email: string;
  readonly organizations: Organization[];
  apps: AppRecord[];
  machines: MachineRecord[];
  volumes: VolumeRecord[];
  /** Absent until there is one. */
  peers?: Peer[] | undefined;
}

/** Everything that the cloud remembers, kept in one file of the state folder. */
export class State {
  readonly #file: string;
  readonly #stored: Stored;
  readonly #listeners = new Set<() => void>();

  constructor(dir: string) {
    mkdirSync(dir, { recursive: true });
    this.#file = join(dir, 'state.json');
    this.#stored = load(this.#file) ?? empty();
  }

  get stored(): Stored {
    return this.#stored;
  }

  /** Writes the file and tells the listeners; to be called after every change. */
  changed(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#stored, null, 2), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
    for (const listener of this.#listeners) listener();
  }

  /** Resolves when the condition holds, now or after a later change; rejects with status 408 after the time. */
  until(condition: () => boolean, timeoutMs: number): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
        settle();
      };
      const listener = (): void => {
        if (condition()) finish(resolve);
      };
      const timer = setTimeout(() => finish(() => reject(new Problem(408, 'deadline_exceeded'))), timeoutMs);
      this.#listeners.add(listener);
    });
  }

  /** @throws Problem in the words of Fly's GraphQL API */
  app(name: string): AppRecord {
    const app = this.#stored.apps.find((each) => each.name === name);
    if (!app) throw new Problem(404, `Could not find App "${name}"`);
    return app;
  }

  machinesOf(app: string): MachineRecord[] {
    return this.#stored.machines.filter((each) => each.app === app);
  }

  machine(app: string, id: string): MachineRecord {
    const record = this.machinesOf(app).find(({ machine }) => machine.id === id);
    if (!record) throw new Problem(404, 'machine not found');
    return record;
  }

  /** The organization with this slug, made when it is new. */
  organization(slug: string): Organization {
    const known = this.#stored.organizations.find((each) => each.slug === slug);
    if (known) return known;
    const made: Organization = { id: globalId(), slug, name: slug, type: 'SHARED' };
    this.#stored.organizations.push(made);
    return made;
  }
}

function load(file: string): Stored | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stored;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function empty(): Stored {
  return {
    loggedIn: true,
    email: 'ada@example.com',
    organizations: [{ id: globalId(), slug: 'personal', name: 'Ada Lovelace', type: 'PERSONAL' }],
    apps: [],
    machines: [],
    volumes: [],
  };
}
