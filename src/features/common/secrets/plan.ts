import * as vscode from 'vscode';
import { type NewSecret, setSecrets } from '../../../fly/verbs/secrets.ts';
import type { Confirmation, Plan } from '../operations/operation.ts';
import type { Services } from '../services.ts';
import { followRestart, type When } from './when.ts';

export interface SecretsToSet {
  readonly app: string;
  readonly secrets: readonly NewSecret[];
  /** Names of those among them that the app has already. */
  readonly replaced: readonly string[];
  readonly when: When;
}

/** Sets the secrets. Replacing is confirmed, because Fly tells no value. @throws Failure when a value cannot be set as it is. */
export function planToSet(services: Services, wanted: SecretsToSet): Plan {
  const { app, secrets, replaced, when } = wanted;
  for (const { value } of secrets) services.keepSecret(value);
  const [title, done] = words(wanted);
  return {
    title,
    app,
    verbs: setSecrets(app, secrets, when),
    ...(replaced.length > 0 && { confirm: replacement(wanted) }),
    follow: (context) => followRestart(services, when, context),
    changes: ['secrets', 'machines'],
    done,
  };
}

function words({ app, secrets, when }: SecretsToSet): readonly [title: string, done: string] {
  const [{ name } = { name: '' }, another] = secrets;
  if (another) {
    return when.stage
      ? [
          vscode.l10n.t('Staging {0} secrets of {1}', secrets.length, app),
          vscode.l10n.t('{0} secrets of {1} are staged.', secrets.length, app),
        ]
      : [
          vscode.l10n.t('Setting {0} secrets of {1}', secrets.length, app),
          vscode.l10n.t('{0} secrets of {1} are set.', secrets.length, app),
        ];
  }
  return when.stage
    ? [
        vscode.l10n.t('Staging the secret {0} of {1}', name, app),
        vscode.l10n.t('The secret {0} of {1} is staged.', name, app),
      ]
    : [
        vscode.l10n.t('Setting the secret {0} of {1}', name, app),
        vscode.l10n.t('The secret {0} of {1} is set.', name, app),
      ];
}

function replacement({ app, replaced, when }: SecretsToSet): Confirmation {
  const [name = '', another] = replaced;
  return {
    question: another
      ? vscode.l10n.t('Replace {0} secrets of {1}?', replaced.length, app)
      : vscode.l10n.t('Replace the secret {0} of {1}?', name, app),
    consequence: [
      another ? `${replaced.join(', ')}.` : '',
      vscode.l10n.t('Fly.io does not tell the present value, so it cannot be restored.'),
      when.effect,
    ]
      .filter(Boolean)
      .join(' '),
    button: vscode.l10n.t('Replace'),
  };
}
