import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { restartMachine } from '../../fly/verbs/machines.ts';
import { clearLocks, type ClearedLock } from '../../gateway/clear-locks.ts';
import { type Health, probe } from '../../gateway/health.ts';
import { type GatewayLocation, locate } from '../../gateway/location.ts';
import { findLocks, type FoundLock, type FoundLocks } from '../../gateway/locks.ts';
import { waitUntilReady } from '../../gateway/wait-until-ready.ts';
import { runCommand } from '../common/commands.ts';
import { onCommand } from '../common/on-command.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';
import { describeLocks } from './describe.ts';

interface Survey {
  readonly location: GatewayLocation;
  readonly found: FoundLocks;
}

/** Clear Gateway Lock: look, judge, ask, clear what is stale, and see the gateway come back. */
class LockRepair {
  readonly #services: Services;
  readonly #machine: Machine;
  readonly #name: string;

  constructor(services: Services, machine: Machine) {
    this.#services = services;
    this.#machine = machine;
    this.#name = machineLabel(machine);
  }

  async run(): Promise<void> {
    const survey = await this.#look();
    if (!survey) return;
    const { locks, facts } = survey.found;
    if (locks.length === 0) return this.#tellNone(facts.answeringPort !== undefined);
    if (locks.some(({ verdict }) => verdict === 'held')) return this.#refuse(locks, facts.nowMs);
    if (!locks.some(({ verdict }) => verdict === 'stale')) return this.#tellUnknown(locks, facts.nowMs);
    const choice = await this.#ask(locks, facts.nowMs);
    if (choice) await this.#clear(survey, choice === 'restart');
  }

  async #look(): Promise<Survey | undefined> {
    const title = vscode.l10n.t('Looking for gateway locks on {0}', this.#name);
    const result = await this.#services.actions.run({ title }, async ({ signal }) => {
      const shell = this.#services.shell(this.#machine);
      const location = await locate(shell, this.#machine, { signal });
      return { location, found: await findLocks(shell, location, { signal }) };
    });
    return result.status === 'ok' ? result.value : undefined;
  }

  async #tellNone(answers: boolean): Promise<void> {
    const message = answers
      ? vscode.l10n.t('{0} has no gateway lock, and its gateway answers.', this.#name)
      : vscode.l10n.t(
          '{0} has no gateway lock. If its gateway does not start, the log says why.',
          this.#name,
        );
    await this.#tell('info', message);
  }

  /** A lock in use protects the state directory from a second gateway: it is never removed here. */
  async #refuse(locks: readonly FoundLock[], nowMs: number): Promise<void> {
    await vscode.window.showWarningMessage(
      vscode.l10n.t('The gateway lock of {0} is in use. Nothing was removed.', this.#name),
      { modal: true, detail: describeLocks(locks, nowMs) },
    );
  }

  async #tellUnknown(locks: readonly FoundLock[], nowMs: number): Promise<void> {
    await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'It cannot be told whether the gateway lock of {0} is in use. Nothing was removed.',
        this.#name,
      ),
      { modal: true, detail: describeLocks(locks, nowMs) },
    );
  }

  async #ask(locks: readonly FoundLock[], nowMs: number): Promise<'restart' | 'clear' | undefined> {
    const restart = vscode.l10n.t('Clear and Restart');
    const clear = vscode.l10n.t('Clear Only');
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t('Clear the stale gateway lock of {0} ({1})?', this.#name, this.#machine.app),
      { modal: true, detail: describeLocks(locks, nowMs) },
      restart,
      clear,
    );
    if (chosen === restart) return 'restart';
    return chosen === clear ? 'clear' : undefined;
  }

  async #clear({ location, found }: Survey, restart: boolean): Promise<void> {
    const title = vscode.l10n.t('Clearing the gateway lock of {0}', this.#name);
    const result = await this.#services.actions.run({ title }, async ({ signal, report }) => {
      const stale = found.locks.filter(({ verdict }) => verdict === 'stale');
      const cleared = await clearLocks(this.#services.shell(this.#machine), stale, { signal });
      const left = cleared.filter(({ outcome }) => outcome !== 'removed' && outcome !== 'missing');
      if (left.length > 0 || !restart) return { left };
      report(vscode.l10n.t('restarting the machine'));
      return { left, health: await this.#restart(location, signal, report) };
    });
    if (result.status === 'ok') await this.#tellEnd(result.value.left, result.value.health);
  }

  async #restart(
    location: GatewayLocation,
    signal: AbortSignal,
    report: (message: string) => void,
  ): Promise<Health> {
    const { app, id } = this.#machine;
    await this.#services.flyctl.run(restartMachine(app, id), { signal });
    const shell = this.#services.shell(this.#machine);
    return waitUntilReady(() => probe(shell, location, { signal }), {
      signal,
      onState: ({ detail }) => report(detail),
    });
  }

  async #tellEnd(left: readonly ClearedLock[], health: Health | undefined): Promise<void> {
    void this.#services.store.load(this.#machine.app, 'machines');
    if (left.length > 0) {
      const rows = left.map(({ path, outcome, detail }) => `${path}: ${detail || outcome}`).join('; ');
      return this.#tell(
        'warning',
        vscode.l10n.t('Not every lock of {0} could be cleared. {1}', this.#name, rows),
      );
    }
    if (!health) {
      return this.#tell(
        'info',
        vscode.l10n.t('The lock of {0} is cleared. Restart the machine next.', this.#name),
      );
    }
    await this.#tell(
      'info',
      vscode.l10n.t('The gateway of {0} is ready again. {1}', this.#name, health.detail),
    );
  }

  async #tell(tone: 'info' | 'warning', message: string): Promise<void> {
    const showLogs = vscode.l10n.t('Show Logs');
    const show = tone === 'info' ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
    const chosen = await show(message, showLogs);
    if (chosen === showLogs)
      await runCommand('showLogs', { app: this.#machine.app, machine: this.#machine.id });
  }
}

/** Clear Gateway Lock. */
export function registerRepair(services: Services): vscode.Disposable {
  return onCommand('clearGatewayLock', async (argument) => {
    const machine = await services.machines.choose(argument);
    if (machine) await new LockRepair(services, machine).run();
  });
}
