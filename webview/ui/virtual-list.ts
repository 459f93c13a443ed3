import { DrawnItems } from './drawn-items.ts';
import { Heights } from './heights.ts';

/** What is at the upper edge: an item, and how many pixels of it are out of sight. */
export interface Place {
  readonly position: number;
  readonly cut: number;
}

export interface VirtualListOptions {
  /** Scrolls; the list fills it. */
  readonly scroller: HTMLElement;
  /** The likely height in pixels; the real one is measured when the item is drawn. */
  readonly estimate: (position: number) => number;
  /** Draws an item, or what stands for it until it is there. */
  readonly render: (position: number) => HTMLElement;
  readonly onFollow: (following: boolean) => void;
  /** Called after every drawing: what is in sight may be something else now. */
  readonly onDraw: () => void;
}

/** How far from the end still counts as the end, in pixels: scroll positions are fractions, heights are not. */
const endTolerance = 2;
/** How far beyond what is in sight items are drawn, in pixels. */
const margin = 400;
/** How often heights that drawing has measured may move what is in sight, before it is left to the next frame. */
const maxRounds = 4;

/**
 * Draws only the items in sight, between two spaces as high as the others. Items have positions, which they keep while the
 * first ones go. The browser's own scroll anchoring keeps what is read in its place when an item above turns out higher
 * than estimated.
 *
 * While the list follows, the end stays in sight; it stops when the user scrolls up and starts when they come back.
 */
export class VirtualList {
  readonly #options: VirtualListOptions;
  readonly #heights = new Heights();
  readonly #drawn: DrawnItems;
  #first = 0;
  #following = true;
  #lastTop = 0;
  #place: Place = { position: 0, cut: 0 };
  #frame: number | undefined;
  /** Whether the browser does not hold the place by itself with the next frame. */
  #isUnheld = false;

  constructor(options: VirtualListOptions) {
    const { scroller, render } = options;
    this.#options = options;
    this.#drawn = new DrawnItems(this.#heights, render);
    scroller.append(this.#drawn.node);
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

  /** The position of the first item. */
  get first(): number {
    return this.#first;
  }

  /** The position behind the last item. */
  get end(): number {
    return this.#first + this.#heights.length;
  }

  /** What was at the upper edge when the list was drawn last. */
  get place(): Place {
    return this.#place;
  }

  /** The first and the last item in sight, also when they are cut. */
  get sight(): { readonly first: number; readonly last: number } {
    const { scrollTop, clientHeight } = this.#options.scroller;
    const last = this.#heights.at(scrollTop + clientHeight - 1);
    return { first: this.#first + this.#heights.at(scrollTop), last: this.#first + last };
  }

  /** The elements of the items that are drawn, by their positions. */
  get drawn(): ReadonlyMap<number, HTMLElement> {
    return this.#drawn.nodes;
  }

  /** Items went at the beginning or came at the end; the others are unchanged. Draws with the next frame. */
  extend(first: number, end: number): void {
    if (first < this.#first || first >= this.end || end < this.end) return this.replace(first, end);
    this.#isUnheld ||= first > this.#first;
    this.#heights.drop(first - this.#first);
    this.#first = first;
    this.#fill(end);
    this.#drawSoon();
  }

  /** Shows other items. @param place What comes to the upper edge, unless the list follows. */
  replace(first: number, end: number, place: Place = { position: first, cut: 0 }): void {
    this.#heights.clear();
    this.#first = first;
    this.#fill(end);
    this.#drawn.expire(() => true);
    if (this.#following) this.#draw();
    else this.scrollTo(place);
  }

  /** Draws some of the drawn items anew with the next frame. */
  renew(which: (position: number, node: HTMLElement) => boolean): void {
    const isDue = this.#drawn.expire(which);
    this.#isUnheld ||= this.#drawn.isStale(this.#place.position);
    if (isDue) this.#drawSoon();
  }

  /** Estimates and measures anew, e.g. because lines wrap differently now. What is at the top stays there. */
  remeasure(): void {
    const { end } = this;
    this.#heights.clear();
    this.#fill(end);
    if (this.#following) this.#draw();
    else this.scrollTo(this.#place);
  }

  /** Brings an item to the upper edge; with a negative `cut` that many pixels below it. */
  scrollTo({ position, cut }: Place): void {
    const { scroller } = this.#options;
    const index = Math.min(Math.max(position - this.#first, 0), this.#heights.length - 1);
    for (let round = 0; round < maxRounds; round++) {
      this.#draw();
      const top = this.#heights.startOf(index) + Math.min(cut, this.#heights.get(index) - 1);
      if (Math.abs(scroller.scrollTop - top) < 1) break;
      scroller.scrollTop = top;
    }
    this.#lastTop = scroller.scrollTop;
    this.#draw();
  }

  /** Brings an item into sight, if it is not; one that is far away comes to a third of the height. */
  reveal(position: number): void {
    const { clientHeight, scrollTop } = this.#options.scroller;
    const index = position - this.#first;
    const start = this.#heights.startOf(index);
    const end = start + this.#heights.get(index);
    if (start >= scrollTop && end <= scrollTop + clientHeight) return;
    if (end < scrollTop - clientHeight || start > scrollTop + 2 * clientHeight) {
      this.scrollTo({ position, cut: -clientHeight / 3 });
    } else if (start < scrollTop) {
      this.scrollTo({ position, cut: 0 });
    } else {
      this.scrollTo({ position, cut: this.#heights.get(index) - clientHeight });
    }
  }

  #fill(end: number): void {
    for (let position = this.end; position < end; position++)
      this.#heights.push(this.#options.estimate(position));
  }

  #drawSoon(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      if (this.#isUnheld && !this.#following) this.scrollTo(this.#place);
      else this.#draw();
    });
  }

  /** Draws until the heights that drawing measures change nothing any more. */
  #draw(): void {
    const { scroller, onDraw } = this.#options;
    this.#isUnheld = false;
    const { focused } = this.#drawn;
    this.#drawn.removeStale();
    for (let round = 0; round < maxRounds; round++) {
      const { clientHeight } = scroller;
      const top = this.#following ? this.#heights.total - clientHeight : scroller.scrollTop;
      const bottom = this.#heights.at(top + clientHeight + margin);
      if (!this.#drawn.show(this.#first, Math.max(0, this.#heights.at(top - margin)), bottom)) break;
    }
    if (this.#following) {
      scroller.scrollTop = scroller.scrollHeight;
      this.#lastTop = scroller.scrollTop;
    }
    const top = Math.max(0, this.#heights.at(scroller.scrollTop));
    this.#place = { position: this.#first + top, cut: scroller.scrollTop - this.#heights.startOf(top) };
    if (focused !== undefined) this.#drawn.refocus(focused, scroller);
    onDraw();
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
