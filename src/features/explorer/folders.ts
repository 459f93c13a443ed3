import { posix } from 'node:path';
import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import type { Machine } from '../../fly/model.ts';
import { type FolderEntry, listFolder, maxEntries } from '../../gateway/folders.ts';
import { locate } from '../../gateway/location.ts';
import { type EntryNode, fileOf, type Node } from '../common/nodes.ts';
import type { Services } from '../common/services.ts';

/** A node that has the content of a folder below it. */
export type FolderNode = Extract<Node, { kind: 'stateDirectory' }> | EntryNode;

/** Whether the node has the content of a folder below it. */
export function isFolder(node: Node): node is FolderNode {
  return node.kind === 'stateDirectory' || (node.kind === 'entry' && node.entry.kind === 'folder');
}

/**
 * What is in the folders of machines. A folder is read when it is opened, and held until it is closed or refreshed: the tree
 * is painted more often than anybody wants to hear from a machine.
 */
export class Folders implements vscode.Disposable {
  readonly #shell: Services['shell'];
  readonly #held = new Map<string, Promise<Node[]>>();
  readonly #disposal = new AbortController();

  constructor({ shell }: Pick<Services, 'shell'>) {
    this.#shell = shell;
  }

  /** The nodes below a folder; a note tells what could not be read. */
  content(node: FolderNode): Promise<Node[]> {
    const key = keyOf(node);
    const held = this.#held.get(key) ?? this.#read(node, key);
    this.#held.set(key, held);
    return held;
  }

  /** The next look at the folder, or at any, reads it again. @returns Whether something was held of it. */
  forget(node?: FolderNode): boolean {
    if (node) return this.#held.delete(keyOf(node));
    const held = this.#held.size > 0;
    this.#held.clear();
    return held;
  }

  dispose(): void {
    this.#disposal.abort();
  }

  async #read(node: FolderNode, key: string): Promise<Node[]> {
    const { app, machine } = node;
    try {
      const signal = this.#disposal.signal;
      const shell = this.#shell(machine);
      const folder =
        node.kind === 'entry' ? fileOf(node).path : (await locate(shell, machine, { signal })).stateDir;
      const { entries, truncated } = await listFolder(shell, folder, { signal });
      const nodes = entries
        .toSorted(byKindAndName)
        .map((entry): Node => ({ kind: 'entry', app, machine, folder, entry }));
      return [...nodes, ...notes(key, nodes.length, truncated)];
    } catch (error) {
      const text = explain(toFailure(error)).sentence;
      return [{ kind: 'note', id: `failed:${key}`, text, tone: 'warning' }];
    }
  }
}

/** A machine that was updated or restarted may have other files. */
function keyOf(node: FolderNode): string {
  const { app, id, updatedAt }: Pick<Machine, 'app' | 'id' | 'updatedAt'> = node.machine;
  return [app, id, updatedAt, node.kind === 'entry' ? posix.normalize(fileOf(node).path) : ''].join(':');
}

function notes(key: string, count: number, truncated: boolean): Node[] {
  if (truncated) {
    const text = vscode.l10n.t('only the first {0} are shown', maxEntries);
    return [{ kind: 'note', id: `truncated:${key}`, text, tone: 'warning' }];
  }
  if (count > 0) return [];
  return [{ kind: 'note', id: `empty:${key}`, text: vscode.l10n.t('empty'), tone: 'quiet' }];
}

/** Folders first, as in VS Code's own explorer. */
function byKindAndName(a: FolderEntry, b: FolderEntry): number {
  const rank = ({ kind }: FolderEntry): number => (kind === 'folder' ? 0 : 1);
  return rank(a) - rank(b) || a.name.localeCompare(b.name, undefined, { numeric: true });
}
