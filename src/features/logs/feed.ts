import { randomUUID } from 'node:crypto';
import { type Disposable, DisposableStore } from '../../core/disposable.ts';
import type { LogSession } from '../../fly/logs/session.ts';
import type { LogSubject, ToLogView } from '../../shared/logs.ts';
import { presentRow, presentState } from './present.ts';

export type FeedSource = Pick<LogSession, 'rows' | 'state' | 'onDidAppend' | 'onDidChangeState'>;

export interface FeedOptions {
  readonly source: FeedSource;
  readonly subject: LogSubject;
  readonly maxRows: number;
  readonly post: (message: ToLogView) => void;
  /** Milliseconds since the epoch; `Date.now` when left out. */
  readonly now?: () => number;
}

/** Rows go in pieces of this size, so that no message keeps the view from drawing. */
const rowsPerMessage = 2_000;

/** Tells one view about a log: everything when the view is ready, then what is new, nothing while it is hidden. */
export class LogFeed implements Disposable {
  readonly #options: FeedOptions;
  readonly #id = randomUUID();
  readonly #now: () => number;
  readonly #subscriptions = new DisposableStore();
  #watched = false;

  constructor(options: FeedOptions) {
    const { source, now = Date.now } = options;
    this.#options = options;
    this.#now = now;
    this.#subscriptions.add(source.onDidAppend((rows) => this.#append(rows)));
    this.#subscriptions.add(source.onDidChangeState(() => this.#postStatus()));
  }

  /** The view is there and knows nothing. */
  start(): void {
    const { source, subject, maxRows, post } = this.#options;
    this.#watched = true;
    post({
      type: 'init',
      subject,
      session: this.#id,
      maxRows,
      status: presentState(source.state, this.#now()),
    });
    this.#append(source.rows);
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#watched = false;
  }

  dispose(): void {
    this.stop();
    this.#subscriptions.dispose();
  }

  #append(rows: FeedSource['rows']): void {
    if (!this.#watched) return;
    for (let start = 0; start < rows.length; start += rowsPerMessage) {
      this.#options.post({ type: 'append', rows: rows.slice(start, start + rowsPerMessage).map(presentRow) });
    }
  }

  #postStatus(): void {
    const { source, post } = this.#options;
    if (this.#watched) post({ type: 'status', status: presentState(source.state, this.#now()) });
  }
}
