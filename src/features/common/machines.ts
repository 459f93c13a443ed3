import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import type { Machine } from '../../fly/model.ts';
import type { DeploymentStore } from '../../fly/store.ts';
import { delay } from './abort.ts';
import { machineLabel } from './machine-state.ts';
import { targetOf } from './nodes.ts';

/** How long a state is waited for: flyctl's own limit for a restart. */
const settleMs = 5 * 60_000;
const pollMs = 1_000;

/** Finds the machine that a command is about, and follows its state. */
export class Machines {
  readonly #store: DeploymentStore;

  constructor(store: DeploymentStore) {
    this.#store = store;
  }

  /**
   * The machine that a command's argument names; otherwise the only one there is, or the user's choice.
   * `undefined` when the user chose none.
   */
  async choose(argument: unknown): Promise<Machine | undefined> {
    const target = targetOf(argument);
    if (target?.machine !== undefined) return this.find(target.app, target.machine);
    const app = target?.app ?? (await this.chooseApp());
    if (app === undefined) return undefined;
    const machines = await this.#store.machines(app);
    if (machines.length <= 1) return machines[0] ?? noMachine(app);
    return pick(
      machines,
      (machine) => ({
        label: machineLabel(machine),
        description: `${machine.state} · ${machine.region}`,
        detail: machine.id,
      }),
      vscode.l10n.t('Machine of {0}', app),
    );
  }

  /** The app of the workspace, the only one there is, or the user's choice. */
  async chooseApp(): Promise<string | undefined> {
    const known = this.#store.knownApps[0];
    if (known !== undefined) return known;
    const apps = await this.#store.listApps();
    if (apps.length <= 1) return apps[0]?.name;
    const chosen = await pick(
      apps,
      (app) => ({ label: app.name, description: app.organization }),
      vscode.l10n.t('App on Fly.io'),
    );
    return chosen?.name;
  }

  /** The machine as it is held, or else read. @throws Failure `notFound` when the app has no such machine. */
  async find(app: string, id: string): Promise<Machine> {
    const held = this.#store.app(app).machines.data?.find((machine) => machine.id === id);
    return held ?? this.findNow(app, id);
  }

  /** The machine as it is now. @throws Failure `notFound` when the app has no such machine. */
  async findNow(app: string, id: string, signal?: AbortSignal): Promise<Machine> {
    const machines = await this.#store.machines(app, { fresh: true, signal });
    const found = machines.find((machine) => machine.id === id);
    if (!found) throw new Failure('notFound', { facts: { app, machine: id } });
    return found;
  }

  /**
   * Reads the machines again until this one is in the state: flyctl returns before the state changes.
   * A machine that settles in another state is waited for, too, since Fly may start it again.
   * @throws Failure `timeout` after five minutes, `notFound` when the machine is gone.
   */
  async waitForState({ app, id }: Machine, wanted: string, signal: AbortSignal): Promise<void> {
    const deadline = Date.now() + settleMs;
    while (Date.now() < deadline) {
      const { state } = await this.findNow(app, id, signal);
      if (state === wanted) return;
      await delay(pollMs, signal);
    }
    throw new Failure('timeout', { facts: { app, machine: id, afterMs: settleMs } });
  }
}

function noMachine(app: string): undefined {
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} has no machine yet.', app));
  return undefined;
}

async function pick<T>(
  values: readonly T[],
  describe: (value: T) => vscode.QuickPickItem,
  placeHolder: string,
): Promise<T | undefined> {
  const items = values.map((value) => ({ ...describe(value), value }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.value;
}
