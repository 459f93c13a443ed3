import * as vscode from 'vscode';
import type { CommandName } from '../common/commands.ts';
import { onCommand } from '../common/on-command.ts';
import { targetOf } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import type { Preferences } from './preferences.ts';

/** Lets the user choose which organizations are shown; all are when none is chosen. */
async function filterByOrganization({ store, account }: Services, preferences: Preferences): Promise<void> {
  const names = new Map(account.info.organizations.map(({ slug, name }) => [slug, name]));
  const slugs = new Set([
    ...(store.apps.data ?? []).map(({ organization }) => organization),
    ...names.keys(),
  ]);
  slugs.delete('');
  const chosen = preferences.filter.organizations;
  const items = [...slugs].toSorted().map((slug) => {
    const name = names.get(slug);
    const picked = chosen.length === 0 || chosen.includes(slug);
    return { label: slug, picked, ...(name !== undefined && name !== slug && { description: name }) };
  });
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: vscode.l10n.t('Organizations whose apps are shown'),
  });
  if (!picked) return;
  const organizations = picked.length === items.length ? [] : picked.map(({ label }) => label);
  await preferences.update({ organizations });
}

/** The app that a command was called on, or the user's choice among these. */
async function chooseApp(
  argument: unknown,
  names: readonly string[],
  placeHolder: string,
): Promise<string | undefined> {
  return targetOf(argument)?.app ?? vscode.window.showQuickPick([...names].sort(), { placeHolder });
}

/** Shows an app that the account does not list, once flyctl has found it. */
async function addApp({ store, actions }: Services, preferences: Preferences): Promise<void> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add App by Name'),
    prompt: vscode.l10n.t('The name of an app on Fly.io that this account or token may read.'),
    placeHolder: 'my-openclaw',
    validateInput: (text) =>
      /^[a-z0-9-]*$/.test(text.trim())
        ? undefined
        : vscode.l10n.t('The name of an app has small letters, digits and hyphens only.'),
  });
  const app = name?.trim() ?? '';
  if (app === '') return;
  const title = vscode.l10n.t('Looking for {0}', app);
  const result = await actions.run({ title, where: 'view' }, ({ signal }) => store.addApp(app, { signal }));
  if (result.status !== 'ok') return;
  const { hidden } = preferences.filter;
  await preferences.update({ hidden: hidden.filter((other) => other !== app) });
  await preferences.rememberAddedApps(store.addedApps);
}

/** A command that puts one app into a list of the filter, or takes it out again. */
interface ListChange {
  readonly command: CommandName;
  readonly list: 'hidden' | 'pinned';
  readonly puts: boolean;
  placeHolder(): string;
}

const listChanges: readonly ListChange[] = [
  { command: 'hideApp', list: 'hidden', puts: true, placeHolder: () => vscode.l10n.t('App to hide') },
  {
    command: 'unhideApp',
    list: 'hidden',
    puts: false,
    placeHolder: () => vscode.l10n.t('App to show again'),
  },
  { command: 'pinApp', list: 'pinned', puts: true, placeHolder: () => vscode.l10n.t('App to pin') },
  { command: 'unpinApp', list: 'pinned', puts: false, placeHolder: () => vscode.l10n.t('App to unpin') },
];

async function changeList(
  { list, puts, placeHolder }: ListChange,
  argument: unknown,
  { store }: Services,
  preferences: Preferences,
): Promise<void> {
  const before = preferences.filter[list];
  const all = (store.apps.data ?? []).map(({ name }) => name);
  const candidates = puts ? all.filter((name) => !before.includes(name)) : before;
  const app = await chooseApp(argument, candidates, placeHolder());
  if (app === undefined) return;
  const others = before.filter((name) => name !== app);
  await preferences.update({ [list]: puts ? [...others, app] : others });
}

/** The commands that choose which apps the tree shows, and in which order. */
export function registerFilterCommands(services: Services, preferences: Preferences): vscode.Disposable {
  return vscode.Disposable.from(
    onCommand('filterByOrganization', () => filterByOrganization(services, preferences)),
    onCommand('addApp', () => addApp(services, preferences)),
    onCommand('showOnlyOpenClaw', () => preferences.update({ onlyOpenClaw: true })),
    onCommand('showAllApps', () => preferences.update({ onlyOpenClaw: false, organizations: [] })),
    onCommand('showHiddenApps', () => preferences.update({ showHidden: true })),
    onCommand('concealHiddenApps', () => preferences.update({ showHidden: false })),
    ...listChanges.map((change) =>
      onCommand(change.command, (argument) => changeList(change, argument, services, preferences)),
    ),
  );
}
