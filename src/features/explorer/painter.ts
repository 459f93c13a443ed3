import * as vscode from 'vscode';
import type { Node } from '../common/nodes.ts';

/** What has a list below it that is read when it is opened. */
type OpenedNode = Extract<Node, { kind: 'app' | 'group' | 'volume' }>;

/** How long changes are gathered before the tree is painted again, in milliseconds. */
const paintDelayMs = 10;

/** Has VS Code paint parts of the tree again, many changes in one go. */
export class Painter implements vscode.Disposable {
  readonly #painted = new vscode.EventEmitter<Node[] | undefined>();
  /** Nodes whose first children are on their way. */
  readonly #held = new Set<OpenedNode>();
  /** What is to be painted; `undefined` is the whole tree. */
  readonly #dirty = new Set<Node | undefined>();
  #timer: NodeJS.Timeout | undefined;

  readonly onDidPaint = this.#painted.event;

  paint(node: Node | undefined): void {
    this.#dirty.add(node);
    this.#timer ??= setTimeout(() => this.#paint(), paintDelayMs);
  }

  /**
   * Waits for the first children of a node. Painting it, or what it is in, meanwhile would undo that it was opened: what it is
   * in is painted afterwards, and so is an app, whose own row tells of what was read below it.
   */
  async hold<T>(node: OpenedNode, children: () => Promise<T>): Promise<T> {
    this.#held.add(node);
    try {
      return await children();
    } finally {
      this.#held.delete(node);
      if (node.kind !== 'app') this.#dirty.delete(node);
      if (this.#dirty.size > 0) this.#timer ??= setTimeout(() => this.#paint(), paintDelayMs);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#painted.dispose();
  }

  #paint(): void {
    this.#timer = undefined;
    const nodes = [...this.#dirty].filter((node) => !this.#isInTheWay(node));
    for (const node of nodes) this.#dirty.delete(node);
    if (nodes.length > 0) this.#painted.fire(nodes.includes(undefined) ? undefined : withoutParts(nodes));
  }

  #isInTheWay(node: Node | undefined): boolean {
    return [...this.#held].some((held) => contains(node, held));
  }
}

/** Whether the opened node is painted along with another one; `undefined` is the whole tree. */
function contains(node: Node | undefined, opened: OpenedNode): boolean {
  if (node === undefined || node === opened) return true;
  if (node.kind === 'app') return node.app.name === appOf(opened);
  return (
    node.kind === 'group' && node.group === 'volumes' && opened.kind === 'volume' && node.app === opened.app
  );
}

function appOf(opened: OpenedNode): string {
  return opened.kind === 'app' ? opened.app.name : opened.app;
}

/** Lists are painted with their apps, and machines with their lists. */
function withoutParts(nodes: readonly (Node | undefined)[]): Node[] {
  const all = nodes.filter((node) => node !== undefined);
  const apps = new Set(all.map((node) => (node.kind === 'app' ? node.app.name : undefined)));
  const lists = new Set(
    all.map((node) => (node.kind === 'group' && node.group === 'machines' ? node.app : undefined)),
  );
  return all.filter((node) => {
    if (node.kind === 'group') return !apps.has(node.app);
    return node.kind !== 'machine' || !(apps.has(node.app) || lists.has(node.app));
  });
}
