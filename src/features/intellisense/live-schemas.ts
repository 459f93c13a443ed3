import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable.ts';
import { Failure, toFailure } from '../../core/errors.ts';
import type { Machine } from '../../fly/model.ts';
import { fetchSchema } from '../../gateway/live-schema.ts';
import { isRunning } from '../common/machine-state.ts';
import type { Target } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import type { Engine } from './engine.ts';
import { type FetchedSchema, SchemaCache } from './schema-cache.ts';
import { schemaId } from './schema-id.ts';

/** What is known of the schema of a machine. */
export type LiveSchema =
  | { readonly state: 'reading' }
  | {
      readonly state: 'read';
      readonly id: string;
      readonly version: string;
      readonly app: string;
      /** Milliseconds since the epoch. */
      readonly fetchedAt: number;
      /** Normalised, in JSON. */
      readonly text: string;
    }
  /** Its OpenClaw cannot print one; without a version there is no OpenClaw. */
  | { readonly state: 'unsupported'; readonly version?: string }
  | { readonly state: 'failed'; readonly failure: Failure };

/** The image decides what the schema is, but plugins that are installed later add to it. */
const freshMs = 24 * 60 * 60_000;

interface Held {
  readonly target: Target;
  readonly schema: LiveSchema;
  /** What the schema depends on, as it was when it was read. */
  readonly basis: string | undefined;
}

/** The schemas of machines whose documents are open, read in the background and kept on disk. */
export class LiveSchemas implements vscode.Disposable {
  readonly #services: Services;
  readonly #engine: Engine;
  readonly #cache: SchemaCache;
  readonly #held = new Map<string, Held>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposal = new AbortController();
  readonly #storeChanges: Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(services: Services, engine: Engine) {
    this.#services = services;
    this.#engine = engine;
    this.#storeChanges = services.store.onDidChange(() => {
      if ([...this.#held.values()].some((held) => this.#isOutdated(held))) this.#changed.fire();
    });
    this.#cache = new SchemaCache(vscode.Uri.joinPath(services.storageUri, 'schemas').fsPath);
  }

  /** What is known now. What is not, or is of another image, is read from then on. */
  get(target: Target): LiveSchema {
    const held = this.#held.get(keyOf(target));
    if (!held || this.#isOutdated(held)) void this.#readQuietly(target);
    return this.#held.get(keyOf(target))?.schema ?? { state: 'reading' };
  }

  /** Reads the schema from the machine, whatever is known. @throws Failure */
  async refresh(target: Target, signal: AbortSignal): Promise<void> {
    const machine = await this.#find(target);
    await this.#fetch(target, machine, signal);
  }

  dispose(): void {
    this.#disposal.abort();
    this.#storeChanges.dispose();
    this.#changed.dispose();
  }

  async #readQuietly(target: Target): Promise<void> {
    this.#set(target, { state: 'reading' });
    try {
      const machine = await this.#find(target);
      const cached = await this.#cache.get(cacheKey(machine));
      if (cached) await this.#use(target, cached);
      if (cached && Date.now() - cached.fetchedAt < freshMs) return;
      await this.#fetch(target, machine, this.#disposal.signal);
    } catch (error) {
      const failure = toFailure(error);
      this.#services.log.info(`Schema of ${target.app}: ${failure.message}`);
      // An old schema of the machine is better than none of it.
      const known = this.#held.get(keyOf(target))?.schema;
      this.#set(target, known?.state === 'read' ? known : { state: 'failed', failure });
    }
  }

  async #fetch(target: Target, machine: Machine, signal: AbortSignal): Promise<void> {
    const reply = await fetchSchema(this.#services.shell(machine), machine, { signal });
    if (reply.outcome === 'unsupported') {
      const { version } = reply;
      this.#set(target, { state: 'unsupported', ...(version === undefined ? {} : { version }) });
      return;
    }
    const { version, text: published } = reply;
    const fetched = { version, app: target.app, fetchedAt: Date.now(), published };
    await this.#use(target, fetched);
    await this.#cache.put(cacheKey(machine), fetched);
  }

  async #use(target: Target, { published, ...facts }: FetchedSchema): Promise<void> {
    const text = await this.#engine.request('normalise', published);
    this.#set(target, { state: 'read', ...facts, id: schemaId(text), text });
  }

  #set(target: Target, schema: LiveSchema): void {
    this.#held.set(keyOf(target), { target, schema, basis: this.#basis(target) });
    this.#changed.fire();
  }

  async #find(target: Target): Promise<Machine> {
    if (target.machine !== undefined) return this.#services.machines.find(target.app, target.machine);
    const chosen = likeliest(await this.#services.store.machines(target.app));
    if (!chosen) throw new Failure('notFound', { facts: { app: target.app } });
    return chosen;
  }

  /** Another image, or a machine that was started since, may have another schema. */
  #isOutdated({ target, schema, basis }: Held): boolean {
    return schema.state !== 'reading' && basis !== this.#basis(target);
  }

  /** Without a call: as the store has it. */
  #basis({ app, machine: id }: Target): string | undefined {
    const machines = this.#services.store.app(app).machines.data ?? [];
    const machine =
      id === undefined ? likeliest(machines) : machines.find((candidate) => candidate.id === id);
    return machine && `${cacheKey(machine)} ${isRunning(machine.state)}`;
  }
}

function likeliest(machines: readonly Machine[]): Machine | undefined {
  return machines.find(({ state }) => isRunning(state)) ?? machines[0];
}

function cacheKey({ imageDigest, image }: Machine): string {
  return imageDigest || image;
}

function keyOf({ app, machine = '' }: Target): string {
  return `${app}/${machine}`;
}
