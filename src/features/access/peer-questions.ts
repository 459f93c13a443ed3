import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { NewPeer } from '../../fly/verbs/wireguard.ts';
import { askRegion } from '../common/regions.ts';
import type { Services } from '../common/services.ts';

/** Asks for all that a new peer needs; `undefined` when the user left. @throws Failure */
export async function askPeer(services: Services, app: string): Promise<NewPeer | undefined> {
  const organization = await organizationOf(services, app);
  if (organization === undefined) return undefined;
  const region = await askPeerRegion(services, app);
  if (region === undefined) return undefined;
  const name = await askName(organization);
  if (name === undefined) return undefined;
  const file = await askFile(name);
  return file === undefined ? undefined : { organization, region, name, file };
}

/** The slug of the app's organization; asked for where the token may not list apps. @throws Failure */
export async function organizationOf(
  { store, account }: Pick<Services, 'store' | 'account'>,
  app: string,
): Promise<string | undefined> {
  const organization = (await store.listApps()).find(({ name }) => name === app)?.organization;
  if (organization) return organization;
  await account.load();
  const items = account.info.organizations.map(({ slug, name }) => ({ label: slug, description: name }));
  const placeHolder = vscode.l10n.t('Organization of {0}', app);
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.label;
}

/** Every byte goes through the peer's region. */
async function askPeerRegion(services: Services, app: string): Promise<string | undefined> {
  const machines = await services.store.machines(app).catch(() => []);
  return askRegion(services, {
    title: vscode.l10n.t('Region of the WireGuard peer'),
    near: machines.map(({ region }) => region),
    what: app,
  });
}

function askName(organization: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the WireGuard peer of {0}', organization),
    prompt: vscode.l10n.t('Say whose computer it is, so that it can be found when it is to be removed.'),
    validateInput: (text) =>
      /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text)
        ? undefined
        : vscode.l10n.t('Use lower-case letters, digits and hyphens.'),
  });
}

/** A new file outside every git repository, unless the user insists. */
async function askFile(name: string): Promise<string | undefined> {
  for (let folder = homedir(); ;) {
    const chosen = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save WireGuard Config'),
      saveLabel: vscode.l10n.t('Create'),
      defaultUri: vscode.Uri.file(join(folder, `${name}.conf`)),
      filters: { WireGuard: ['conf'] },
    });
    if (chosen?.scheme !== 'file') return undefined;
    const file = chosen.fsPath;
    const objection = await objectionTo(file);
    if (!objection || (await insists(objection))) return file;
    folder = dirname(file);
  }
}

interface Objection {
  readonly text: string;
  /** The word for doing it nevertheless; absent where that is impossible. */
  readonly anyway?: string;
}

async function objectionTo(file: string): Promise<Objection | undefined> {
  // flyctl would make the peer before it sees that it cannot write the file.
  if (await exists(file)) {
    return {
      text: vscode.l10n.t('{0} is there already. Choose a new file, or delete this one first.', file),
    };
  }
  const repository = await repositoryOf(file);
  if (repository === undefined) return undefined;
  return {
    text: vscode.l10n.t(
      '{0} is in the git repository {1}. A private key that is committed there is known to everyone who can read the repository.',
      ...[file, repository],
    ),
    anyway: vscode.l10n.t('Save There Anyway'),
  };
}

async function insists({ text, anyway }: Objection): Promise<boolean> {
  const buttons = anyway === undefined ? [] : [anyway];
  const chosen = await vscode.window.showWarningMessage(text, { modal: true }, ...buttons);
  return chosen !== undefined && chosen === anyway;
}

/** The folder above the file that git keeps its history for. */
async function repositoryOf(file: string): Promise<string | undefined> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (await exists(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
