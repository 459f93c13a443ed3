import * as l10n from '@vscode/l10n';
import type {
  FromLogView,
  LogRow,
  LogStatus,
  LogSubject,
  LogViewState,
  ToLogView,
} from '../../src/shared/logs.ts';
import { button, relabel } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import type { Host } from '../ui/host.ts';
import { icon } from '../ui/icons.ts';
import { VirtualList } from '../ui/virtual-list.ts';
import { EmptyState } from './empty.ts';
import { count, plainText } from './format.ts';
import { RowMetrics } from './metrics.ts';
import { type Entry, LogModel } from './model.ts';
import { renderRow } from './row.ts';
import { copySelectedRows } from './selection.ts';
import { type StatusActions, StatusLine } from './status.ts';
import { Toolbar } from './toolbar.ts';

export type LogHost = Host<FromLogView, ToLogView, LogViewState>;

/** How many times the kept lines may be exceeded while somebody reads, before the oldest go all the same. */
const readingSlack = 2;

/** The log view: puts its parts together and keeps them in step. */
export class LogView {
  readonly #host: LogHost;
  readonly #model = new LogModel();
  readonly #scroller = element('div', { class: 'log', role: 'log', 'aria-live': 'off', tabindex: '0' });
  readonly #metrics = new RowMetrics(this.#scroller, () => this.#list.remeasure());
  readonly #list: VirtualList<Entry>;
  readonly #toolbar: Toolbar;
  readonly #statusLine: StatusLine;
  readonly #empty: EmptyState;
  readonly #newLines: HTMLElement;
  #subject: LogSubject | undefined;
  #session = '';
  #maxRows = 1;
  #status: LogStatus = { kind: 'connecting' };
  #wrap = false;
  /** The id of the newest row that had come when the view was paused. */
  #seenRow = -1;
  /** The row to bring to the top as soon as it is there again; -1 for none. */
  #returnTo = -1;

