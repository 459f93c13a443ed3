import type { VirtualList } from '../ui/virtual-list.ts';

/** Positions from `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What in a row can be reached with Tab, once the cursor is on the row. */
const controls = 'button, [role="note"]';

/** The row that the arrow keys move from, and the rows that are selected with it. */
export class RowCursor {
  readonly #list: VirtualList;
  #at: number | undefined;
  /** Where the selection began. */
  #start = 0;
  #marked: HTMLElement | undefined;

  constructor(list: VirtualList) {
    this.#list = list;
  }

  get position(): number | undefined {
    return this.#at;
  }

  /** The selected rows; the one with the cursor at least. */
  get selection(): Range | undefined {
    if (this.#at === undefined) return undefined;
    return { from: Math.min(this.#at, this.#start), to: Math.max(this.#at, this.#start) + 1 };
  }

  /** Whether more is selected than the row with the cursor. */
  get isExtended(): boolean {
    return this.#at !== undefined && this.#at !== this.#start;
  }

  clear(): void {
    this.#at = undefined;
    this.mark();
  }

  /** Selects only the row with the cursor. */
  collapse(): void {
    this.#start = this.#at ?? 0;
    this.mark();
  }

  selectAll(): void {
    const { first, end } = this.#list;
    if (first === end) return;
    this.#at = end - 1;
    this.#start = first;
    this.mark();
  }

  /** @param extend Whether the rows on the way are selected, too. */
  moveTo(position: number, extend = false): void {
    const { first, end } = this.#list;
    if (first === end) return;
    if (!extend || this.#at === undefined) this.#start = Math.min(Math.max(position, first), end - 1);
    this.#at = Math.min(Math.max(position, first), end - 1);
    this.mark();
  }

  /** Brings the cursor into sight, and the focus to its row. */
  focus(): void {
    if (this.#at === undefined) return;
    if (this.#at < this.#list.end - 1) this.#list.following = false;
    this.#list.reveal(this.#at);
    this.mark();
    this.#list.drawn.get(this.#at)?.focus({ preventScroll: true });
  }

  /** Answers to a key. @returns Whether it means something here. */
  key({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (altKey) return false;
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() !== 'a') return false;
      this.selectAll();
      return true;
    }
    const target = this.#targetOf(key);
    if (target === undefined) return false;
    this.moveTo(target, shiftKey);
    this.focus();
    if (key === 'End') this.#list.following = true;
    return true;
  }

  /** Shows cursor and selection on the rows that are drawn now. */
  mark(): void {
    const { from, to } = this.selection ?? { from: 0, to: 0 };
    for (const [position, node] of this.#list.drawn) {
      node.classList.toggle('selected', position >= from && position < to);
      node.classList.toggle('cursor', position === this.#at);
    }
    const node = this.#at === undefined ? undefined : this.#list.drawn.get(this.#at);
    if (node === this.#marked) return;
    setTabIndex(this.#marked, -1);
    setTabIndex(node, 0);
    this.#marked = node;
  }

  #targetOf(key: string): number | undefined {
    const { first, end, sight } = this.#list;
    const page = Math.max(1, sight.last - sight.first - 1);
    const isInSight = this.#at !== undefined && this.#at >= sight.first && this.#at <= sight.last;
    const at = this.#at !== undefined && isInSight ? this.#at : undefined;
    switch (key) {
      case 'ArrowDown':
        return at === undefined ? sight.first : at + 1;
      case 'ArrowUp':
        return at === undefined ? sight.last : at - 1;
      case 'PageDown':
        return (at ?? sight.first) + page;
      case 'PageUp':
        return (at ?? sight.last) - page;
      case 'Home':
        return first;
      case 'End':
        return end - 1;
      default:
        return undefined;
    }
  }
}

function setTabIndex(node: HTMLElement | undefined, tabIndex: number): void {
  for (const made of node?.querySelectorAll<HTMLElement>(controls) ?? []) made.tabIndex = tabIndex;
}
