import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import type { LogSubject } from '../../shared/logs.ts';
import { showFailure } from '../common/actions.ts';

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
      iconPath: new vscode.ThemeIcon('output'),
      isTransient: true,
    });
    terminal.show();
  } catch (error) {
    await showFailure(toFailure(error));
  }
}