  constructor(host: LogHost) {
    this.#host = host;
    this.#list = new VirtualList<Entry>({
      scroller: this.#scroller,
      keyOf: ({ row }) => row.id,
      estimate: (entry) => this.#metrics.estimate(entry, this.#wrap),
      render: ({ row }) => renderRow(row, this.#model.filter),
      onFollow: () => this.#followChanged(),
    });
    this.#toolbar = new Toolbar({
      filter: (text) => this.#setFilter(text),
      follow: (following) => (this.#list.following = following),
      wrap: (wrap) => this.#setWrap(wrap),
      copy: () => this.#copy(),
      clear: () => this.#clear(),
      openInTerminal: () => host.post({ type: 'openInTerminal' }),
    });
    const actions: StatusActions = {
      reconnect: () => host.post({ type: 'reconnect' }),
      step: (step) => host.post({ type: 'step', step }),
    };
    this.#statusLine = new StatusLine(actions);
    this.#empty = new EmptyState({ ...actions, clearFilter: () => this.#toolbar.clearFilter() });
    this.#newLines = button({ label: '', look: 'primary', onClick: () => (this.#list.following = true) });
    this.#newLines.classList.add('new-lines');
  }

  /** Puts the view into the page, as it was left. */
  mount(parent: HTMLElement): void {
    const body = element('div', { class: 'body' }, this.#scroller, this.#empty.node, this.#newLines);
    parent.append(this.#toolbar.node, body, this.#statusLine.node);
    this.#scroller.addEventListener('scrollend', () => this.#keep());
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('copy', (event) =>
      copySelectedRows(event, (index) => this.#model.shown[index]?.row),
    );
    const { filter = '', wrap = true } = this.#host.kept;
    this.#toolbar.showFilter(filter);
    this.#model.setFilter(filter);
    this.#setWrap(wrap);
    this.#showStatus(this.#status);
  }

  receive(message: ToLogView): void {
    switch (message.type) {
      case 'init':
        return this.#init(message);
      case 'append':
        return this.#append(message.rows);
      case 'status':
        return this.#showStatus(message.status);
    }
  }

  #init({ subject, session, maxRows, status }: ToLogView & { readonly type: 'init' }): void {
    const { kept } = this.#host;
    this.#subject = subject;
    this.#session = session;
    this.#maxRows = maxRows;
    this.#scroller.setAttribute('aria-label', l10n.t('Log of {0}', subject.title));
    this.#model.reset(maxRows);
    // Row ids of another session mean other rows.
    const place = kept.session === session ? (kept.topRow ?? -1) : -1;
    this.#list.following = place === -1;
    this.#returnTo = place;
    this.#seenRow = kept.seenRow ?? -1;
    this.#list.replace(this.#model.shown);
    this.#showStatus(status);
    this.#keep();
  }

  #append(rows: readonly LogRow[]): void {
    const first = this.#model.lines === 0;
    this.#model.append(rows);
    this.#scroller.classList.toggle('several-machines', this.#model.machines.size > 1);
    if (this.#model.trim(this.#list.following ? 1 : readingSlack)) this.#list.replace(this.#model.shown);
    else this.#list.append(this.#model.shown);
    if (this.#returnTo !== -1 && this.#model.lastId >= this.#returnTo) {
      this.#list.scrollToKey(this.#returnTo);
      this.#returnTo = -1;
    }
    if (first) this.#showStatus(this.#status);
    else this.#showCounts();
  }

  #setFilter(text: string): void {
    this.#model.setFilter(text);
    this.#list.replace(this.#model.shown);
    this.#showCounts();
    this.#toolbar.announceMatches(this.#model.matches);
    this.#keep();
  }

  #setWrap(wrap: boolean): void {
    this.#wrap = wrap;
    this.#toolbar.showWrap(wrap);
    this.#scroller.classList.toggle('wrap', wrap);
    this.#list.remeasure();
    this.#keep();
  }

  #followChanged(): void {
    this.#seenRow = this.#model.lastId;
    if (this.#list.following && this.#model.trim()) this.#list.replace(this.#model.shown);
    this.#toolbar.showFollowing(this.#list.following);
    this.#showStatus(this.#status);
    this.#keep();
  }

  #copy(): void {
    const text = this.#model.shown.map(({ row }) => plainText(row)).join('\n');
    this.#host.post({ type: 'copy', text });
  }

  #clear(): void {
    this.#host.post({ type: 'clear' });
    this.#model.clear();
    this.#list.following = true;
    this.#list.replace(this.#model.shown);
    this.#showStatus(this.#status);
  }

  #showStatus(status: LogStatus): void {
    this.#status = status;
    this.#statusLine.show(status, this.#list.following, this.#model.lines === 0);
    this.#showCounts();
  }

  #showCounts(): void {
    const { lines, matches, filter } = this.#model;
    this.#toolbar.showMatches(matches, lines);
    this.#statusLine.showLines(lines, this.#maxRows);
    const unseen = this.#list.following ? 0 : this.#model.linesAfter(this.#seenRow);
    this.#newLines.hidden = unseen === 0;
    if (unseen > 0) relabel(this.#newLines, newLinesLabel(unseen), icon('arrowDown'));
    if (lines === 0) this.#empty.showStatus(this.#status, this.#subject?.title ?? '');
    else if (matches === 0) this.#empty.showNoMatch(filter);
    else this.#empty.hide();
  }

  #key(event: KeyboardEvent): void {
    const { key, target } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'f') {
      event.preventDefault();
      this.#toolbar.focusFilter();
    } else if (key === 'Escape' && this.#model.filter !== '') {
      this.#toolbar.clearFilter();
    } else if (this.#toolbar.isFilter(target) && (key === 'Enter' || key === 'ArrowDown')) {
      event.preventDefault();
      this.#scroller.focus();
    } else if (target === this.#scroller && key === 'End') {
      this.#list.following = true;
    }
  }

  #keep(): void {
    if (!this.#subject) return;
    const top = this.#returnTo === -1 ? this.#list.topKey : this.#returnTo;
    this.#host.keep({
      subject: this.#subject,
      session: this.#session,
      filter: this.#model.filter,
      wrap: this.#wrap,
      topRow: this.#list.following ? -1 : top,
      seenRow: this.#seenRow,
    });
  }
}

function newLinesLabel(lines: number): string {
  return lines === 1 ? l10n.t('1 new line') : l10n.t('{0} new lines', count(lines));
}
