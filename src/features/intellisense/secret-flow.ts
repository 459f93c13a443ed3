import * as vscode from 'vscode';
import type { Services } from '../common/services.ts';
import { setSecret } from '../../fly/verbs/secrets.ts';

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
 */
export async function setSecretBy(services: Services, wanted: WantedSecret): Promise<string | undefined> {
  const { app } = wanted;
  const name = wanted.name ?? (await askName(wanted));
  if (name === undefined || !(await mayReplace(services, app, name))) return undefined;
  const value = wanted.value ?? (await askValue(app, name));
  if (!value) return undefined;
  services.keepSecret(value);
  const stage = await askStage(app);
  if (stage === undefined) return undefined;
  const title = stage
    ? vscode.l10n.t('Staging the secret {0} of {1}', name, app)
    : vscode.l10n.t('Setting the secret {0} of {1}', name, app);
  const result = await services.actions.run({ title }, ({ signal }) =>
    services.flyctl.run(setSecret(app, name, value, { stage }), { signal }),
  );
  await services.store.load(app, 'secrets');
  return result.status === 'ok' ? name : undefined;
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

async function askValue(app: string, name: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('{0} of {1}', name, app),
    prompt: vscode.l10n.t('The value. It goes to Fly.io only; neither the configuration nor a log has it.'),
    password: true,
    ignoreFocusOut: true,
  });
}

/** A secret cannot be read back, so nobody could undo the change. */
async function mayReplace(services: Services, app: string, name: string): Promise<boolean> {
  await services.store.load(app, 'secrets');
  const secrets = services.store.app(app).secrets.data ?? [];
  if (!secrets.some((secret) => secret.name === name)) return true;
  const replace = vscode.l10n.t('Replace');
  const question = vscode.l10n.t('{0} already has a secret {1}. Replace its value?', app, name);
  const detail = vscode.l10n.t('Fly.io does not tell the present value, so it cannot be restored.');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, replace)) === replace;
}

async function askStage(app: string): Promise<boolean | undefined> {
  const choices = [
    {
      label: vscode.l10n.t('Set Now'),
      detail: vscode.l10n.t('Restarts the machines of {0}, one after the other.', app),
      stage: false,
    },
    {
      label: vscode.l10n.t('Stage'),
      detail: vscode.l10n.t('Restarts nothing. Machines have it after the next deploy.'),
      stage: true,
    },
  ];
  const placeHolder = vscode.l10n.t('When do the machines get the secret?');
  return (await vscode.window.showQuickPick(choices, { placeHolder, ignoreFocusOut: true }))?.stage;
}
