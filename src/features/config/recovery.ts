import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { waitForComeback } from '../../gateway/comeback.ts';
import type { GatewayLocation } from '../../gateway/location.ts';
import { type RollBack, rollBack } from '../../gateway/rollback.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { runCommand } from '../common/commands.ts';
import { type RemoteFile, toUri } from '../common/remote-uri.ts';
import { restartOrStart } from '../common/restart.ts';
import type { Services } from '../common/services.ts';
import { setting } from '../common/setting.ts';
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
export interface Patient extends Placed {
  readonly machine: Machine;
  readonly shell: RemoteShell;
  readonly location: GatewayLocation;
}

/** How long what needs no answer stays in the status bar, in milliseconds. */
const noteMs = 10_000;

/** Says what needs no answer. */
export function note(text: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${text}`, noteMs);
}

interface Hooks {
  /** Has open editors read the file again. */
  readonly reread: (uri: vscode.Uri) => void;
  /** Called before anything is done to the gateway: what happens from there on is not its own doing. */
  readonly onAct: (file: RemoteFile) => void;
}

/** Restarts a gateway with what was pushed to it, or puts back what was there before. */
export class Recovery {
  readonly #services: Services;
  readonly #versions: Versions;
  readonly #hooks: Hooks;

  constructor(services: Services, versions: Versions, hooks: Hooks) {
    this.#services = services;
    this.#versions = versions;
    this.#hooks = hooks;
  }

  /** Says what is wrong, and offers to go back, to restart, and to look. */
  async offer(tone: 'warning' | 'error', sentence: string, patient: Patient): Promise<void> {
    const logs = vscode.l10n.t('Show Logs');
    const back = vscode.l10n.t('Roll Back');
    const restart = vscode.l10n.t('Restart');
    const choices = [...(patient.before ? [back] : []), restart, logs];
    const show = tone === 'error' ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
    const chosen = await show(sentence, ...choices);
    const { app, machine } = patient.file;
    if (chosen === logs) await runCommand('showLogs', { app, machine });
    if (chosen === restart) await this.restart(patient);
    if (chosen === back) await this.#rollBack(patient);
  }

  /** Restarts the machine and sees the gateway come back; where it does not, the old configuration can. */
  async restart(patient: Patient): Promise<void> {
    const { file, machine, shell, location, pushedAt } = patient;
    this.#hooks.onAct(file);
    const title = vscode.l10n.t('Restarting the gateway of {0}', file.app);
    const result = await this.#services.actions.run({ title }, async ({ signal, report }) => {
      await restartOrStart(this.#services, machine, signal);
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
    await this.offer('error', sentence, patient);
  }

  async #rollBack(patient: Patient): Promise<void> {
    const { file, before, machine, shell } = patient;
    if (!before) return;
    this.#hooks.onAct(file);
    const title = vscode.l10n.t('Putting the old {0} of {1} back', posix.basename(file.path), file.app);
    const result = await this.#services.actions.run({ title }, ({ signal, report }) =>
      rollBack(
        shell,
        {
          ...patient,
          before,
          restart: (stopped) => restartOrStart(this.#services, machine, stopped ?? signal),
        },
        { signal, command: machine.command, onState: ({ detail }) => report(detail) },
      ),
    );
    if (result.status !== 'ok') return;
    this.#hooks.reread(toUri(file));
    if (result.value.outcome === 'rolledBack') {
      await this.#versions.keep(file, before, 'restored');
      void this.#services.drift.check();
    }
    tellRollBack(file.app, result.value);
  }
}

function tellRollBack(app: string, result: RollBack): void {
  switch (result.outcome) {
    case 'rolledBack':
      void vscode.window.showInformationMessage(
        result.comeback.outcome === 'ready'
          ? vscode.l10n.t('The old configuration of {0} is back, and its gateway is ready.', app)
          : vscode.l10n.t(
              'The old configuration of {0} is back, but its gateway is not: {1}',
              app,
              result.comeback.words,
            ),
      );
      return;
    case 'superseded':
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'The configuration of {0} was changed again after the push, so it was left as it is.',
          app,
        ),
      );
      return;
    case 'notPossible':
      void vscode.window.showErrorMessage(result.message);
  }
}
