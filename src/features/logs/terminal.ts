import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import type { LogSubject } from '../../shared/logs.ts';
import { showFailure } from '../common/actions.ts';

/** The region would filter the lines; in a terminal, flyctl would take the time to update itself first. */
const env = { FLY_REGION: null, FLY_JSON: null, FLY_NO_UPDATE_CHECK: '1' };

/** Follows the log with flyctl itself, in a terminal. */
export async function openLogsInTerminal(
  subject: LogSubject,
  flyctlPath: () => Promise<string>,
): Promise<void> {
  try {
    const machine = subject.machine === undefined ? [] : ['--machine', subject.machine];
    const terminal = vscode.window.createTerminal({
      name: vscode.l10n.t('Logs: {0}', subject.title),
      shellPath: await flyctlPath(),
      shellArgs: ['logs', '--app', subject.app, ...machine],
      env,
      iconPath: new vscode.ThemeIcon('output'),
      isTransient: true,
    });
    terminal.show();
  } catch (error) {
    await showFailure(toFailure(error));
  }
}
