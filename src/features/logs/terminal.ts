import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import type { LogSubject } from '../../shared/logs.ts';
import { showFailure } from '../common/actions.ts';
import { openFlyctlTerminal } from '../common/flyctl-terminal.ts';

/** Follows the log with flyctl itself, in a terminal. */
export async function openLogsInTerminal(
  subject: LogSubject,
  flyctlPath: () => Promise<string>,
): Promise<void> {
  try {
    const machine = subject.machine === undefined ? [] : ['--machine', subject.machine];
    openFlyctlTerminal(await flyctlPath(), {
      name: vscode.l10n.t('Logs: {0}', subject.title),
      icon: 'output',
      args: ['logs', '--app', subject.app, ...machine],
    });
  } catch (error) {
    await showFailure(toFailure(error));
  }
}
