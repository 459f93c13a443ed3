import type { FromLogView, LogQuery, ToLogView } from '../../src/shared/logs.ts';
import { element } from '../ui/dom.ts';
import { type Place, VirtualList } from '../ui/virtual-list.ts';
import { Announcer } from './announcer.ts';
import { RowCursor } from './cursor.ts';
import { type Anchor, LogFeed } from './feed.ts';
import { type Matcher, matcherOf } from './highlight.ts';
import type { Look } from './look.ts';
import { RowMetrics } from './metrics.ts';
import { listenToPointer } from './pointer.ts';
import { renderRow, type RowLook } from './row.ts';
import { rowLook } from './row-look.ts';
import { rowMenu, type RowMenuActions } from './row-menu.ts';
import { RowStates } from './row-states.ts';
import { addRelativeTimes } from './times.ts';

export interface LogRowsOptions extends RowMenuActions {
  readonly post: (message: FromLogView) => void;
  readonly onFollow: (following: boolean) => void;
  readonly onExtent: () => void;
  readonly machineName: (machine: string) => string;
}

/** How many rows that the extension has dropped may stay above what is read. */
const mostGone = 2_000;

/** The rows on screen: fetched, drawn, and reached with the keyboard. */
export class LogRows {
  /** Scrolls. */
  readonly node = element('div', { class: 'log', role: 'log', 'aria-live': 'off', tabindex: '0' });
  readonly announcer = new Announcer();
  readonly list: VirtualList;
  readonly cursor: RowCursor;
  readonly feed: LogFeed;
  readonly #options: LogRowsOptions;
  readonly #metrics = new RowMetrics(this.node, () => this.list.remeasure());
  readonly #states = new RowStates();
  readonly #rowLook: RowLook;
  #look: Look;
  #matcher: Matcher = () => [];
  /** The last row that was at the upper edge; -1 when there was none. */
  #topId = -1;
  /** The position of the row that was being read when it was dropped. */
  #lost: number | undefined;

