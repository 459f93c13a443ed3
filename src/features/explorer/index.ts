import * as vscode from 'vscode';
import { onCommand } from '../common/on-command.ts';
import { setContext } from '../common/context.ts';
import { type Node, nodeOf, textOf } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import { registerCopyCommand } from './copy-command.ts';
import { registerFilterCommands } from './filter-commands.ts';
import { isFolder } from './folders.ts';
import { openFile } from './open-file.ts';
import { Preferences } from './preferences.ts';
import { Refresher } from './refresher.ts';
import { DeploymentTree } from './tree.ts';
import { viewBadge, viewDescription, viewMessage, viewState } from './view-text.ts';

const viewId = 'openclawDeployments.explorer';

/** The Deployments view: the tree, its welcome texts, and the refresh that keeps it true while it is visible. */
export function registerExplorer(services: Services): vscode.Disposable {
  const { store } = services;
  const preferences = new Preferences(services.memory);
  store.addedApps = preferences.addedApps;
  const tree = new DeploymentTree(services, preferences);
  const view = vscode.window.createTreeView<Node>(viewId, { treeDataProvider: tree, showCollapseAll: true });
  const refresher = new Refresher(services, view, tree.shown);
  return vscode.Disposable.from(
    tree,
    view,
    refresher,
    preferences,
    renderView(services, tree, view, preferences),
    watchView(services, tree, view),
    registerFilterCommands(services, preferences),
    registerCopyCommand(services, () => view.selection[0]),
    onCommand('refresh', (argument) => refresh(argument, services, tree, refresher)),
    onCommand('showApp', async (argument) => revealApp(argument, tree, view)),
    onCommand('openFile', openFile),
    onCommand('copyText', async (argument) => {
      const text = textOf(argument);
      if (text !== undefined) await vscode.env.clipboard.writeText(text);
    }),
  );
}

/** Keeps what stands around the tree true: its message, description, badge and welcome text. */
function renderView(
  { store, account, hardened }: Services,
  tree: DeploymentTree,
  view: vscode.TreeView<Node>,
  preferences: Preferences,
): vscode.Disposable {
  const render = (): void => {
    const { filter } = preferences;
    const apps = tree.shownApps();
    const watched = apps.filter(({ name }) => store.isOpenClaw(name) && !filter.hidden.includes(name));
    setContext('state', viewState(store, apps.length));
    setContext('onlyOpenClaw', filter.onlyOpenClaw);
    setContext('showsHidden', filter.showHidden);
    const message = viewMessage(store, apps.length);
    // VS Code waits 200 ms before it paints what changes after a message was set.
    if (view.message !== message) view.message = message;
    view.description = viewDescription(account.info, filter);
    view.badge = viewBadge(watched.map(({ name }) => ({ app: name, words: tree.knowledge.troubles(name) })));
  };
  render();
  return vscode.Disposable.from(
    store.onDidChange(render),
    account.onDidChange(render),
    hardened.onDidChange(render),
    preferences.onDidChange(render),
  );
}

/** Has only that read again which the user sees. */
function watchView(
  { drift, activity }: Services,
  tree: DeploymentTree,
  view: vscode.TreeView<Node>,
): vscode.Disposable {
  drift.watched = view.visible;
  return vscode.Disposable.from(
    view.onDidChangeVisibility(({ visible }) => (drift.watched = visible)),
    view.onDidExpandElement(({ element }) => tree.reopened(element)),
    view.onDidCollapseElement(({ element }) => {
      tree.shown.closed(element);
      if (isFolder(element)) tree.rereadFolders(element);
    }),
    activity.onDidChange(({ end }) => {
      if (end && view.visible) void tree.rereadSnapshots();
    }),
  );
}

/** Reads the folder again that was asked for, or everything that is shown. */
async function refresh(
  argument: unknown,
  { drift }: Services,
  tree: DeploymentTree,
  refresher: Refresher,
): Promise<void> {
  const node = nodeOf(argument);
  if (node && isFolder(node)) return tree.rereadFolders(node);
  tree.rereadFolders();
  await Promise.all([refresher.refreshNow(), tree.rereadSnapshots()]);
  await drift.check({ fresh: true });
}

/** Shows the view, and the app in it when it is there. */
async function revealApp(
  argument: unknown,
  tree: DeploymentTree,
  view: vscode.TreeView<Node>,
): Promise<void> {
  await vscode.commands.executeCommand(`${viewId}.focus`);
  const node = typeof argument === 'string' ? tree.appNode(argument) : undefined;
  if (node) await view.reveal(node, { select: true, focus: true, expand: true });
}
