import * as vscode from 'vscode';
import { openFlyctlTerminal } from '../common/flyctl-terminal.ts';
import type { Services } from '../common/services.ts';

/** What signing in and out needs of the services. */
type Parts = Pick<Services, 'account'> & { readonly locator: Pick<Services['locator'], 'locate'> };

function signInName(): string {
  return vscode.l10n.t('Sign in to Fly.io');
}

function signOutName(): string {
  return vscode.l10n.t('Sign out of Fly.io');
}

/** flyctl asks for a key press and opens the browser, so it needs a terminal; the token stays with flyctl. */
export async function signIn(services: Parts): Promise<void> {
  const anyway = vscode.l10n.t('Sign In Anyway');
  if (await isHidden(services, anyway)) return;
  await inTerminal(services, signInName(), ['auth', 'login']);
}

/** Asks first: flyctl's session belongs to everything on the computer that uses flyctl. */
export async function signOut(services: Parts): Promise<void> {
  const anyway = vscode.l10n.t('Sign Out Anyway');
  if (await isHidden(services, anyway)) return;
  await services.account.load();
  const { email } = services.account.info;
  const question = email
    ? vscode.l10n.t('Sign {0} out of Fly.io?', email)
    : vscode.l10n.t('Sign out of Fly.io?');
  const consequence = vscode.l10n.t(
    'flyctl forgets its session, so every terminal, script and window on this computer that uses flyctl is signed out. Deployments go on running.',
  );
  const detail = `${consequence}\n\nflyctl auth logout`;
  const button = vscode.l10n.t('Sign Out');
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, button);
  if (chosen === button) await inTerminal(services, signOutName(), ['auth', 'logout']);
}

/** When such a terminal ends, what is known of the account is out of date, and what was refused before may work now. */
export function watchSessions({ account, store }: Pick<Services, 'account' | 'store'>): vscode.Disposable {
  return vscode.window.onDidCloseTerminal(({ name }) => {
    if (name !== signInName() && name !== signOutName()) return;
    account.forget();
    void store.refresh();
  });
}

/** While a variable holds a token, flyctl does not look at its session. Whether the user leaves it at that. */
async function isHidden({ account }: Parts, anyway: string): Promise<boolean> {
  const { tokenSource } = account.info;
  if (tokenSource === 'session') return false;
  const told = vscode.l10n.t(
    'flyctl takes its token from the variable {0} and not from its session, so signing in or out changes nothing here. Unset the variable where VS Code is started, then restart VS Code.',
    tokenSource,
  );
  return (await vscode.window.showWarningMessage(told, anyway)) !== anyway;
}

async function inTerminal({ locator }: Parts, name: string, args: readonly string[]): Promise<void> {
  openFlyctlTerminal(await locator.locate(), { name, icon: 'account', args });
}
