import type { FromLogView, LogQuery, LogRow, ToLogView } from '../../src/shared/logs.ts';
import { element } from '../ui/dom.ts';
import { openMenu } from '../ui/menu.ts';
import { type Place, VirtualList } from '../ui/virtual-list.ts';
import { Announcer } from './announcer.ts';
import { type Range, RowCursor } from './cursor.ts';
import { type Anchor, LogFeed } from './feed.ts';
import { type Matcher, matcherOf } from './highlight.ts';
import type { Look } from './look.ts';
import { RowMetrics } from './metrics.ts';
import { renderRow, type RowLook } from './row.ts';
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
  /** The position behind the last row that was heard of. */
  #heard = 0;

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
    this.node.addEventListener('mousedown', (event) => this.#pressed(event));
    this.node.addEventListener('contextmenu', (event) => this.#openMenu(event));
    addRelativeTimes(this.node);
  }

  /** The id of the row at the upper edge; -1 when there was none. */
  get topId(): number {
    return this.#topId;
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
    return {
      matcher: (text) => this.#matcher(text),
      machineName: this.#options.machineName,
      isFolded: (id, hidesMatch) => this.#states.isFolded(id, this.#look.fold && !hidesMatch),
      revealed: (id) => this.#states.revealed(id),
      toggleFold: (id) => this.#toggleFold(id),
      toggleReveal: (id) => this.#toggleReveal(id),
      act: (id) => this.#options.post({ type: 'act', id }),
      look: () => this.#look,
    };
  }

  #toggleFold(id: number): void {
    const node = this.list.drawn.get(this.feed.positionOf(id) ?? -1);
    const disclosure = node?.querySelector('.disclosure');
    this.#states.setFolded(id, disclosure?.ariaExpanded === 'true');
    this.#renewRow(id);
  }

  #toggleReveal(id: number): void {
    if (this.#states.revealed(id) === undefined) return this.#options.post({ type: 'reveal', id });
    this.#states.hide(id);
    this.#renewRow(id);
  }

  #renewRow(id: number): void {
    const position = this.feed.positionOf(id);
    this.list.renew((drawn) => drawn === position);
  }

  #replaced(place: Place | undefined): void {
    const { first, end } = this.feed.range(this.list.following);
    this.cursor.clear();
    this.#heard = end;
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
    this.list.extend(isDue ? Math.max(first, before) : before, Math.max(end, this.list.end));
  }

  #rowsCame(from: number, to: number): void {
    this.#extend();
    this.list.renew(
      (position, node) => position >= from && position < to && node.classList.contains('absent'),
    );
    if (this.#look.announce && this.list.following) this.announcer.hear(this.#newRows(from, to));
    this.#heard = Math.max(this.#heard, to);
  }

  #newRows(from: number, to: number): LogRow[] {
    const rows: LogRow[] = [];
    for (let position = Math.max(from, this.#heard); position < to; position++) {
      const row = this.feed.row(position);
      if (row) rows.push(row);
    }
    return rows;
  }

  #drawn(): void {
    const { first, last } = this.list.sight;
    this.#topId = this.feed.row(this.list.place.position)?.id ?? this.#topId;
    this.cursor.mark();
    this.#states.hideUnless((id) => this.list.drawn.has(this.feed.positionOf(id) ?? -1));
    this.feed.look(first, last, this.list.following);
  }

  #positionOf(target: EventTarget | null): number | undefined {
    const node = target instanceof Element ? target.closest<HTMLElement>('.row[data-position]') : null;
    return node ? Number(node.dataset['position']) : undefined;
  }

  #pressed(event: MouseEvent): void {
    const position = this.#positionOf(event.target);
    if (position === undefined || event.button !== 0) return;
    if (event.shiftKey) event.preventDefault();
    this.cursor.moveTo(position, event.shiftKey);
  }

  #openMenu(event: MouseEvent): void {
    const position = this.#positionOf(event.target) ?? this.cursor.position;
    if (position === undefined) return;
    event.preventDefault();
    const { from, to }: Range = this.cursor.selection ?? { from: 0, to: 0 };
    if (position < from || position >= to) this.cursor.moveTo(position);
    const node = this.list.drawn.get(position) ?? this.node;
    const isMouse = event.button === 2;
    const box = isMouse ? new DOMRect(event.clientX, event.clientY, 0, 0) : node.getBoundingClientRect();
    const selection = this.cursor.selection ?? { from: position, to: position + 1 };
    const menu = rowMenu(this.feed.row(position), selection, this.#rowLook, this.#options);
    openMenu(node.getAttribute('aria-label') ?? '', menu, node, box);
  }
}
