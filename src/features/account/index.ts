import * as vscode from 'vscode';
import { onCommand } from '../common/on-command.ts';
import type { Services } from '../common/services.ts';

function signInName(): string {
  return vscode.l10n.t('Sign in to Fly.io');
}

/** flyctl asks for a key press and opens the browser, so it needs a terminal; the token stays with flyctl. */
async function signIn({ locator }: Services): Promise<void> {
  const terminal = vscode.window.createTerminal({
    name: signInName(),
    shellPath: await locator.locate(),
    shellArgs: ['auth', 'login'],
  });
  terminal.show();
}

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

/** Signing in, choosing flyctl and showing where it was looked for. */
export function registerAccount(services: Services): vscode.Disposable {
  // A terminal that ends may have been the sign-in: what was refused before may work now.
  const onTerminalEnd = vscode.window.onDidCloseTerminal((terminal) => {
    if (terminal.name === signInName()) void services.store.refresh();
  });
  return vscode.Disposable.from(
    onTerminalEnd,
    onCommand('signIn', () => signIn(services)),
    onCommand('pickFlyctl', pickFlyctl),
    onCommand('whereLooked', () => whereLooked(services)),
    onCommand('showLog', () => services.log.show()),
  );
}
