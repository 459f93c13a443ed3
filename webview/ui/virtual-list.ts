import { element } from './dom.ts';
import { Heights } from './heights.ts';

export interface VirtualListOptions<T> {
  /** Scrolls; the list fills it. */
  readonly scroller: HTMLElement;
  /** Grows from item to item. */
  readonly keyOf: (item: T) => number;
  /** The likely height in pixels; the real one is measured when the item is drawn. */
  readonly estimate: (item: T) => number;
  readonly render: (item: T) => HTMLElement;
  readonly onFollow: (following: boolean) => void;
}

/** How far from the end still counts as the end, in pixels: scroll positions are fractions, heights are not. */
const endTolerance = 2;
/** How far beyond what is in sight items are drawn, in pixels. */
const margin = 400;
/** How often heights that drawing has measured may move what is in sight, before it is left to the next frame. */
const maxRounds = 4;

/**
 * Draws only the items in sight, between two spaces as high as the others. The browser's own scroll anchoring keeps
 * what is read in its place when an item above turns out higher than estimated.
 *
 * While the list follows, the end stays in sight; it stops when the user scrolls up and starts when they come back.
 */
export class VirtualList<T> {
  readonly #options: VirtualListOptions<T>;
  readonly #content = element('div', { class: 'virtual-content' });
  readonly #before = element('div');
  readonly #after = element('div');
  readonly #heights = new Heights();
  readonly #drawn = new Map<number, HTMLElement>();
  #items: readonly T[] = [];
  #following = true;
  #lastTop = 0;
  /** The item at the top when it was drawn last, and how many pixels of it were out of sight. */
  #place = { key: -1, cut: 0 };
  #frame: number | undefined;

  constructor(options: VirtualListOptions<T>) {
    const { scroller } = options;
    this.#options = options;
    this.#content.append(this.#before, this.#after);
    scroller.append(this.#content);
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#draw()).observe(scroller);
  }

  get following(): boolean {
    return this.#following;
  }

  set following(following: boolean) {
    if (following === this.#following) return;
    this.#following = following;
    this.#options.onFollow(following);
    if (following) this.#draw();
  }

  /** The key of the first item in sight; -1 when there is none. */
  get topKey(): number {
    return this.#place.key;
  }

  /** Takes in items at the end; those before are unchanged. Draws with the next frame. */
  append(items: readonly T[]): void {
    this.#items = items;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#draw();
    });
  }

  /** Draws other items, or the same ones anew. What is at the top stays there, or the next item if it is gone. */
  replace(items: readonly T[]): void {
    this.#items = items;
    this.#drawn.clear();
    this.#content.replaceChildren(this.#before, this.#after);
    this.remeasure();
  }

  /** Estimates and measures anew, e.g. because lines wrap differently now. What is at the top stays there. */
  remeasure(): void {
    const { key, cut } = this.#place;
    this.#heights.clear();
    if (this.#following || key === -1) this.#draw();
    else this.scrollToKey(key, cut);
  }

  /**
   * Brings the first item to the top whose key is not below `key`.
   * @param cut How many pixels of the item with exactly this key are out of sight.
   */
  scrollToKey(key: number, cut = 0): void {
    const { keyOf, scroller } = this.#options;
    const index = this.#items.findIndex((item) => keyOf(item) >= key);
    if (index === -1) return;
    const offset = this.#keyAt(index) === key ? cut : 0;
    for (let round = 0; round < maxRounds; round++) {
      this.#draw();
      const place = this.#heights.startOf(index) + Math.min(offset, this.#heights.get(index) - 1);
      if (Math.abs(scroller.scrollTop - place) < 1) break;
      scroller.scrollTop = place;
    }
    this.#lastTop = scroller.scrollTop;
  }

  #keyAt(index: number): number {
    const item = this.#items[index];
    return item === undefined ? -1 : this.#options.keyOf(item);
  }

  /** Draws until the heights that drawing measures change nothing any more. */
  #draw(): void {
    const { scroller, estimate } = this.#options;
    for (const item of this.#items.slice(this.#heights.length)) this.#heights.push(estimate(item));
    for (let round = 0; round < maxRounds; round++) {
      const { clientHeight } = scroller;
      const top = this.#following ? this.#heights.total - clientHeight : scroller.scrollTop;
      const changed = this.#show(
        this.#heights.at(top - margin),
        this.#heights.at(top + clientHeight + margin),
      );
      if (!changed) break;
    }
    if (this.#following) {
      scroller.scrollTop = scroller.scrollHeight;
      this.#lastTop = scroller.scrollTop;
    }
    const top = this.#heights.at(scroller.scrollTop);
    this.#place = { key: this.#keyAt(top), cut: scroller.scrollTop - this.#heights.startOf(top) };
  }

  /** Draws the items from `first` to `last`. @returns Whether one of them is not as high as was thought. */
  #show(first: number, last: number): boolean {
    const nodes: HTMLElement[] = [];
    for (let index = Math.max(0, first); index <= last; index++) nodes.push(this.#nodeAt(index));
    const keep = new Set(nodes);
    for (const [key, node] of this.#drawn) {
      if (keep.has(node)) continue;
      this.#drawn.delete(key);
      node.remove();
    }
    // Moving a node that is in its place already would end a selection in it.
    let there = this.#before.nextSibling;
    for (const node of nodes) {
      if (node === there) there = node.nextSibling;
      else this.#content.insertBefore(node, there);
    }
    this.#space(first, last);
    const changed = this.#measure(nodes, first);
    if (changed) this.#space(first, last);
    return changed;
  }

  #space(first: number, last: number): void {
    const heights = this.#heights;
    this.#before.style.height = `${heights.startOf(Math.max(0, first))}px`;
    this.#after.style.height = `${heights.total - heights.startOf(last + 1)}px`;
  }

  #measure(nodes: readonly HTMLElement[], first: number): boolean {
    let changed = false;
    nodes.forEach((node, position) => {
      const height = node.getBoundingClientRect().height;
      if (Math.abs(height - this.#heights.get(first + position)) < 0.5) return;
      this.#heights.set(first + position, height);
      changed = true;
    });
    return changed;
  }

  #nodeAt(index: number): HTMLElement {
    const key = this.#keyAt(index);
    let node = this.#drawn.get(key);
    if (!node) {
      const item = this.#items[index];
      node = item === undefined ? element('div') : this.#options.render(item);
      this.#drawn.set(key, node);
    }
    node.dataset['index'] = String(index);
    return node;
  }

  #scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#options.scroller;
    const atEnd = scrollHeight - scrollTop - clientHeight <= endTolerance;
    const down = scrollTop > this.#lastTop;
    const up = scrollTop < this.#lastTop;
    this.#lastTop = scrollTop;
    if (this.#following ? up && !atEnd : down && atEnd) this.following = !this.#following;
    this.#draw();
  }
}
