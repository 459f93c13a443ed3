import * as vscode from 'vscode';
import type { App } from '../../fly/model.ts';
import { wasRead } from '../../fly/resource.ts';
import type { StoreChange } from '../../fly/store.ts';
import { machineLabel } from '../common/machine-state.ts';
import { type Group, groups, type Node } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import { AppKnowledge } from './app-knowledge.ts';
import { arrange } from './filter.ts';
import { type FolderNode, Folders, isFolder } from './folders.ts';
import { Painter } from './painter.ts';
import type { Preferences } from './preferences.ts';
import { Lists } from './lists.ts';
import { MachineNodes } from './machine-nodes.ts';
import { machineRows } from './rows.ts';
import { Shown } from './shown.ts';
import { type Hints, lateTooltip, toTreeItem } from './tree-item.ts';

/** What was read longer ago, in milliseconds, is read again when the user opens it. */
const maxAgeMs = 10_000;

/** How much longer than for its machines an app that is opened for the first time waits for its addresses, in milliseconds. */
const addressesWaitMs = 3_000;

/** Who tells what the tree shows. */
type Told = Pick<Services, 'store' | 'drift' | 'hardened' | 'secretUses' | 'shell'>;

type AppNode = Extract<Node, { kind: 'app' }>;
type GroupNode = Extract<Node, { kind: 'group' }>;
type VolumeNode = Extract<Node, { kind: 'volume' }>;

/**
 * Renders the store and what is in folders of machines. It holds no data of its own: what a refresh could not read stays on
 * screen, marked stale.
 */
