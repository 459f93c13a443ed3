import { element } from './dom.ts';
import type { Heights } from './heights.ts';

/** The items of a list that are drawn, between two spaces as high as the others. */
export class DrawnItems {
  readonly node = element('div', { class: 'virtual-content', role: 'list' });
  readonly #before = element('div', { role: 'presentation' });
  readonly #after = element('div', { role: 'presentation' });
  readonly #heights: Heights;
  readonly #render: (position: number) => HTMLElement;
  readonly #nodes = new Map<number, HTMLElement>();
  /** Drawn items that have to be drawn anew. */
  readonly #stale = new Set<number>();

  /** @param heights Of all items; those that are drawn are corrected. */
  constructor(heights: Heights, render: (position: number) => HTMLElement) {
    this.#heights = heights;
    this.#render = render;
    this.node.append(this.#before, this.#after);
  }

  /** The elements of the items, by their positions. */
  get nodes(): ReadonlyMap<number, HTMLElement> {
    return this.#nodes;
  }

  /** Items that are drawn anew the next time. @returns Whether there are any. */
  expire(which: (position: number, node: HTMLElement) => boolean): boolean {
    for (const [position, node] of this.#nodes) if (which(position, node)) this.#stale.add(position);
    return this.#stale.size > 0;
  }

  isStale(position: number): boolean {
    return this.#stale.has(position);
  }

  removeStale(): void {
    for (const position of this.#stale) {
      this.#nodes.get(position)?.remove();
      this.#nodes.delete(position);
    }
    this.#stale.clear();
  }

  /**
   * Draws the items from one index to another.
   * @param origin The position of the first item of all.
   * @returns Whether one of them is not as high as was thought.
   */
  show(origin: number, first: number, last: number): boolean {
    const nodes: HTMLElement[] = [];
    for (let index = first; index <= last; index++) nodes.push(this.#nodeAt(origin + index));
    this.#keepOnly(new Set(nodes));
    // Moving a node that is in its place already would end a selection in it.
    let there = this.#before.nextSibling;
    for (const node of nodes) {
      if (node === there) there = node.nextSibling;
      else this.node.insertBefore(node, there);
    }
    this.#space(first, last);
    const changed = this.#measure(nodes, first);
    if (changed) this.#space(first, last);
    return changed;
  }

  /** The position of the item that has the focus. */
  get focused(): number | undefined {
    const { activeElement } = document;
    if (!this.node.contains(activeElement)) return undefined;
    return [...this.#nodes].find(([, node]) => node.contains(activeElement))?.[0];
  }

  /** Gives an item the focus that it had before it was drawn anew. @param otherwise Gets it when the item is not drawn. */
  refocus(position: number, otherwise: HTMLElement): void {
    if (this.node.contains(document.activeElement)) return;
    (this.#nodes.get(position) ?? otherwise).focus({ preventScroll: true });
  }

  #keepOnly(nodes: ReadonlySet<HTMLElement>): void {
    for (const [position, node] of this.#nodes) {
      if (nodes.has(node)) continue;
      this.#nodes.delete(position);
      node.remove();
    }
  }

  #space(first: number, last: number): void {
    const heights = this.#heights;
    this.#before.style.height = `${heights.startOf(first)}px`;
    this.#after.style.height = `${heights.total - heights.startOf(last + 1)}px`;
  }

  #measure(nodes: readonly HTMLElement[], first: number): boolean {
    let changed = false;
    nodes.forEach((node, offset) => {
      const height = node.getBoundingClientRect().height;
      if (Math.abs(height - this.#heights.get(first + offset)) < 0.5) return;
      this.#heights.set(first + offset, height);
      changed = true;
    });
    return changed;
  }

  #nodeAt(position: number): HTMLElement {
    let node = this.#nodes.get(position);
    if (!node) {
      node = this.#render(position);
      node.dataset['position'] = String(position);
      this.#nodes.set(position, node);
    }
    return node;
  }
}
