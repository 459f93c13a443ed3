import type { LogQuery, LogStatus } from '../../src/shared/logs.ts';
import { EmptyState } from './empty.ts';
import { NewLines } from './new-lines.ts';
import type { LogRows } from './rows.ts';
import { type StatusActions, StatusLine } from './status.ts';
import type { Unseen } from './unseen.ts';

export interface ConditionOptions extends StatusActions {
  readonly rows: Pick<LogRows, 'feed' | 'list' | 'dropped'>;
  readonly unseen: Pick<Unseen, 'count'>;
  readonly query: () => LogQuery;
  /** What the log is called. */
  readonly title: () => string;
  readonly showAll: () => void;
  readonly follow: () => void;
}

/** Tells how the log is: in the line below it, in the place of the lines when there are none, and of new ones below what is read. */
export class Condition {
  readonly line: StatusLine;
  readonly empty: EmptyState;
  readonly newLines: NewLines;
  readonly #options: ConditionOptions;
  #status: LogStatus = { kind: 'connecting' };

  constructor(options: ConditionOptions) {
    this.#options = options;
    this.line = new StatusLine(options);
    this.empty = new EmptyState(options);
    this.newLines = new NewLines(options.follow);
  }

  /** @param status The one of before when left out. */
  show(status = this.#status): void {
    this.#status = status;
    this.line.show(status, this.#options.rows.list.following, this.#isEmpty);
    this.#showCounts();
  }

  /** Shows how many lines there are, and leaves the words of the status alone unless they move. */
  showCounts(): void {
    if (this.#isEmpty === this.empty.node.hidden) this.show();
    else this.#showCounts();
  }

  /** Whether there is no line, for which the reason is told in their place. */
  get #isEmpty(): boolean {
    const { lines = 0, first = 0, end = 0 } = this.#options.rows.feed.extent ?? {};
    return lines === 0 && first === end;
  }

  #showCounts(): void {
    const { rows, unseen, query, title } = this.#options;
    const { lines = 0, maxLines = 1, first = 0, end = 0 } = rows.feed.extent ?? {};
    this.line.showLines({ lines, maxLines, dropped: rows.dropped });
    this.newLines.show(unseen.count);
    if (this.#isEmpty) this.empty.showStatus(this.#status, title());
    else if (first === end) this.empty.showNoMatch(query());
    else this.empty.hide();
  }
}