export class DeploymentTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly knowledge: AppKnowledge;
  readonly shown = new Shown();
  readonly #services: Told;
  readonly #preferences: Pick<Preferences, 'filter' | 'onDidChange'>;
  readonly #folders: Folders;
  readonly #painter = new Painter();
  readonly #lists: Lists;
  readonly #subscriptions: vscode.Disposable;
  /** VS Code repaints a part of the tree only for the very node that it was given before. */
  readonly #groups = new Map<string, GroupNode>();
  readonly #apps = new Map<string, AppNode>();
  readonly #volumes = new Map<string, VolumeNode>();
  readonly #machines = new MachineNodes();
  /** What was last shown of apps beside their own records. */
  readonly #looks = new Map<string, string>();

  readonly onDidChangeTreeData = this.#painter.onDidPaint;

  constructor(services: Told, preferences: Preferences) {
    this.#services = services;
    this.#preferences = preferences;
    this.knowledge = new AppKnowledge(services, preferences);
    this.#folders = new Folders(services);
    this.#lists = new Lists(services, this.#painter);
    const { store, drift, hardened, secretUses } = services;
    this.#subscriptions = vscode.Disposable.from(
      this.#folders,
      this.#painter,
      store.onDidChange((change) => this.#changedIn(change)),
      drift.onDidChange(({ app }) => this.#repaint(app, 'machines')),
      hardened.onDidChange((app) => this.#repaint(app, 'addresses')),
      secretUses.onDidChange((app) => this.#repaint(app, 'secrets')),
      preferences.onDidChange(() => this.#painter.paint(undefined)),
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
    if (!node) return this.#roots();
    this.shown.opened(node);
    if (isFolder(node)) return this.#folders.content(node);
    if (node.kind === 'app') return this.#childrenOf(node);
    if (node.kind === 'group') return this.#members(node);
    if (node.kind === 'volume') return this.#lists.snapshots(node);
    return node.kind === 'machine' ? machineRows(node.app, node.machine) : [];
  }

  getParent(node: Node): Node | undefined {
    switch (node.kind) {
      case 'fact':
      case 'group':
        return this.#apps.get(node.app);
      case 'machine':
        return this.#group(node.app, 'machines');
      case 'address':
        return this.#group(node.app, 'addresses');
      case 'volume':
        return this.#group(node.app, 'volumes');
      case 'snapshot':
        return this.#volumes.get(node.volume.id);
      case 'secret':
        return this.#group(node.app, 'secrets');
      case 'release':
        return this.#group(node.app, 'releases');
      case 'stateDirectory':
        return { kind: 'machine', app: node.app, machine: node.machine };
      case 'app':
      case 'entry':
      case 'note':
        return undefined;
    }
  }

  /** The node of an app, for revealing it; nothing while it is not in the tree. */
  appNode(app: string): Node | undefined {
    return this.#apps.get(app);
  }

  /** The user has opened a node again, of which VS Code has the children still: old data is read anew behind them. */
  reopened(node: Node): void {
    this.shown.opened(node);
    const { store } = this.#services;
    if (node.kind === 'volume') void store.loadSnapshots(node.app, node.volume.id);
    const name = node.kind === 'app' ? node.app.name : node.kind === 'group' ? node.app : undefined;
    if (name === undefined) return;
    for (const group of groups) {
      const { fetchedAt } = store.app(name)[group];
      const isOld = fetchedAt !== undefined && Date.now() - fetchedAt > maxAgeMs;
      if (isOld && this.shown.isShown(name, group)) void store.load(name, group);
    }
  }

  /** Reads the snapshots that are shown again. */
  async rereadSnapshots(): Promise<void> {
    const { store } = this.#services;
    await Promise.all(this.shown.volumes.map(([volume, app]) => store.loadSnapshots(app, volume)));
  }

  /** Reads a folder again when it is looked at next, or every folder. */
  rereadFolders(folder?: FolderNode): void {
    if (this.#folders.forget(folder)) this.#painter.paint(folder);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  readonly #hints: Hints = {
    app: (app) => this.knowledge.hints(app),
    drifted: ({ app, id }) => this.#services.drift.of(app, id) === true,
    machineName: (app, id) => {
      const machine = this.#services.store.app(app).machines.data?.find((each) => each.id === id);
      return machine && machineLabel(machine);
    },
    publicAgain: (app) => this.#services.hardened.isPublicAgain(app),
    runs: (app, version) =>
      (this.#services.store.app(app).machines.data ?? []).some(
        ({ metadata }) => metadata['fly_release_version'] === String(version),
      ),
  };

  #group(app: string, group: Group): GroupNode {
    const key = `${app}/${group}`;
    const node: GroupNode = this.#groups.get(key) ?? { kind: 'group', app, group };
    this.#groups.set(key, node);
    return node;
  }

  /** No node shows certificates. */
  #changedIn(change: StoreChange): void {
    if (change === 'apps') return this.#painter.paint(undefined);
    if (change.part === 'certificates') return;
    const { app, part } = change;
    if (part === 'snapshots') {
      const volume = this.#volumes.get(change.volume);
      if (volume) this.#painter.paint(volume);
      return;
    }
    const { machines } = this.#services.store.app(app);
    this.#repaint(app, part, part === 'machines' ? this.#machines.update(app, machines) : undefined);
  }

  /** Paints the rows of a group, or the whole app when what it says of itself is another than before. */
  #repaint(app: string, group: Group, rows: readonly Node[] = [this.#group(app, group)]): void {
    const node = this.#apps.get(app);
    if (!node) return;
    const look = this.#lookOf(node);
    const isAnother = look !== this.#looks.get(app);
    this.#looks.set(app, look);
    if (isAnother) return this.#painter.paint(node);
    for (const row of rows) this.#painter.paint(row);
    // Volumes name their machines, releases say whether machines run them, and secrets whether machines use them.
    if (group !== 'machines') return;
    for (const other of ['volumes', 'releases', 'secrets'] as const) {
      if (this.shown.isOpen(app, other)) this.#painter.paint(this.#group(app, other));
    }
  }

  #lookOf({ app }: AppNode): string {
    return JSON.stringify([this.knowledge.hints(app), this.knowledge.facts(app).map(withoutRecords)]);
  }

  /** The apps that pass the filter, in their order. */
  shownApps(): readonly App[] {
    const { store } = this.#services;
    const known = new Set(store.knownApps);
    return arrange(store.apps.data ?? [], this.#preferences.filter, {
      isOpenClaw: (name) => store.isOpenClaw(name),
      isOfWorkspace: (name) => known.has(name),
    });
  }

  async #members(node: GroupNode): Promise<Node[]> {
    const { app, group } = node;
    const nodes = await this.#lists.members(this.#group(app, group));
    for (const each of nodes) if (each.kind === 'volume') this.#volumes.set(each.volume.id, each);
    if (group === 'machines') this.#machines.show(app, this.#services.store.app(app).machines, nodes);
    return nodes;
  }

  #roots(): Node[] {
    const apps = this.shownApps();
    this.shown.retain(apps.map(({ name }) => name));
    this.#apps.clear();
    return apps.map((app) => {
      const node: AppNode = { kind: 'app', app };
      this.#apps.set(app.name, node);
      return node;
    });
  }

  async #childrenOf(node: AppNode): Promise<Node[]> {
    const { app } = node;
    await this.#readFacts(node);
    this.#looks.set(app.name, this.#lookOf(node));
    return [
      ...this.knowledge.facts(app).map((fact): Node => ({ kind: 'fact', app: app.name, fact })),
      ...groups.map((group) => this.#group(app.name, group)),
    ];
  }

  /**
   * Whether the internet reaches a deployment is so important that nobody has to open a list to see it. Shown later, it would
   * move the lists below it away from under the mouse.
   */
  async #readFacts(node: AppNode): Promise<void> {
    const { store } = this.#services;
    const { name } = node.app;
    const { machines, addresses } = store.app(name);
    if (wasRead(machines) && wasRead(addresses)) return;
    await this.#painter.hold(node, async () => {
      const reading = wasRead(addresses) || store.load(name, 'addresses');
      if (!wasRead(machines)) await store.load(name, 'machines');
      await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, addressesWaitMs))]);
    });
  }
}

/** A machine changes with every event; what facts show of it is its name. */
function withoutRecords(fact: ReturnType<AppKnowledge['facts']>[number]): unknown {
  return 'machines' in fact ? { ...fact, machines: fact.machines.map(machineLabel) } : fact;
}
