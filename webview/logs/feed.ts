import type { FromLogView, LogExtent, LogQuery, LogRow, ToLogView } from '../../src/shared/logs.ts';
import type { Place } from '../ui/virtual-list.ts';
import { RowWindow } from './window.ts';

/** What is to be at the upper edge: a row by its id, and how many pixels of it are cut; or the newest are shown. */
export type Anchor = { readonly id: number; readonly cut: number } | 'end';

export interface FeedOptions {
  readonly post: (message: FromLogView) => void;
  /** About how many rows fit on the screen. */
  readonly screen: () => number;
  /** The rows are other ones now. Without a place the newest are shown. */
  readonly onReplace: (place: Place | undefined) => void;
  /** There are more rows, or fewer, or the counts are others. */
  readonly onExtent: () => void;
  /** The rows of these positions are there now, `to` not included. */
  readonly onRows: (from: number, to: number) => void;
}

/** Gets a position, if there is one, and how many lines were let through before it. */
type OnFound = (position: number | undefined, passed: number) => void;

/** How many screens of rows are asked for on each side of what is in sight. */
const screensAround = 3;
/** With fewer than so many screens left on a side, others are asked for. */
const screensLeft = 1;

interface Watched {
  readonly from: number;
  readonly to: number;
  readonly following: boolean;
}

/** Rows that are on their way: of another query, or of a log that was just opened. */
interface Coming {
  readonly anchor: Anchor;
  /** Where the anchor is. */
  position?: number;
  extent?: LogExtent;
}

/**
 * Asks the extension for the rows around what is on screen, and holds no others. When the query changes, what is there stays
 * until the first rows of the new one have come, so that nothing flickers.
 */
export class LogFeed {
  readonly #options: FeedOptions;
  readonly #window = new RowWindow();
  #revision = 0;
  #extent: LogExtent | undefined;
  #watched: Watched | undefined;
  #coming: Coming | undefined;
  /** Who waits for the answers to `find` and `locate`, which come in the order of the questions. */
  #waiting: OnFound[] = [];

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  get revision(): number {
    return this.#revision;
  }

  /** The newest that is known; its positions are on screen unless `isChanging`. */
  get extent(): LogExtent | undefined {
    return this.#coming?.extent ?? this.#extent;
  }

  /** Whether what is on screen is about to be replaced. */
  get isChanging(): boolean {
    return this.#coming !== undefined;
  }

  row(position: number): LogRow | undefined {
    return this.#window.get(position);
  }

  positionOf(id: number): number | undefined {
    return this.#window.positionOf(id);
  }

