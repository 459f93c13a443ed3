import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { element } from './dom.ts';

export interface VirtualListOptions<T> {
  /** Scrolls; the list fills it. */
  readonly scroller: HTMLElement;
  readonly keyOf: (item: T) => number;
  /** The likely height in pixels; the real one is measured when the item is drawn. */
  readonly estimate: (item: T) => number;
  readonly render: (item: T) => HTMLElement;
  readonly onFollow: (following: boolean) => void;
}

/** Free space above the first and below the last item, in pixels. */
const endPadding = 4;
/** How far from the end still counts as the end, in pixels: scroll positions are fractions, heights are not. */
const endTolerance = 2;

/**
 * Draws only the items in sight. While it follows, the end stays in sight; it stops when the user scrolls up and
 * starts when they come back to the end.
 */
export class VirtualList<T> {
  readonly #options: VirtualListOptions<T>;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  /** As high as all items. */
  readonly #space = element('div', { class: 'virtual-space' });
  /** Holds the drawn items, at their place in the space. */
  readonly #window = element('div', { class: 'virtual-window' });
  readonly #drawn = new Map<number, HTMLElement>();
  #items: readonly T[] = [];
  #following = true;
  #lastTop = 0;
  #frame: number | undefined;
  #drawing = false;
  #outdated = false;

  constructor(options: VirtualListOptions<T>) {
    const { scroller } = options;
    this.#options = options;
    this.#space.append(this.#window);
    scroller.append(this.#space);
    // Before the virtualizer's own listener, which draws and would go back to the end.
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#virtualizer = new Virtualizer(this.#virtualizerOptions());
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
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
    const index = this.#virtualizer.getVirtualItemForOffset(this.#options.scroller.scrollTop)?.index ?? -1;
    const item = this.#items[index];
    return item === undefined ? -1 : this.#options.keyOf(item);
  }

  /** Draws these items from the next frame on. `items` may be the same array with other content. */
  update(items: readonly T[]): void {
    this.#items = items;
    this.#frame ??= requestAnimationFrame(() => this.#applyUpdate());
  }

  /** Draws these items now, all of them anew. */
  replace(items: readonly T[]): void {
    this.#items = items;
    this.#drawn.clear();
    this.#window.replaceChildren();
    this.#applyUpdate();
  }

  /** Measures everything anew, e.g. because it wraps differently now. */
  remeasure(): void {
    this.#virtualizer.measure();
  }

  /** Brings the first item to the top whose key is not below `key`. Keys grow from item to item. */
  scrollToKey(key: number): void {
    const index = this.#items.findIndex((item) => this.#options.keyOf(item) >= key);
    if (index !== -1) this.#virtualizer.scrollToIndex(index, { align: 'start' });
  }

  #virtualizerOptions() {
    return {
      count: this.#items.length,
      overscan: 12,
      paddingStart: endPadding,
      paddingEnd: endPadding,
      // Keeps what is in sight where it is when items above it go.
      anchorTo: 'end' as const,
      getScrollElement: () => this.#options.scroller,
      getItemKey: (index: number) => this.#keyAt(index),
      estimateSize: (index: number) => this.#estimateAt(index),
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#draw(),
    };
  }

  #keyAt(index: number): number {
    const item = this.#items[index];
    return item === undefined ? -1 : this.#options.keyOf(item);
  }

  #estimateAt(index: number): number {
    const item = this.#items[index];
    return item === undefined ? 0 : this.#options.estimate(item);
  }

  #applyUpdate(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#virtualizer.setOptions(this.#virtualizerOptions());
    this.#draw();
    this.#virtualizer._willUpdate();
    this.#forgetSizes();
  }

  /** Measured sizes of items that are gone would pile up. */
  #forgetSizes(): void {
    const first = this.#keyAt(0);
    const sizes = this.#virtualizer.itemSizeCache;
    for (const key of sizes.keys()) if (Number(key) < first) sizes.delete(key);
  }

  /** Draws until the heights that drawing measures move nothing any more. */
  #draw(): void {
    this.#outdated = true;
    if (this.#drawing) return;
    this.#drawing = true;
    for (let round = 0; this.#outdated && round < 4; round++) {
      this.#outdated = false;
      this.#place();
    }
    this.#drawing = false;
    if (this.#following) this.#goToEnd();
  }

  #place(): void {
    const virtualizer = this.#virtualizer;
    const { scroller } = this.#options;
    const height = virtualizer.getTotalSize();
    // So that what is drawn is what will be in sight, before the browser tells of the scrolling.
    if (this.#following) virtualizer.scrollOffset = Math.max(0, height - scroller.clientHeight);
    const shown = virtualizer.getVirtualItems();
    const nodes = shown.map(({ index }) => this.#nodeAt(index));
    const keep = new Set(nodes);
    for (const [key, node] of this.#drawn) {
      if (keep.has(node)) continue;
      this.#drawn.delete(key);
      node.remove();
    }
    // Moving a node that is in its place already would end a selection in it.
    nodes.forEach((node, position) => {
      const there = this.#window.children[position] ?? null;
      if (there !== node) this.#window.insertBefore(node, there);
    });
    this.#space.style.height = `${height}px`;
    this.#window.style.transform = `translateY(${shown[0]?.start ?? 0}px)`;
    for (const node of nodes) virtualizer.measureElement(node);
    virtualizer.measureElement(null);
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

  #goToEnd(): void {
    const { scroller } = this.#options;
    scroller.scrollTop = scroller.scrollHeight;
    this.#lastTop = scroller.scrollTop;
  }

  #scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#options.scroller;
    const atEnd = scrollHeight - scrollTop - clientHeight <= endTolerance;
    const down = scrollTop > this.#lastTop;
    const up = scrollTop < this.#lastTop;
    this.#lastTop = scrollTop;
    if (this.#following ? up && !atEnd : down && atEnd) this.following = !this.#following;
  }
}
