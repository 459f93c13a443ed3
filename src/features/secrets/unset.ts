import * as vscode from 'vscode';
import type { Secret } from '../../fly/model.ts';
import { unsetSecret } from '../../fly/verbs/secrets.ts';
import type { Plan } from '../common/operations/operation.ts';
import type { OfApp } from '../common/operations/subjects.ts';
import { askWhen, followRestart } from '../common/secrets/when.ts';
import type { Services } from '../common/services.ts';

/** How many settings are named. */
const named = 4;

/** Takes a secret away; says before what uses it. @throws Failure */
export async function planToUnset(
  services: Services,
  { app, value: { name } }: OfApp<Secret>,
): Promise<Plan | undefined> {
  const when = await askWhen(services, app, vscode.l10n.t('Unset Now'));
  if (!when) return undefined;
  const consequence = [
    await usedBy(services, app, name),
    vscode.l10n.t('Fly.io does not tell its value, so it cannot be restored.'),
    when.stage ? vscode.l10n.t('Machines keep it until the next deploy.') : when.effect,
  ];
  return {
    title: vscode.l10n.t('Unsetting the secret {0} of {1}', name, app),
    app,
    verbs: [unsetSecret(app, name, when)],
    confirm: {
      question: vscode.l10n.t('Unset the secret {0} of {1}?', name, app),
      consequence: consequence.join(' '),
      button: vscode.l10n.t('Unset'),
    },
    follow: (context) => followRestart(services, when, context),
    changes: ['secrets', 'machines'],
    done: vscode.l10n.t('{0} has no secret {1} any more.', app, name),
  };
}

async function usedBy(services: Services, app: string, name: string): Promise<string> {
  const use = await services.secretUses.of(app);
  const settings = use?.settings.get(name) ?? [];
  if (settings.length > named) {
    return vscode.l10n.t('The configuration names it in {0} settings.', settings.length);
  }
  if (settings.length > 0) return vscode.l10n.t('The configuration names it in {0}.', settings.join(', '));
  if (use?.known.has(name)) return vscode.l10n.t('OpenClaw reads it without being told to.');
  return use?.marks.get(name) === 'unused'
    ? vscode.l10n.t('The configuration does not name it.')
    : vscode.l10n.t('Whether the configuration names it is not known.');
}
