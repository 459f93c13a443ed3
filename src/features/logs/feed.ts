import { randomUUID } from 'node:crypto';
import { type Disposable, DisposableStore } from '../../core/disposable.ts';
import type { Event } from '../../core/emitter.ts';
import type { LogRow, LogRows } from '../../fly/logs/session.ts';
import type { LogState } from '../../fly/logs/tail.ts';
import type {
  FromLogView,
  LogOrigin,
  LogQuery,
  LogSelection,
  LogSubject,
  ToLogView,
} from '../../shared/logs.ts';
import { extentOf } from './extent.ts';
import { LogIndex } from './log-index.ts';
import { presentRow, presentState } from './present.ts';

/** A log that can be shown: a `LogSession`, or something that has as much of it. */
export interface LogSource extends Disposable {
  readonly rows: LogRows;
  readonly state: LogState;
  readonly onDidAppend: Event<readonly LogRow[]>;
  readonly onDidRearrange: Event<void>;
  readonly onDidChangeState: Event<LogState>;
  connect(): void;
  clear(): void;
}

export interface FeedOptions {
  readonly source: Omit<LogSource, 'connect' | 'clear' | 'dispose'>;
  readonly origin: LogOrigin;
  readonly subject: LogSubject;
  readonly maxLines: number;
  /** What a machine is called on screen. */
  readonly machineName: (id: string) => string;
  readonly post: (message: ToLogView) => void;
  /** Milliseconds since the epoch; `Date.now` when left out. */
  readonly now?: () => number;
}

/** A query of the view, and how it counts it. */
export interface AskedQuery {
  readonly query: LogQuery;
  readonly revision: number;
}

type Watch = Pick<Extract<FromLogView, { type: 'watch' }>, 'from' | 'to' | 'following'>;

/** What is new is told at most this often, in milliseconds. */
const paceMs = 100;
/** However tall the view is, it is not given more rows at once. */
const mostRows = 2_000;
const nothing: Watch = { from: 0, to: 0, following: false };

/**
 * Tells one view about one log: what there is, and the rows that it looks at. Keeps an index while somebody looks, and says
 * nothing while nobody does.
 */
export class LogFeed implements Disposable {
  readonly #options: FeedOptions;
  readonly #id = randomUUID();
  readonly #now: () => number;
  readonly #subscriptions = new DisposableStore();
  /** Nothing while nobody looks, or until the view has asked again after a rearrangement. */
  #index: LogIndex | undefined;
  #isStarted = false;
  #revision = 0;
  #watch = nothing;
  /** Rows before this position were posted, as far as they are watched. */
  #posted = 0;
  #timer: NodeJS.Timeout | undefined;
  #toldAt = 0;

  constructor(options: FeedOptions) {
    const { source, now = Date.now } = options;
    this.#options = options;
    this.#now = now;
    this.#subscriptions.add(source.onDidAppend((rows) => this.#append(rows)));
    this.#subscriptions.add(source.onDidRearrange(() => this.#rearrange()));
    this.#subscriptions.add(source.onDidChangeState(() => this.#postStatus()));
  }

  /** The view is there and knows nothing. */
  start(asked: AskedQuery): void {
    const { source, subject, origin, post } = this.#options;
    this.#isStarted = true;
    this.#watch = nothing;
    const status = presentState(source.state, this.#now());
    post({ type: 'init', subject, session: this.#id, origin, status });
    this.ask(asked);
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#isStarted = false;
    this.#index = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Shows what another query lets through. */
  ask({ query, revision }: AskedQuery): void {
    if (!this.#isStarted) return;
    this.#index = new LogIndex(query);
    this.#index.append(this.#options.source.rows);
    this.#revision = revision;
    this.#posted = 0;
    if (!this.#watch.following) this.#watch = nothing;
    this.#tell();
  }

  /** The view looks at these positions; they are sent at once, and then what comes among them. */
  watch({ revision, from, to, following }: Watch & { readonly revision: number }): void {
    if (!this.#isCurrent(revision)) return;
    this.#watch = { from, to: Math.min(to, from + mostRows), following };
    this.#posted = 0;
    this.#postRows();
  }

  /** Answers where the row is that a question of the view is about. */
  look(message: Extract<FromLogView, { type: 'find' | 'locate' }>): void {
    if (!this.#index || !this.#isCurrent(message.revision)) return;
    const position =
      message.type === 'find'
        ? this.#index.nextHit(message.from, message.direction)
        : this.#index.locate(message.id);
    const { revision } = message;
    const passed = this.#index.passedBefore(position);
    this.#options.post({ type: 'found', revision, passed, ...(position !== undefined && { position }) });
  }

  /** The rows of a selection; none while nobody looks. */
  select(selection: LogSelection): readonly LogRow[] {
    const index = this.#index;
    if (!index) return [];
    if (selection === 'all') return index.all();
    const { from, to } = selection === 'shown' ? { from: index.first, to: index.end } : selection;
    return index.rows(from, to);
  }

  /** The row with this id, when it is still kept and somebody looks. */
  row(id: number): LogRow | undefined {
    return this.#index?.find(id);
  }

  dispose(): void {
    this.stop();
    this.#subscriptions.dispose();
  }

  #isCurrent(revision: number): boolean {
    return this.#index !== undefined && revision === this.#revision;
  }

  #append(rows: readonly LogRow[]): void {
    if (!this.#index) return;
    const kept = this.#options.source.rows;
    this.#index.append(rows);
    this.#index.dropBefore(kept.at(kept.first)?.id ?? Infinity);
    const wait = Math.max(0, this.#toldAt + paceMs - this.#now());
    this.#timer ??= setTimeout(() => this.#tell(), wait);
  }

  #rearrange(): void {
    if (!this.#index) return;
    this.#index = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#options.post({ type: 'rearranged' });
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#index) return;
    this.#toldAt = this.#now();
    const { maxLines, machineName, post } = this.#options;
    const extent = extentOf(this.#index, { revision: this.#revision, maxLines, machineName });
    post({ type: 'extent', extent });
    this.#postRows();
  }

  /** Those of the watched rows that were not posted since the view began to watch them. */
  #postRows(): void {
    const index = this.#index;
    if (!index) return;
    const { from, to } = this.#watched(index);
    const at = Math.max(from, index.first, this.#posted);
    const rows = index.rows(at, to);
    if (rows.length === 0) return;
    this.#posted = at + rows.length;
    this.#options.post({ type: 'rows', revision: this.#revision, at, rows: rows.map(presentRow) });
  }

  #watched({ end }: LogIndex): { readonly from: number; readonly to: number } {
    const { from, to, following } = this.#watch;
    return following ? { from: end - (to - from), to: end } : { from, to };
  }

  #postStatus(): void {
    const { source, post } = this.#options;
    if (this.#isStarted) post({ type: 'status', status: presentState(source.state, this.#now()) });
  }
}
