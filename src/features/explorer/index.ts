import * as vscode from 'vscode';
import type { Failure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import { onCommand } from '../common/on-command.ts';
import { setContext, type ViewState } from '../common/context.ts';
import { type Node, nodeOf, textOf } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import { isFolder } from './folders.ts';
import { openFile } from './open-file.ts';
import { Refresher } from './refresher.ts';
import { DeploymentTree } from './tree.ts';

const viewId = 'openclawDeployments.explorer';

/** Which welcome text an empty tree shows. */
function viewState({ store }: Services): ViewState {
  const { data, error } = store.apps;
  if (data?.length) return 'ready';
  if (!error) return data ? 'noApps' : 'ready';
  return welcomeFor(error);
}

function welcomeFor({ kind }: Failure): ViewState {
  if (kind === 'notInstalled' || kind === 'notLoggedIn' || kind === 'offline') return kind;
  return 'failed';
}

/** What stands above the tree while it shows data that could not be refreshed. */
function staleMessage({ store }: Services): string | undefined {
  const { data, error, fetchedAt } = store.apps;
  if (!data?.length || !error) return undefined;
  const reason = explain(error).sentence;
  if (fetchedAt === undefined) return reason;
  return vscode.l10n.t('Not refreshed since {0}. {1}', new Date(fetchedAt).toLocaleTimeString(), reason);
}

/** The Deployments view: the tree, its welcome texts, and the refresh that keeps it true while it is visible. */
export function registerExplorer(services: Services): vscode.Disposable {
  const tree = new DeploymentTree(services);
  const view = vscode.window.createTreeView<Node>(viewId, { treeDataProvider: tree, showCollapseAll: true });
  const refresher = new Refresher(services, view);

  const render = (): void => {
    setContext('state', viewState(services));
    view.message = staleMessage(services) ?? '';
  };

  const { drift } = services;
  drift.watched = view.visible;

  /** The folder that was asked for, or everything that is shown. */
  const refresh = async (argument: unknown): Promise<void> => {
    const node = nodeOf(argument);
    if (node && isFolder(node)) return tree.rereadFolders(node);
    tree.rereadFolders();
    await refresher.refreshNow();
    await drift.check({ fresh: true });
  };

  return vscode.Disposable.from(
    tree,
    view,
    refresher,
    vscode.Disposable.from(services.store.onDidChange(render)),
    view.onDidChangeVisibility(({ visible }) => (drift.watched = visible)),
    view.onDidCollapseElement(({ element }) => isFolder(element) && tree.rereadFolders(element)),
    onCommand('refresh', refresh),
    onCommand('openFile', openFile),
    onCommand('copyText', async (argument) => {
      const text = textOf(argument);
      if (text !== undefined) await vscode.env.clipboard.writeText(text);
    }),
  );
}
