import * as vscode from 'vscode';
import type { Failure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import { wasRead } from '../../fly/resource.ts';
import type { Node } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';
import type { Painter } from './painter.ts';
import { rowsOf } from './rows.ts';

type GroupNode = Extract<Node, { kind: 'group' }>;
type VolumeNode = Extract<Node, { kind: 'volume' }>;

/** The lists of the tree. Each is read when it is looked at for the first time, and held by the store from then on. */
export class Lists {
  readonly #services: Pick<Services, 'store' | 'secretUses'>;
  readonly #painter: Painter;

  constructor(services: Pick<Services, 'store' | 'secretUses'>, painter: Painter) {
    this.#services = services;
    this.#painter = painter;
  }

  /** What is in a group; notes tell what could not be read. */
  async members(node: GroupNode): Promise<Node[]> {
    const { store, secretUses } = this.#services;
    const { app, group } = node;
    const readUse = async () => (group === 'secrets' ? secretUses.of(app) : undefined);
    const use = wasRead(store.app(app)[group])
      ? await readUse()
      : await this.#painter.hold(node, async () => {
          await store.load(app, group);
          return readUse();
        });
    const nodes = rowsOf(app, group, store.app(app), use);
    return this.#withNotes(`${app}:${group}`, nodes, store.app(app)[group].error);
  }

  async snapshots(node: VolumeNode): Promise<Node[]> {
    const { store } = this.#services;
    const { app, volume } = node;
    if (!wasRead(store.snapshots(volume.id))) {
      await this.#painter.hold(node, () => store.loadSnapshots(app, volume.id));
    }
    const { data = [], error } = store.snapshots(volume.id);
    const nodes = data.map((snapshot): Node => ({ kind: 'snapshot', app, volume, snapshot }));
    return this.#withNotes(`${app}:${volume.id}`, nodes, error);
  }

  /** Says why a list could not be read, or that it is empty. */
  #withNotes(key: string, nodes: Node[], error: Failure | undefined): Node[] {
    const { store } = this.#services;
    // A reason that stands above the whole tree is not said again in every group.
    if (error && (store.limited || error.kind !== store.apps.error?.kind)) {
      const text = explain(error).sentence;
      return [{ kind: 'note', id: `stale:${key}`, text, tone: 'warning' }, ...nodes];
    }
    if (nodes.length > 0) return nodes;
    return [{ kind: 'note', id: `empty:${key}`, text: vscode.l10n.t('none'), tone: 'quiet' }];
  }
}