  constructor(look: Look, options: LogRowsOptions) {
    this.#look = look;
    this.#options = options;
    this.feed = new LogFeed({
      post: options.post,
      screen: () => Math.max(10, Math.ceil(this.node.clientHeight / this.#metrics.rowHeight)),
      onReplace: (place) => this.#replaced(place),
      onExtent: () => this.#extentChanged(),
      onRows: (from, to) => this.#rowsCame(from, to),
    });
    this.list = new VirtualList({
      scroller: this.node,
      estimate: (position) => this.#metrics.estimate(this.feed.row(position), this.#look),
      render: (position) => renderRow(this.feed.row(position), this.#rowLook),
      onFollow: options.onFollow,
      onDraw: () => this.#drawn(),
    });
    this.cursor = new RowCursor(this.list);
    this.#rowLook = this.#makeRowLook();
    listenToPointer({
      node: this.node,
      list: this.list,
      cursor: this.cursor,
      menu: (position, selection) => rowMenu(this.feed.row(position), selection, this.#rowLook, options),
    });
    addRelativeTimes(this.node);
  }

  /** The id of the row at the upper edge; -1 when there was none. */
  get topId(): number {
    return this.#topId;
  }

  /** How many rows went while they were being read; the oldest ones are shown instead. */
  get dropped(): number {
    const { following, first, place } = this.list;
    return following || this.#lost === undefined || place.position > first ? 0 : first - this.#lost;
  }

  get anchor(): Anchor {
    if (this.list.following || this.#topId === -1) return 'end';
    return { id: this.#topId, cut: this.list.place.cut };
  }

  show(look: Look): void {
    const { wrap, fold, utc } = this.#look;
    this.#look = look;
    if (!look.announce) this.announcer.hush();
    if (fold !== look.fold) this.#states.unfoldNone();
    if (fold !== look.fold || utc !== look.utc) this.list.renew(() => true);
    this.node.classList.toggle('wrap', look.wrap);
    if (wrap !== look.wrap) this.list.remeasure();
  }

  setQuery(query: LogQuery): void {
    this.#matcher = matcherOf(query);
  }

  /** Another log, or the same one from the start. @param isOther Whether ids mean other rows than before. */
  restart(anchor: Anchor, isOther: boolean): void {
    if (isOther) {
      this.#states.clear();
      this.#topId = -1;
    }
    this.feed.restart(anchor);
    this.cursor.clear();
    this.list.replace(0, 0);
  }

  receive(message: ToLogView & { readonly type: 'extent' | 'rows' | 'found' | 'revealed' }): void {
    if (message.type !== 'revealed') return this.feed.receive(message);
    this.#states.reveal(message.id, message.text);
    this.#renewRow(message.id);
  }

  /** Goes to the next match after, or before, the cursor or what is in sight. */
  find(direction: 'next' | 'previous'): void {
    const { first, last } = this.list.sight;
    const { position = -1 } = this.cursor;
    const outside = direction === 'next' ? first - 1 : last + 1;
    const from = position >= first && position <= last ? position : outside;
    this.feed.find(from, direction, (found) => {
      if (found === undefined) return;
      this.list.following = false;
      this.list.reveal(found);
      this.cursor.moveTo(found);
    });
  }

  /** Answers to a key that was pressed while the focus is on the log. @returns Whether it means something here. */
  key(event: KeyboardEvent): boolean {
    const target = event.target;
    const isRow = target instanceof HTMLElement && target.classList.contains('row');
    if (isRow && (event.key === 'Enter' || event.key === ' ')) {
      const row = this.feed.row(Number(target.dataset['position']));
      if (row && target.querySelector('.disclosure')) this.#rowLook.toggleFold(row.id);
      return true;
    }
    return this.cursor.key(event);
  }

  #makeRowLook(): RowLook {
    const { post, machineName } = this.#options;
    return rowLook({
      states: this.#states,
      matcher: (text) => this.#matcher(text),
      machineName,
      look: () => this.#look,
      nodeOf: (id) => this.list.drawn.get(this.feed.positionOf(id) ?? -1),
      renew: (id) => this.#renewRow(id),
      post,
    });
  }

  #renewRow(id: number): void {
    const position = this.feed.positionOf(id);
    this.list.renew((drawn) => drawn === position);
  }

  #replaced(place: Place | undefined): void {
    const { first, end } = this.feed.range(this.list.following);
    this.cursor.clear();
    this.announcer.begin(end);
    this.#lost = undefined;
    this.list.replace(first, end, place);
    this.#options.onExtent();
  }

  #extentChanged(): void {
    if (!this.feed.isChanging) this.#extend();
    this.#options.onExtent();
  }

  #extend(): void {
    const { following, sight } = this.list;
    const { first, end } = this.feed.range(following);
    const before = this.list.first;
    // Taking rows away above what is read ends a scrolling that is going on.
    const isDue =
      following || first - before > mostGone || sight.first - first < 2 * (sight.last - sight.first);
    const from = isDue ? Math.max(first, before) : before;
    const { position } = this.list.place;
    if (following || position > before) this.#lost = undefined;
    if (!following && from > position) this.#lost ??= position;
    this.list.extend(from, Math.max(end, this.list.end));
  }

  #rowsCame(from: number, to: number): void {
    this.#extend();
    this.list.renew(
      (position, node) => position >= from && position < to && node.classList.contains('absent'),
    );
    const aloud = this.#look.announce && this.list.following;
    this.announcer.hear(from, to, (position) => this.feed.row(position), aloud);
  }

  #drawn(): void {
    const { first, last } = this.list.sight;
    this.#topId = this.feed.row(this.list.place.position)?.id ?? this.#topId;
    this.cursor.mark();
    this.#states.hideUnless((id) => this.list.drawn.has(this.feed.positionOf(id) ?? -1));
    this.feed.look(first, last, this.list.following);
  }
}
