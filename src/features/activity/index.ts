import * as vscode from 'vscode';
import type { Activity } from '../common/activity.ts';
import { onCommand } from '../common/on-command.ts';
import type { Services } from '../common/services.ts';
import { type ActivityNode, copyableText, detailsOf, toActivityItem } from './activity-item.ts';

const viewId = 'openclawDeployments.activity';

/** Renders what was done in this window, newest first. */
class ActivityTree implements vscode.TreeDataProvider<ActivityNode>, vscode.Disposable {
  readonly #activity: Activity;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscription: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(activity: Activity) {
    this.#activity = activity;
    this.#subscription = vscode.Disposable.from(activity.onDidChange(() => this.#changed.fire(undefined)));
  }

  getTreeItem(node: ActivityNode): vscode.TreeItem {
    return toActivityItem(node);
  }

  getChildren(node?: ActivityNode): ActivityNode[] {
    if (!node) return this.#activity.runs.map((run) => ({ kind: 'run', run }));
    return node.kind === 'run' ? detailsOf(node.run) : [];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function isActivityNode(argument: unknown): argument is ActivityNode {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && 'run' in argument;
}

/** The Activity view: everything that was done to deployments, with its commands, duration and outcome. */
export function registerActivity({ activity }: Services): vscode.Disposable {
  const tree = new ActivityTree(activity);
  return vscode.Disposable.from(
    tree,
    vscode.window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true }),
    onCommand('copyRunCommands', async (argument) => {
      if (isActivityNode(argument)) await vscode.env.clipboard.writeText(copyableText(argument));
    }),
  );
}
