import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import type { NewSecret } from '../../fly/verbs/secrets.ts';
import type { Plan } from '../common/operations/operation.ts';
import { planToSet } from '../common/secrets/plan.ts';
import { askWhen } from '../common/secrets/when.ts';
import type { Services } from '../common/services.ts';
import { type EnvFile, isSetting, parseEnvFile } from './env-file.ts';

/** A larger file is no `.env`. In bytes. */
const maxBytes = 1024 * 1024;

/** Sets the secrets that the user chooses from a `.env` file. No value is shown. @throws Failure */
export async function planImport(services: Services, app: string): Promise<Plan | undefined> {
  const uri = await chooseFile(app);
  if (!uri) return undefined;
  const file = parseEnvFile(await readText(uri));
  const present = await services.store.read(app, 'secrets', {});
  const names = new Set(present.map(({ name }) => name));
  const secrets = await chooseSecrets(app, file, names);
  if (!secrets || secrets.length === 0) return undefined;
  const when = await askWhen(services, app, vscode.l10n.t('Set Now'));
  if (!when) return undefined;
  const replaced = secrets.map(({ name }) => name).filter((name) => names.has(name));
  return planToSet(services, { app, secrets, replaced, when });
}

async function chooseFile(app: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('File with secrets for {0}', app),
    openLabel: vscode.l10n.t('Choose Secrets'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, '.env') }),
  });
  return chosen?.[0];
}

async function readText(uri: vscode.Uri): Promise<string> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > maxBytes) throw notEnvFile(uri);
  const bytes = await vscode.workspace.fs.readFile(uri);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notEnvFile(uri);
  }
}

function notEnvFile({ fsPath }: vscode.Uri): Failure {
  return new Failure('failed', {
    detail: vscode.l10n.t('“{0}” is not a .env file: it is no text, or larger than 1 MiB.', fsPath),
  });
}

interface Choice extends vscode.QuickPickItem {
  readonly secret: NewSecret;
}

async function chooseSecrets(
  app: string,
  { secrets, leftOut }: EnvFile,
  present: ReadonlySet<string>,
): Promise<readonly NewSecret[] | undefined> {
  if (secrets.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The file has no NAME=VALUE with a value.'));
    return undefined;
  }
  const choices = secrets.map((secret) => choice(secret, present));
  const chosen = await vscode.window.showQuickPick(choices, {
    canPickMany: true,
    ...(leftOut.length > 0 && {
      title: vscode.l10n.t('Left out, without a value or a valid name: {0}', leftOut.join(', ')),
    }),
    placeHolder: vscode.l10n.t('Secrets to set on {0}. Values are never shown.', app),
    ignoreFocusOut: true,
  });
  return chosen?.map(({ secret }) => secret);
}

function choice(secret: NewSecret, present: ReadonlySet<string>): Choice {
  const { name } = secret;
  const words = [
    present.has(name)
      ? vscode.l10n.t('replaces the present value; whether it is another is not known')
      : vscode.l10n.t('new'),
  ];
  if (isSetting(name)) words.push(vscode.l10n.t('not a secret: it can stand in [env] of fly.toml'));
  return { label: name, description: words.join(' · '), picked: true, secret };
}
