import * as vscode from 'vscode';
import type { Node } from '../common/nodes.ts';

/** How long changes are gathered before the tree is painted again, in milliseconds. */
const paintDelayMs = 30;

/** Has VS Code paint parts of the tree again, many changes in one go. */
export class Painter implements vscode.Disposable {
  readonly #painted = new vscode.EventEmitter<Node[] | undefined>();
  /**
   * Nodes whose first children are on their way, with their parents; painting either meanwhile would undo that they were
   * opened.
   */
  readonly #held = new Map<Node, Node | undefined>();
  readonly #postponed = new Set<Node>();
  /** What is to be painted; `undefined` is the whole tree. */
  readonly #dirty = new Set<Node | undefined>();
  #timer: NodeJS.Timeout | undefined;

  readonly onDidPaint = this.#painted.event;

  paint(node: Node | undefined): void {
    if (node && this.#held.has(node)) return;
    if (node && [...this.#held.values()].includes(node)) {
      this.#postponed.add(node);
      return;
    }
    this.#dirty.add(node);
    this.#timer ??= setTimeout(() => this.#paint(), paintDelayMs);
  }

  /** Waits for the first children of a node. It is not painted meanwhile, and its parent is painted afterwards. */
  async hold(node: Node, parent: Node | undefined, children: () => Promise<void>): Promise<void> {
    this.#held.set(node, parent);
    await children();
    this.#held.delete(node);
    if (parent && this.#postponed.delete(parent)) this.paint(parent);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#painted.dispose();
  }

  #paint(): void {
    const nodes = [...this.#dirty];
    this.#dirty.clear();
    this.#timer = undefined;
    this.#painted.fire(nodes.includes(undefined) ? undefined : withoutParts(nodes));
  }
}

/** Lists are painted with their apps. */
function withoutParts(nodes: readonly (Node | undefined)[]): Node[] {
  const all = nodes.filter((node) => node !== undefined);
  const apps = new Set(all.map((node) => (node.kind === 'app' ? node.app.name : undefined)));
  return all.filter((node) => node.kind !== 'group' || !apps.has(node.app));
}
