import * as vscode from 'vscode';
import type { ExposurePlan } from '../../deployment/harden/plan.ts';
import { type Verdict, verdictOn } from '../../deployment/harden/run.ts';
import { type CommandName, runCommand } from '../common/commands.ts';
import type { Services } from '../common/services.ts';

/** Reads the addresses again and tells what is true now, whatever the steps have said. @throws Failure */
export async function settle(services: Services, plan: ExposurePlan, signal: AbortSignal): Promise<void> {
  const { app, aim, warnings } = plan;
  const verdict = verdictOn(await services.store.read(app, 'addresses', { signal }));
  if (aim === 'public') {
    await services.hardened.remember(app, false);
    void tellPublic(app, verdict);
    return;
  }
  if (verdict.isPrivate) await services.hardened.remember(app, true);
  void (verdict.isPrivate
    ? tellPrivate(
        app,
        verdict,
        warnings.some(({ code }) => code === 'webhook'),
      )
    : tellStillPublic(app, verdict));
}

/** The app is what it was to become. It is remembered, so that it is told when it changes. */
export async function tellNothingToDo(services: Services, { app, aim }: ExposurePlan): Promise<void> {
  await services.hardened.remember(app, aim === 'private');
  void vscode.window.showInformationMessage(
    aim === 'private'
      ? vscode.l10n.t('{0} is private already, and no fly.toml in this workspace makes it public.', app)
      : vscode.l10n.t('{0} is public already.', app),
  );
}

async function tellPrivate(app: string, { closed }: Verdict, hasWebhooks: boolean): Promise<void> {
  const message =
    closed.length > 0
      ? vscode.l10n.t('{0} is private: only {1} is left.', app, addressesOf(closed))
      : vscode.l10n.t('{0} is private: it has no address.', app);
  await offer(app, message, {
    [vscode.l10n.t('Open Control UI')]: 'openControlUi',
    ...(hasWebhooks && { [vscode.l10n.t('Webhooks')]: 'explainWebhooks' }),
  });
}

async function tellStillPublic(app: string, { open }: Verdict): Promise<void> {
  const message = vscode.l10n.t(
    '{0} is still public: the internet reaches it at {1}.',
    app,
    addressesOf(open),
  );
  const again = vscode.l10n.t('Make a Plan Again');
  if ((await vscode.window.showWarningMessage(message, again)) === again)
    await runCommand('hardenApp', { app });
}

async function tellPublic(app: string, { open }: Verdict): Promise<void> {
  const message =
    open.length > 0
      ? vscode.l10n.t('{0} is public: the internet reaches it at {1}.', app, addressesOf(open))
      : vscode.l10n.t('{0} has no public address.', app);
  await offer(app, message, { [vscode.l10n.t('Open Control UI')]: 'openControlUi' });
}

async function offer(
  app: string,
  message: string,
  next: Readonly<Record<string, CommandName>>,
): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(message, ...Object.keys(next));
  const command = chosen === undefined ? undefined : next[chosen];
  if (command) await runCommand(command, { app });
}

function addressesOf(addresses: Verdict['open']): string {
  return addresses.map(({ address }) => address).join(', ');
}
