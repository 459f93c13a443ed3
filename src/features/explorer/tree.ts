import * as vscode from 'vscode';
import type { App } from '../../fly/model.ts';
import { explain } from '../../core/explain.ts';
import type { DeploymentStore, StoreChange } from '../../fly/store.ts';
import type { Drift } from '../common/drift.ts';
import { isRunning } from '../common/machine-state.ts';
import { type Group, groups, type Node } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import { type FolderNode, Folders, isFolder } from './folders.ts';
import type { AppHints } from './items/app-item.ts';
import { type Hints, lateTooltip, toTreeItem } from './tree-item.ts';

/** How long changes are gathered before the tree is painted again, in milliseconds. */
const paintDelayMs = 30;

/** Renders the store and what is in folders of machines. It holds no data of its own: what a refresh could not read stays on screen, marked stale. */
export class DeploymentTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #store: DeploymentStore;
  readonly #drift: Drift;
  readonly #folders: Folders;
  readonly #changed = new vscode.EventEmitter<Node[] | undefined>();
  readonly #subscriptions: vscode.Disposable;
  /** VS Code repaints a part of the tree only for the very node that it was given before. */
  readonly #groups = new Map<string, Node>();
  /** Groups whose first members are on their way; painting them meanwhile would undo that they were opened. */
  readonly #opening = new Set<Node>();
  /** What is to be painted again; `undefined` is the whole tree. */
  readonly #dirty = new Set<Node | undefined>();
  #paint: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services) {
    this.#store = services.store;
    this.#drift = services.drift;
    this.#folders = new Folders(services);
    this.#subscriptions = vscode.Disposable.from(
      this.#folders,
      this.#store.onDidChange((change) => this.#changedIn(change)),
      this.#drift.onDidChange(({ app }) => this.#paintLater(this.#group(app, 'machines'))),
    );
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return toTreeItem(node, this.#hints);
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    const tooltip = lateTooltip(node, this.#hints);
    return tooltip ? Object.assign(item, { tooltip }) : item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#apps();
    if (node.kind === 'app') return groups.map((group) => this.#group(node.app.name, group));
    if (node.kind === 'group') return this.#members(node.app, node.group);
    if (isFolder(node)) return this.#folders.content(node);
    if (node.kind !== 'machine' || !isRunning(node.machine.state)) return [];
    return [{ kind: 'stateDirectory', app: node.app, machine: node.machine }];
  }

  /** Reads a folder again when it is looked at next, or every folder. */
  rereadFolders(folder?: FolderNode): void {
    this.#folders.forget(folder);
    this.#paintLater(folder);
  }

  getParent(node: Node): Node | undefined {
    switch (node.kind) {
      case 'group':
        return this.#appNode(node.app);
      case 'machine':
        return this.#group(node.app, 'machines');
      case 'address':
        return this.#group(node.app, 'addresses');
      case 'volume':
        return this.#group(node.app, 'volumes');
      case 'secret':
        return this.#group(node.app, 'secrets');
      case 'release':
        return this.#group(node.app, 'releases');
      case 'snapshot':
        return { kind: 'volume', app: node.app, volume: node.volume };
      case 'fact':
        return this.#appNode(node.app);
      case 'stateDirectory':
        return { kind: 'machine', app: node.app, machine: node.machine };
      case 'app':
      case 'entry':
      case 'note':
        return undefined;
    }
  }

  dispose(): void {
    clearTimeout(this.#paint);
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  readonly #hints: Hints = {
    app: (app) => this.#appHints(app),
    drifted: ({ app, id }) => this.#drift.of(app, id) === true,
    machineName: (app, id) => this.#store.app(app).machines.data?.find((machine) => machine.id === id)?.name,
    publicAgain: () => false,
    runs: (app, version) =>
      (this.#store.app(app).machines.data ?? []).some(
        ({ metadata }) => metadata['fly_release_version'] === String(version),
      ),
  };

  #appNode(name: string): Node | undefined {
    const app = this.#store.apps.data?.find((each) => each.name === name);
    return app && { kind: 'app', app };
  }

  #group(app: string, group: Group): Node {
    const key = `${app}/${group}`;
    const node: Node = this.#groups.get(key) ?? { kind: 'group', app, group };
    this.#groups.set(key, node);
    return node;
  }

  /** No node shows certificates. */
  #changedIn(change: StoreChange): void {
    if (change === 'apps') this.#paintLater(undefined);
    else if (change.part !== 'certificates' && change.part !== 'snapshots')
      this.#paintLater(this.#group(change.app, change.part));
  }

  #paintLater(node: Node | undefined): void {
    if (node && this.#opening.has(node)) return;
    this.#dirty.add(node);
    this.#paint ??= setTimeout(() => this.#paintDirty(), paintDelayMs);
  }

  #paintDirty(): void {
    const nodes = [...this.#dirty];
    this.#dirty.clear();
    this.#paint = undefined;
    this.#changed.fire(nodes.includes(undefined) ? undefined : nodes.filter((node) => node !== undefined));
  }

  #appHints({ name }: App): AppHints {
    const { apps, knownApps } = this.#store;
    const openclaw = this.#store.isOpenClaw(name);
    return {
      openclaw,
      ofWorkspace: knownApps.includes(name),
      expanded: openclaw || apps.data?.length === 1,
      pinned: false,
      hidden: false,
      troubles: [],
    };
  }

  /** Apps that run OpenClaw come first, the workspace's own before them; then by name. */
  #apps(): Node[] {
    const rank = (app: App): number => {
      const { openclaw, ofWorkspace } = this.#appHints(app);
      return ofWorkspace ? 0 : openclaw ? 1 : 2;
    };
    return (this.#store.apps.data ?? [])
      .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
      .map((app) => ({ kind: 'app', app }));
  }

  async #members(app: string, group: Group): Promise<Node[]> {
    await this.#open(app, group);
    const nodes = this.#rows(app, group);
    const { error } = this.#store.app(app)[group];
    // A reason that stands above the whole tree is not said again in every group.
    if (error && error.kind !== this.#store.apps.error?.kind) {
      return [this.#stale(app, group, explain(error).sentence), ...nodes];
    }
    if (nodes.length > 0) return nodes;
    return [{ kind: 'note', id: `empty:${app}:${group}`, text: vscode.l10n.t('none'), tone: 'quiet' }];
  }

  /** Reads a group when it is looked at for the first time. */
  async #open(app: string, group: Group): Promise<void> {
    const { data, error } = this.#store.app(app)[group];
    if (data !== undefined || error) return;
    const node = this.#group(app, group);
    this.#opening.add(node);
    await this.#store.load(app, group);
    this.#opening.delete(node);
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
      case 'releases':
        return (held.releases.data ?? []).map((release) => ({ kind: 'release', app, release }));
    }
  }
}
