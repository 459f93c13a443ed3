import * as vscode from 'vscode';
import type { App } from '../../fly/model.ts';
import { explain } from '../../core/explain.ts';
import type { DeploymentStore, Resource } from '../../fly/store.ts';
import { type Group, groups, type Node } from '../common/nodes.ts';
import { type AppHints, toTreeItem } from './tree-item.ts';

/** How long changes are gathered before the tree is painted again, in milliseconds. */
const paintDelayMs = 30;

/** Renders the store. It holds no data of its own: what a refresh could not read stays on screen, marked stale. */
export class DeploymentTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #store: DeploymentStore;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscription: vscode.Disposable;
  #paint: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: DeploymentStore) {
    this.#store = store;
    this.#subscription = vscode.Disposable.from(store.onDidChange(() => this.#paintSoon()));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return toTreeItem(node, (app) => this.#hints(app));
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#apps();
    if (node.kind === 'app') return groups.map((group) => ({ kind: 'group', app: node.app.name, group }));
    if (node.kind === 'group') return this.#members(node.app, node.group);
    return [];
  }

  getParent(node: Node): Node | undefined {
    switch (node.kind) {
      case 'group': {
        const app = this.#store.apps.data?.find(({ name }) => name === node.app);
        return app && { kind: 'app', app };
      }
      case 'machine':
        return { kind: 'group', app: node.app, group: 'machines' };
      case 'address':
        return { kind: 'group', app: node.app, group: 'addresses' };
      case 'volume':
        return { kind: 'group', app: node.app, group: 'volumes' };
      case 'secret':
        return { kind: 'group', app: node.app, group: 'secrets' };
      case 'app':
      case 'note':
        return undefined;
    }
  }

  dispose(): void {
    clearTimeout(this.#paint);
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #paintSoon(): void {
    this.#paint ??= setTimeout(() => {
      this.#paint = undefined;
      this.#changed.fire(undefined);
    }, paintDelayMs);
  }

  #hints({ name }: App): AppHints {
    const { apps, knownApps } = this.#store;
    return {
      openclaw: this.#store.isOpenClaw(name),
      ofWorkspace: knownApps.includes(name),
      only: apps.data?.length === 1,
    };
  }

  /** Apps that run OpenClaw come first, the workspace's own before them; then by name. */
  #apps(): Node[] {
    const rank = (app: App): number => {
      const { openclaw, ofWorkspace } = this.#hints(app);
      return ofWorkspace ? 0 : openclaw ? 1 : 2;
    };
    return (this.#store.apps.data ?? [])
      .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
      .map((app) => ({ kind: 'app', app }));
  }

  async #members(app: string, group: Group): Promise<Node[]> {
    const resource: Resource<unknown> = this.#store.app(app)[group];
    if (resource.data === undefined && !resource.error) await this.#store.load(app, group);
    const nodes = this.#rows(app, group);
    const { error } = this.#store.app(app)[group];
    // A reason that stands above the whole tree is not said again in every group.
    if (error && error.kind !== this.#store.apps.error?.kind) {
      return [this.#stale(app, group, explain(error).sentence), ...nodes];
    }
    if (nodes.length > 0) return nodes;
    return [{ kind: 'note', id: `empty:${app}:${group}`, text: vscode.l10n.t('none'), tone: 'quiet' }];
  }

  #stale(app: string, group: Group, reason: string): Node {
    return { kind: 'note', id: `stale:${app}:${group}`, text: reason, tone: 'warning' };
  }

  #rows(app: string, group: Group): Node[] {
    const held = this.#store.app(app);
    switch (group) {
      case 'machines':
        return (held.machines.data ?? []).map((machine) => ({ kind: 'machine', app, machine }));
      case 'addresses':
        return (held.addresses.data ?? []).map((address) => ({ kind: 'address', app, address }));
      case 'volumes':
        return (held.volumes.data ?? []).map((volume) => ({ kind: 'volume', app, volume }));
      case 'secrets':
        return (held.secrets.data ?? []).map((secret) => ({ kind: 'secret', app, secret }));
    }
  }
}
