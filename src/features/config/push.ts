import JSON5 from 'json5';
import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { ConfigStat } from '../../gateway/config.ts';
import { pushConfig, type PushResult } from '../../gateway/config-push.ts';
import { withSignal } from '../common/abort.ts';
import { runCommand } from '../common/commands.ts';
import type { Services } from '../common/services.ts';
import type { RemoteFile } from '../common/remote-uri.ts';

/** What a push means to the one who asked for it. */
export interface Pushed {
  /** The state of the file on the machine, where the push found it out. */
  readonly remote?: ConfigStat;
  /** Why the file on the machine is not the new one, in a sentence; absent when it is. */
  readonly problem?: string;
}

/** Pushes a configuration to a machine and tells in one sentence what became of it. */
export class Push {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /**
   * @param expectedSha256 The hash of the content that may be replaced; `null` when there must be no file.
   * @throws Failure
   */
  async push(file: RemoteFile, bytes: Uint8Array, expectedSha256: string | null): Promise<Pushed> {
    if (!(await mayBePushed(file, bytes))) return { problem: vscode.l10n.t('The push was cancelled.') };
    const { app, machine, path } = file;
    const shell = this.#services.shell({ app, id: machine });
    const location = { configPath: path, stateDir: posix.dirname(path) };
    const title = vscode.l10n.t('Pushing {0} to {1}', posix.basename(path), app);
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) =>
        withSignal(token, (signal) => pushConfig(shell, location, bytes, { expectedSha256, signal })),
    );
    this.#services.log.info(`${title}: ${result.outcome}`);
    return this.#tell(file, result);
  }

  #tell(file: RemoteFile, result: PushResult): Pushed {
    const name = posix.basename(file.path);
    switch (result.outcome) {
      case 'written':
        void tellWritten(file, name);
        return { remote: result.file };
      case 'unchanged':
        vscode.window.setStatusBarMessage(
          vscode.l10n.t('{0} already has exactly this {1}.', file.app, name),
          8_000,
        );
        return { remote: result.file };
      case 'conflict':
        return {
          remote: result.remote,
          problem: vscode.l10n.t(
            '{0} changed on {1} since it was opened. Nothing was written. Save again to compare or overwrite.',
            name,
            file.app,
          ),
        };
      case 'refused':
        return { problem: result.message };
    }
  }
}

/** A configuration that cannot even be read keeps a gateway from starting: that is asked before, not found out after. */
async function mayBePushed({ app, path }: RemoteFile, bytes: Uint8Array): Promise<boolean> {
  try {
    JSON5.parse(new TextDecoder().decode(bytes));
    return true;
  } catch (error) {
    const push = vscode.l10n.t('Push Anyway');
    const problem = error instanceof Error ? error.message : String(error);
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t('{0} is not valid JSON5. Push it to {1} all the same?', posix.basename(path), app),
      { modal: true, detail: vscode.l10n.t('{0}\nA gateway that starts with it will not come up.', problem) },
      push,
    );
    return chosen === push;
  }
}

async function tellWritten({ app, machine }: RemoteFile, name: string): Promise<void> {
  const showLogs = vscode.l10n.t('Show Logs');
  const restart = vscode.l10n.t('Restart Machine');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} is on {1}. A running gateway reloads it by itself; some changes need a restart.',
      name,
      app,
    ),
    showLogs,
    restart,
  );
  if (chosen === showLogs) await runCommand('showLogs', { app, machine });
  if (chosen === restart) await runCommand('restartMachine', { app, machine });
}
