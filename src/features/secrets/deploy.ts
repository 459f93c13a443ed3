import * as vscode from 'vscode';
import { deploySecrets } from '../../fly/verbs/secrets.ts';
import type { Plan } from '../common/operations/operation.ts';
import { applied, followRestart, isStaged } from '../common/secrets/when.ts';
import type { Services } from '../common/services.ts';

/** Gives the machines what is staged. @throws Failure */
export async function planDeploy(services: Services, app: string): Promise<Plan | undefined> {
  const { store } = services;
  const [machines, secrets] = await Promise.all([
    store.machines(app, { fresh: true }),
    store.read(app, 'secrets', {}),
  ]);
  if (machines.length === 0) {
    const text = vscode.l10n.t('{0} has no machine yet. Its first deploy gives them the secrets.', app);
    void vscode.window.showInformationMessage(text);
    return undefined;
  }
  const staged = secrets.filter(isStaged).map(({ name }) => name);
  const when = applied(machines);
  return {
    title: vscode.l10n.t('Deploying the staged secrets of {0}', app),
    app,
    verbs: [deploySecrets(app)],
    confirm: {
      question: vscode.l10n.t('Deploy the staged secrets of {0}?', app),
      consequence: `${whatIsStaged(staged)} ${when.effect}`,
      button: vscode.l10n.t('Deploy Secrets'),
    },
    follow: (context) => followRestart(services, when, context),
    changes: ['secrets', 'machines'],
    done: vscode.l10n.t('The machines of {0} have its secrets.', app),
  };
}

/** Fly lists no secret that was unset; machines keep it until they are given what is staged. */
function whatIsStaged(names: readonly string[]): string {
  return names.length > 0
    ? vscode.l10n.t('Staged: {0}.', names.join(', '))
    : vscode.l10n.t('Fly.io shows none as staged. Machines may still have one that was unset.');
}
