import { posix } from 'node:path';
import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import { restartMachine, startMachine } from '../../fly/verbs/machines.ts';
import type { Machine } from '../../fly/model.ts';
import type { Aftermath } from '../../gateway/aftermath.ts';
import { watchAfterPush } from '../../gateway/after-push.ts';
import { waitForComeback } from '../../gateway/comeback.ts';
import { type GatewayLocation, locate } from '../../gateway/location.ts';
import { type RestartedConfig, rollBack } from '../../gateway/rollback.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import type { ActionContext } from '../common/actions.ts';
import { runCommand } from '../common/commands.ts';
import { type RemoteFile, toUri } from '../common/remote-uri.ts';
import type { Services } from '../common/services.ts';
import type { Versions } from './versions.ts';

/** A configuration that a push has put in place. */
export interface Placed {
  readonly file: RemoteFile;
  readonly pushed: Uint8Array;
  /** What it replaced; `null` when there was no file, nothing when that is not known. */
  readonly before: Uint8Array | null | undefined;
  /** Milliseconds since the epoch by the machine's clock. */
  readonly pushedAt: number;
}

/** A gateway and what was pushed to it. */
interface Patient extends Placed {
  readonly machine: Machine;
  readonly shell: RemoteShell;
  readonly location: GatewayLocation;
}

/** How long what needs no answer stays in the status bar, in milliseconds. */
const noteMs = 10_000;

/** Sees what the gateway makes of a configuration, says it, and restarts it or goes back where that is wanted. */
export class Aftercare implements vscode.Disposable {
  readonly #services: Services;
  readonly #versions: Versions;
  readonly #reread: (uri: vscode.Uri) => void;
  readonly #running = new Map<string, AbortController>();

  /** @param reread Has open editors read the file again. */
  constructor(services: Services, versions: Versions, reread: (uri: vscode.Uri) => void) {
    this.#services = services;
    this.#versions = versions;
    this.#reread = reread;
  }

