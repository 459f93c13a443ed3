import * as vscode from 'vscode';
import { onCommand } from '../common/on-command.ts';
import type { Services } from '../common/services.ts';
import { signIn, signOut, watchSessions } from './session.ts';

async function pickFlyctl(): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the flyctl executable'),
    canSelectMany: false,
    openLabel: vscode.l10n.t('Use as flyctl'),
  });
  const path = chosen?.[0]?.fsPath;
  if (path === undefined) return;
  await vscode.workspace
    .getConfiguration('openclawDeployments')
    .update('flyctlPath', path, vscode.ConfigurationTarget.Global);
}

/** Shows every place that was looked at, with what was found there, and the host it was looked for on. */
async function whereLooked({ locator }: Services): Promise<void> {
  const { found, looked } = await locator.search();
  const host = vscode.env.remoteName
    ? vscode.l10n.t('on the remote host ({0})', vscode.env.remoteName)
    : vscode.l10n.t('on this computer');
  const result = found
    ? vscode.l10n.t('flyctl {0} is used: {1}', found.version, found.path)
    : vscode.l10n.t('flyctl was not found {0}.', host);
  const rows = looked.map(({ place, path, verdict }) => `- ${place}: ${path}\n  ${verdict}`);
  const content = [result, '', vscode.l10n.t('Looked {0}, in this order:', host), ...rows, ''].join('\n');
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  await vscode.window.showTextDocument(document, { preview: true });
}

/** The session of flyctl, whose it is, choosing flyctl and showing where it was looked for. */
export function registerAccount(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    watchSessions(services),
    onCommand('signIn', () => signIn(services)),
    onCommand('signOut', () => signOut(services)),
    onCommand('showAccount', async () => (await import('./show-account.ts')).showAccount(services)),
    onCommand('pickFlyctl', pickFlyctl),
    onCommand('whereLooked', () => whereLooked(services)),
    onCommand('showLog', () => services.log.show()),
  );
}