  /** The positions that can be shown. Rows that are being read stay for a while after the extension dropped them. */
  range(following: boolean): { readonly first: number; readonly end: number } {
    const { first = 0, end = 0 } = this.#extent ?? {};
    if (following) return { first, end: Math.min(end, Math.max(first, this.#window.end)) };
    const isReading = this.#window.first < first && this.#window.end > first;
    return { first: isReading ? this.#window.first : first, end };
  }

  /** Another log, or the same one from the start: `extent` follows. */
  restart(anchor: Anchor): void {
    this.#extent = undefined;
    this.#window.clear();
    this.#await(anchor);
  }

  ask(query: LogQuery, anchor: Anchor): void {
    this.#revision++;
    this.#options.post({ type: 'query', query, revision: this.#revision });
    this.#await(anchor);
  }

  /** @param onFound Gets the position of the row with this id or the next one, unless the rows become other ones first. */
  locate(id: number, onFound: OnFound): void {
    this.#waiting.push(onFound);
    this.#options.post({ type: 'locate', revision: this.#revision, id });
  }

  /** @param onFound Gets the position of the next match, unless the rows become other ones first. */
  find(from: number, direction: 'next' | 'previous', onFound: OnFound): void {
    this.#waiting.push(onFound);
    this.#options.post({ type: 'find', revision: this.#revision, from, direction });
  }

  receive(message: ToLogView & { readonly type: 'extent' | 'rows' | 'found' }): void {
    const revision = message.type === 'extent' ? message.extent.revision : message.revision;
    if (revision !== this.#revision) return;
    switch (message.type) {
      case 'extent':
        return this.#extentChanged(message.extent);
      case 'rows':
        return this.#rowsCame(message.at, message.rows);
      case 'found':
        return this.#waiting.shift()?.(message.position, message.passed);
    }
  }

  /** Sees to it that the rows around what is in sight are there, or come. */
  look(first: number, last: number, following: boolean): void {
    if (this.#coming || !this.#extent) return;
    const screen = Math.max(this.#options.screen(), last - first + 1);
    const watched = this.#watched?.following === following ? this.#watched : undefined;
    if (following) {
      const enough = watched && watched.to - watched.from >= (1 + screensLeft) * screen;
      if (!enough) this.#watchEnd(this.#extent, screen);
      return;
    }
    const from = this.#clamp(first - screensLeft * screen);
    const to = this.#clamp(last + 1 + screensLeft * screen);
    if (watched && watched.from <= from && to <= watched.to) return;
    this.#watchAround(this.#extent, first, last, screen);
  }

  #await(anchor: Anchor): void {
    const coming: Coming = { anchor };
    this.#coming = coming;
    this.#watched = undefined;
    this.#waiting = [];
    if (anchor === 'end') return;
    this.locate(anchor.id, (position) => {
      coming.position = position ?? Number.MAX_SAFE_INTEGER;
      this.#fetch(coming);
    });
  }

  #extentChanged(extent: LogExtent): void {
    if (this.#coming) {
      this.#coming.extent = extent;
      this.#fetch(this.#coming);
    } else {
      this.#extent = extent;
    }
    this.#options.onExtent();
  }

  /** Asks for the first rows, as soon as it is known which. */
  #fetch(coming: Coming): void {
    const { anchor, position, extent } = coming;
    if (!extent) return;
    const screen = this.#options.screen();
    if (extent.first === extent.end) {
      this.#window.clear();
      this.#arrive(coming, extent);
    } else if (anchor === 'end') this.#watchEnd(extent, screen);
    else if (position !== undefined) {
      const there = Math.min(Math.max(position, extent.first), extent.end - 1);
      coming.position = there;
      this.#watchAround(extent, there, there + screen, screen);
    }
  }

  /** The rows that come are shown from now on. */
  #arrive(coming: Coming, extent: LogExtent): void {
    const { anchor, position } = coming;
    this.#coming = undefined;
    this.#extent = extent;
    if (anchor === 'end' || position === undefined) return this.#options.onReplace(undefined);
    const isSame = this.#window.get(position)?.id === anchor.id;
    this.#options.onReplace({ position, cut: isSame ? anchor.cut : 0 });
  }

  #rowsCame(at: number, rows: readonly LogRow[]): void {
    const coming = this.#coming;
    const to = at + rows.length;
    if (coming) {
      const { anchor, position = Infinity, extent } = coming;
      if (!extent || (anchor !== 'end' && (position < at || position >= to))) return;
      this.#window.clear();
      this.#window.put(at, rows);
      return this.#arrive(coming, extent);
    }
    this.#window.put(at, rows);
    const { from, to: end, following } = this.#watched ?? { from: 0, to: 0, following: false };
    if (following) this.#window.keep(this.#window.end - (end - from), this.#window.end);
    else this.#window.keep(from, end);
    this.#options.onRows(at, to);
  }

  /** While following, it counts how many are wanted, although there may not be as many yet. */
  #watchEnd({ end }: LogExtent, screen: number): void {
    const size = (1 + screensAround) * screen;
    const from = Math.max(0, end - size);
    this.#watch({ from, to: from + size, following: true });
  }

  #watchAround({ end }: LogExtent, first: number, last: number, screen: number): void {
    const from = Math.max(0, first - screensAround * screen);
    this.#watch({ from, to: Math.min(end, last + 1 + screensAround * screen), following: false });
  }

  #watch(watched: Watched): void {
    this.#watched = watched;
    if (!this.#coming) this.#window.keep(watched.from, watched.following ? Infinity : watched.to);
    this.#options.post({ type: 'watch', revision: this.#revision, ...watched });
  }

  #clamp(position: number): number {
    const { first = 0, end = 0 } = this.#extent ?? {};
    return Math.min(Math.max(position, first), end);
  }
}
