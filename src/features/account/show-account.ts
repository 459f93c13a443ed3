import * as vscode from 'vscode';
import type { AccountInfo } from '../common/account.ts';
import { runCommand } from '../common/commands.ts';
import type { Services } from '../common/services.ts';

interface Choice extends vscode.QuickPickItem {
  /** What choosing it does, if anything. */
  act?(): Promise<unknown>;
}

/** Shows who flyctl acts for, where its token comes from, and the organizations; each leads to its page. */
export async function showAccount({ account }: Services): Promise<void> {
  const choices = account.load().then(() => choicesOf(account.info));
  const chosen = await vscode.window.showQuickPick<Choice>(choices, {
    title: vscode.l10n.t('Fly.io Account'),
    matchOnDescription: true,
  });
  await chosen?.act?.();
}

function choicesOf({ email, organizations, tokenSource }: AccountInfo): Choice[] {
  const ofSession = tokenSource === 'session';
  const nobody = ofSession
    ? vscode.l10n.t('Not signed in')
    : vscode.l10n.t('A token that belongs to no person');
  const source = ofSession
    ? vscode.l10n.t('session of flyctl')
    : vscode.l10n.t('token from {0}', tokenSource);
  return [
    {
      label: `$(account) ${email ?? nobody}`,
      description: source,
      act: () => open('user/personal_access_tokens'),
    },
    separator(vscode.l10n.t('Organizations')),
    ...organizations.map(({ slug, name }) => ({
      label: `$(organization) ${name || slug}`,
      description: slug,
      act: () => open(`dashboard/${slug}`),
    })),
    separator(vscode.l10n.t('Session')),
    email === undefined || !ofSession
      ? { label: `$(sign-in) ${vscode.l10n.t('Sign In')}`, act: () => runCommand('signIn') }
      : { label: `$(sign-out) ${vscode.l10n.t('Sign Out')}`, act: () => runCommand('signOut') },
  ];
}

function separator(label: string): Choice {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

async function open(path: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(`https://fly.io/${path}`));
}