  dispose(): void {
    for (const controller of this.#running.values()) controller.abort();
  }

  /** Follows the newest push of a file in the background; what a later push replaces is not followed any more. */
  follow(placed: Placed): void {
    const key = toUri(placed.file).toString();
    this.#running.get(key)?.abort();
    const controller = new AbortController();
    this.#running.set(key, controller);
    this.#watch(placed, controller.signal)
      .catch((error: unknown) => this.#tellUnseen(placed.file, error, controller.signal))
      .finally(() => {
        if (this.#running.get(key) === controller) this.#running.delete(key);
      });
  }

  async #watch(placed: Placed, signal: AbortSignal): Promise<void> {
    const { app, machine: id, path } = placed.file;
    const machine = await this.#services.machines.find(app, id);
    const shell = this.#services.shell(machine);
    const title = vscode.l10n.t('{0} is on {1}; watching the gateway', posix.basename(path), app);
    const told = new Set<Aftermath['outcome']>();
    const [patient, aftermath] = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      async () => {
        const location = { ...(await locate(shell, machine, { signal })), configPath: path };
        const found = { ...placed, machine, shell, location };
        const before = placed.before ?? null;
        const onProgress = (early: Aftermath): void => {
          if (!isCertain(early)) return;
          told.add(early.outcome);
          void this.#tell(found, early);
        };
        return [found, await watchAfterPush(shell, { ...found, before }, { signal, onProgress })] as const;
      },
    );
    this.#services.log.info(`${path} of ${app}: ${aftermath.outcome}`);
    if (!told.has(aftermath.outcome)) await this.#tell(patient, aftermath);
  }

  /** The file is in place; what the gateway makes of it is not known. */
  #tellUnseen({ app, path }: RemoteFile, error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    const { sentence } = explain(toFailure(error));
    this.#services.log.warn(`${path} of ${app}: the gateway could not be watched. ${sentence}`);
    const name = posix.basename(path);
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} is on {1}. What the gateway makes of it could not be seen. {2}',
        name,
        app,
        sentence,
      ),
    );
  }

  async #tell(patient: Patient, aftermath: Aftermath): Promise<void> {
    const { app } = patient.file;
    const name = posix.basename(patient.file.path);
    switch (aftermath.outcome) {
      case 'applied':
        return note(vscode.l10n.t('The gateway of {0} works with the new {1}.', app, name));
      case 'nothingToDo':
        return note(vscode.l10n.t('{0} is on {1}; it means the same to the gateway.', name, app));
      case 'waitingForRestart':
        return aftermath.underWay
          ? note(vscode.l10n.t('The gateway of {0} restarts by itself with the new {1}.', app, name))
          : this.#offerRestart(patient);
      case 'rejected':
        return this.#ask(
          'error',
          vscode.l10n.t(
            'The gateway of {0} did not take the new {1} and goes on with the old one: {2}',
            app,
            name,
            aftermath.words,
          ),
          patient,
        );
      case 'rewritten': {
        if (aftermath.file.exists) await this.#versions.keep(patient.file, aftermath.file.bytes, 'gateway');
        this.#reread(toUri(patient.file));
        return note(vscode.l10n.t('{0} on {1} was written again, most likely by the gateway.', name, app));
      }
      case 'reverted':
        this.#reread(toUri(patient.file));
        return this.#ask(
          'warning',
          vscode.l10n.t(
            'What you pushed is not on {0} any more: something put another {1} there. {2}',
            app,
            name,
            aftermath.words ?? '',
          ),
        );
      case 'gatewayDown':
        return this.#ask(
          'warning',
          vscode.l10n.t('{0} is on {1}, where no gateway runs. {2}', name, app, aftermath.words),
          patient,
        );
      case 'unconfirmed':
        return note(vscode.l10n.t('{0} is on {1}; the gateway said nothing about it.', name, app));
    }
  }

  async #offerRestart(patient: Patient): Promise<void> {
    const { app, path } = patient.file;
    const wish = setting<string>('push.afterPush', 'ask');
    const name = posix.basename(path);
    const sentence = vscode.l10n.t('The new {0} of {1} takes effect when the gateway restarts.', name, app);
    if (wish === 'restart') return this.#restart(patient);
    if (wish === 'nothing') return note(sentence);
    const restart = vscode.l10n.t('Restart');
    if ((await vscode.window.showInformationMessage(sentence, restart)) === restart)
      await this.#restart(patient);
  }

  /** @param patient Offers to restart with what was pushed, and to go back to what was there before. */
  async #ask(tone: 'warning' | 'error', sentence: string, patient?: Patient): Promise<void> {
    const logs = vscode.l10n.t('Show Logs');
    const back = vscode.l10n.t('Roll Back');
    const restart = vscode.l10n.t('Restart');
    const choices = patient ? [...(patient.before ? [back] : []), restart, logs] : [];
    const show = tone === 'error' ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
    const chosen = await show(sentence, ...choices);
    if (!patient) return;
    const { app, machine } = patient.file;
    if (chosen === logs) await runCommand('showLogs', { app, machine });
    if (chosen === restart) await this.#restart(patient);
    if (chosen === back) await this.#rollBack(patient);
  }

  /** Restarts the machine and sees the gateway come back; where it does not, the old configuration can. */
  async #restart(patient: Patient): Promise<void> {
    const { file, machine, shell, location, pushedAt } = patient;
    this.#stopWatching(file);
    const title = vscode.l10n.t('Restarting the gateway of {0}', file.app);
    const result = await this.#services.actions.run({ title }, async ({ signal, report }) => {
      await this.#restartMachine(machine, signal);
      return waitForComeback(shell, location, {
        since: pushedAt,
        signal,
        command: machine.command,
        onState: ({ detail }) => report(detail),
      });
    });
    if (result.status !== 'ok') return;
    const { value: comeback } = result;
    if (comeback.outcome === 'ready') {
      return note(vscode.l10n.t('The gateway of {0} is ready.', file.app));
    }
    const sentence = vscode.l10n.t('The gateway of {0} did not come back: {1}', file.app, comeback.words);
    if (comeback.outcome === 'failed' && patient.before && setting('push.autoRollback', false)) {
      void vscode.window.showWarningMessage(sentence);
      return this.#rollBack(patient);
    }
    await this.#ask('error', sentence, patient);
  }

  async #rollBack(patient: Patient): Promise<void> {
    const { file, before, location, machine, shell } = patient;
    if (!before) return;
    this.#stopWatching(file);
    const title = vscode.l10n.t('Putting the old {0} of {1} back', posix.basename(file.path), file.app);
    const result = await this.#services.actions.run({ title }, ({ signal, report }) => {
      const restart = (stopped: AbortSignal | undefined): Promise<void> =>
        this.#restartMachine(machine, stopped ?? signal);
      const config: RestartedConfig = { ...patient, location, before, restart };
      const onState: ActionContext['report'] = (detail) => report(detail);
      return rollBack(shell, config, {
        signal,
        command: machine.command,
        onState: ({ detail }) => onState(detail),
      });
    });
    if (result.status !== 'ok') return;
    const { value: rolledBack } = result;
    this.#reread(toUri(file));
    switch (rolledBack.outcome) {
      case 'rolledBack': {
        await this.#versions.keep(file, before, 'restored');
        void this.#services.drift.check();
        const { comeback } = rolledBack;
        const isReady = comeback.outcome === 'ready';
        void vscode.window.showInformationMessage(
          isReady
            ? vscode.l10n.t('The old configuration of {0} is back, and its gateway is ready.', file.app)
            : vscode.l10n.t(
                'The old configuration of {0} is back, but its gateway is not: {1}',
                file.app,
                comeback.words,
              ),
        );
        return;
      }
      case 'superseded':
        return this.#ask(
          'warning',
          vscode.l10n.t(
            'The configuration of {0} was changed again after the push, so it was left as it is.',
            file.app,
          ),
        );
      case 'notPossible':
        return this.#ask('error', rolledBack.message);
    }
  }

  /** What happens from here on is not the gateway's own doing. */
  #stopWatching(file: RemoteFile): void {
    this.#running.get(toUri(file).toString())?.abort();
  }

  /** A machine that stopped because its gateway died is started. */
  async #restartMachine({ app, id }: Machine, signal: AbortSignal): Promise<void> {
    const machines = await this.#services.store.machines(app, { fresh: true, signal });
    const isStopped = machines.some((machine) => machine.id === id && machine.state === 'stopped');
    const verb = isStopped ? startMachine : restartMachine;
    await this.#services.flyctl.run(verb(app, id), { signal });
  }
}

/** What a gateway has said need not wait for the last look. */
function isCertain({ outcome }: Aftermath): boolean {
  return outcome === 'applied' || outcome === 'nothingToDo' || outcome === 'rejected';
}

function setting<T>(name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration('openclawDeployments').get<T>(name, otherwise);
}

function note(text: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${text}`, noteMs);
}
