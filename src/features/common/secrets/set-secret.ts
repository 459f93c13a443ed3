import * as vscode from 'vscode';
import type { Plan } from '../operations/operation.ts';
import type { Services } from '../services.ts';
import { planToSet } from './plan.ts';
import { askWhen } from './when.ts';

/** What a configuration can refer to: OpenClaw expands `${NAME}` for no other names. */
const validName = /^[A-Z][A-Z0-9_]{0,127}$/;

/** The secret that is wanted; what is left out is asked. */
export interface WantedSecret {
  readonly app: string;
  readonly name?: string;
  readonly suggestedName?: string;
  readonly value?: string;
}

/**
 * Sets a Fly secret: asks for its name, its value and when it takes effect, as far as they are not known.
 * @returns Its name; `undefined` when the user stopped or it could not be set, which was told then.
 * @throws Failure when it is not known what the app has.
 */
export async function setSecretBy(services: Services, wanted: WantedSecret): Promise<string | undefined> {
  const planned = await planSecret(services, wanted);
  if (!planned) return undefined;
  return (await services.operations.perform(planned.plan)) === 'done' ? planned.name : undefined;
}

/** The same up to the point where something is run. @throws Failure */
export async function planSecret(
  services: Services,
  wanted: WantedSecret,
): Promise<{ readonly name: string; readonly plan: Plan } | undefined> {
  const { app } = wanted;
  const name = wanted.name ?? (await askName(wanted));
  if (name === undefined) return undefined;
  const present = await services.store.read(app, 'secrets', {});
  const isNew = present.every((secret) => secret.name !== name);
  const value = wanted.value ?? (await askValue(app, name, isNew));
  if (!value) return undefined;
  const when = await askWhen(services, app, vscode.l10n.t('Set Now'));
  if (!when) return undefined;
  const replaced = isNew ? [] : [name];
  return { name, plan: planToSet(services, { app, secrets: [{ name, value }], replaced, when }) };
}

async function askName({ app, suggestedName = '' }: WantedSecret): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Fly secret of {0}', app),
    prompt: vscode.l10n.t('Its name. Machines get the secret as an environment variable of this name.'),
    value: suggestedName,
    ignoreFocusOut: true,
    validateInput: (text) =>
      validName.test(text)
        ? undefined
        : vscode.l10n.t('Use capital letters, digits and underscores, and begin with a letter.'),
  });
}

/** Without the white space that comes along when a value is copied. */
async function askValue(app: string, name: string, isNew: boolean): Promise<string | undefined> {
  const value = await vscode.window.showInputBox({
    title: vscode.l10n.t('{0} of {1}', name, app),
    prompt: isNew
      ? vscode.l10n.t('The value. It goes to Fly.io only; neither the configuration nor a log has it.')
      : vscode.l10n.t('The new value. It goes to Fly.io only, and replaces the present one.'),
    password: true,
    ignoreFocusOut: true,
    // What is pasted into an input box loses its line breaks.
    validateInput: (text) =>
      text.trim().startsWith('-----BEGIN ')
        ? vscode.l10n.t('This has several lines. Put it in a .env file, in quotes, and import that.')
        : undefined,
  });
  return value?.trim();
}
