import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { ConfigStat } from '../../gateway/config.ts';
import { pushConfig, type PushResult } from '../../gateway/config-push.ts';
import type { ConfigIssue } from '../../gateway/push/validation.ts';
import { withSignal } from '../common/abort.ts';
import { runCommand } from '../common/commands.ts';
import type { ConfigJudge } from '../common/config-judge.ts';
import type { Services } from '../common/services.ts';
import type { RemoteFile } from '../common/remote-uri.ts';
import { admit } from './gate.ts';

/** What a push means to the one who asked for it. */
export interface Pushed {
  /** The state of the file on the machine, where the push found it out. */
  readonly remote?: ConfigStat;
  /** Why the file on the machine is not the new one, in a sentence; absent when it is. */
  readonly problem?: string;
}

/** The file that a push may replace. */
export interface Replaced {
  /** The hash of its content; `null` when there must be no file. */
  readonly sha256: string | null;
  /** Its content, where that is known. */
  readonly bytes?: Uint8Array | undefined;
}

/** Pushes a configuration to a machine and tells in one sentence what became of it. */
export class Push {
  readonly #services: Services;

  readonly #judge: ConfigJudge;

  constructor(services: Services, judge: ConfigJudge) {
    this.#services = services;
    this.#judge = judge;
  }

  /** @throws Failure */
  async push(file: RemoteFile, bytes: Uint8Array, replaced: Replaced): Promise<Pushed> {
    const admission = await admit(this.#judge, { file, bytes, replaced: replaced.bytes });
    if (!admission.admitted) return { problem: admission.reason };
    const { app, machine, path } = file;
    const shell = this.#services.shell({ app, id: machine });
    const location = { configPath: path, stateDir: posix.dirname(path) };
    const title = vscode.l10n.t('Pushing {0} to {1}', posix.basename(path), app);
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) =>
        withSignal(token, (signal) =>
          pushConfig(shell, location, bytes, {
            expectedSha256: replaced.sha256,
            validation: admission.forced ? 'off' : 'machine',
            signal,
          }),
        ),
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
      case 'rejected':
        return { problem: rejection(file, result.issues) };
      case 'refused':
        return { problem: result.message };
    }
  }
}

function rejection({ app, path }: RemoteFile, issues: readonly ConfigIssue[]): string {
  const named = issues.slice(0, 5).map((issue) => `${issue.path}: ${issue.message}`);
  const rest = issues.length > named.length ? [vscode.l10n.t('{0} more', issues.length - named.length)] : [];
  return vscode.l10n.t(
    'OpenClaw on {0} does not accept {1}. Nothing was written. {2}',
    app,
    posix.basename(path),
    [...named, ...rest].join(' · '),
  );
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
