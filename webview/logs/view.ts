import * as l10n from '@vscode/l10n';
import {
  everything,
  type FromLogView,
  type LogOrigin,
  type LogQuery,
  type LogStatus,
  type LogSubject,
  type LogViewState,
  type ToLogView,
} from '../../src/shared/logs.ts';
import { button, relabel } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import type { Host } from '../ui/host.ts';
import { hideExplanation } from '../ui/hover-card.ts';
import { icon } from '../ui/icons.ts';
import { Columns } from './columns.ts';
import { copySelection, takesCopy } from './copying.ts';
import { EmptyState } from './empty.ts';
import { count } from './format.ts';
import { type Look, lookOf } from './look.ts';
import { LogRows } from './rows.ts';
import { type StatusActions, StatusLine } from './status.ts';
import { Toolbar, type ToolbarActions } from './toolbar.ts';
import { Unseen } from './unseen.ts';

export type LogHost = Host<FromLogView, ToLogView, LogViewState>;

/** The log view: puts its parts together and keeps them in step. */
export class LogView {
  readonly #host: LogHost;
  readonly #toolbar: Toolbar;
  readonly #rows: LogRows;
  readonly #columns: Columns;
  readonly #unseen: Unseen;
  readonly #statusLine: StatusLine;
  readonly #empty: EmptyState;
  readonly #newLines: HTMLElement;
  #subject: LogSubject | undefined;
  #session = '';
  #origin: LogOrigin;
  #status: LogStatus = { kind: 'connecting' };
  #query: LogQuery;
  #look: Look;
  /** The query of which screen readers have heard how many lines match. */
  #saidRevision = 0;

  constructor(host: LogHost) {
    const { kept } = host;
    this.#host = host;
    this.#query = kept.query ?? everything;
    this.#look = lookOf(kept);
    this.#origin = kept.origin ?? 'fly';
    const actions = this.#makeActions();
    this.#toolbar = new Toolbar(this.#look, actions);
    this.#rows = new LogRows(this.#look, {
      ...actions,
      post: host.post,
      onFollow: () => this.#followChanged(),
      onExtent: () => this.#extentChanged(),
      machineName: (machine) => this.#columns.machineName(machine),
    });
    this.#columns = new Columns(this.#rows.node);
    this.#unseen = new Unseen(this.#rows, kept.seenRow ?? -1);
    const statusActions: StatusActions = {
      reconnect: () => host.post({ type: 'reconnect' }),
      step: (step) => host.post({ type: 'step', step }),
    };
    this.#statusLine = new StatusLine(statusActions);
    this.#empty = new EmptyState({ ...statusActions, showAll: () => this.#ask(everything) });
    this.#newLines = button({ label: '', look: 'primary', onClick: () => actions.follow(true) });
    this.#newLines.classList.add('new-lines');
  }

  /** Puts the view into the page, as it was left, and asks for the log. */
  mount(parent: HTMLElement): void {
    const rows = this.#rows.node;
    const body = element('div', { class: 'body' }, rows, this.#empty.node, this.#newLines);
    parent.append(this.#toolbar.node, body, this.#statusLine.node, this.#rows.announcer.node);
    rows.addEventListener('scrollend', () => this.#keep());
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('beforecopy', (event) => takesCopy(this.#rows) && event.preventDefault());
    document.addEventListener('copy', (event) => copySelection(event, this.#rows, this.#host.post));
    this.#rows.setQuery(this.#query);
    this.#toolbar.showQuery(this.#query);
    rows.classList.toggle('wrap', this.#look.wrap);
    this.#showStatus(this.#status);
    this.#host.post({ type: 'ready', query: this.#query, revision: this.#rows.feed.revision });
  }

  receive(message: ToLogView): void {
    switch (message.type) {
      case 'init':
        return this.#init(message);
      case 'extent':
      case 'rows':
      case 'found':
      case 'revealed':
        return this.#rows.receive(message);
      case 'rearranged':
        return this.#ask(this.#query);
      case 'status':
        return this.#showStatus(message.status);
    }
  }

  #makeActions(): ToolbarActions {
    const { post } = this.#host;
    return {
      query: (query) => this.#ask(query),
      find: (direction) => this.#rows.find(direction),
      follow: (following) => (this.#rows.list.following = following),
      look: (change) => this.#setLook({ ...this.#look, ...change }),
      copy: (selection, as) => post({ type: 'copy', selection, as }),
      save: (selection) => post({ type: 'save', selection }),
      openInEditor: (selection) => post({ type: 'openInEditor', selection }),
      openInTerminal: () => post({ type: 'openInTerminal' }),
      origin: (origin) => post({ type: 'origin', origin }),
      clear: () => this.#clear(),
    };
  }

  #init({ subject, session, origin, status }: ToLogView & { readonly type: 'init' }): void {
    const { kept } = this.#host;
    const isFirst = this.#subject === undefined;
    const isSame = kept.session === session;
    this.#subject = subject;
    this.#session = session;
    this.#rows.node.setAttribute('aria-label', l10n.t('Log of {0}', subject.title));
    this.#toolbar.showOrigin(origin, subject.machine !== undefined);
    // The extension forgets which log it was when the window is reloaded.
    const isOtherOrigin = isFirst && !isSame && this.#origin !== origin && subject.machine !== undefined;
    if (isOtherOrigin) this.#host.post({ type: 'origin', origin: this.#origin });
    this.#origin = origin;
    const topRow = isSame ? (kept.topRow ?? -1) : -1;
    this.#rows.list.following = topRow === -1;
    this.#rows.restart(topRow === -1 ? 'end' : { id: topRow, cut: 0 }, !isSame);
    if (isSame) this.#unseen.restore(kept.seenRow ?? -1);
    this.#showStatus(status);
    this.#keep(topRow);
  }

  #ask(query: LogQuery): void {
    this.#query = query;
    this.#toolbar.showQuery(query);
    this.#rows.setQuery(query);
    this.#rows.feed.ask(query, this.#rows.anchor);
    this.#unseen.relocate();
    this.#keep();
  }

  #setLook(look: Look): void {
    this.#look = look;
    this.#toolbar.showLook(look);
    this.#rows.show(look);
    this.#keep();
  }

  #followChanged(): void {
    const { following } = this.#rows.list;
    this.#unseen.begin();
    this.#toolbar.showFollowing(following);
    this.#showStatus(this.#status);
    this.#keep();
  }

  #clear(): void {
    this.#host.post({ type: 'clear' });
    this.#rows.list.following = true;
  }

  #extentChanged(): void {
    const { extent, revision } = this.#rows.feed;
    if (!extent) return;
    this.#toolbar.showExtent(extent, revision !== this.#saidRevision);
    this.#saidRevision = revision;
    if (this.#columns.show(extent)) this.#rows.list.renew(() => true);
    this.#unseen.extentChanged();
    this.#showStatus(this.#status, false);
  }

  /** @param isNew Whether the status may be another one, and not only the counts. */
  #showStatus(status: LogStatus, isNew = true): void {
    const { lines = 0, maxLines = 1, first = 0, end = 0 } = this.#rows.feed.extent ?? {};
    const isEmpty = lines === 0 && first === end;
    this.#status = status;
    if (isNew || isEmpty === this.#empty.node.hidden)
      this.#statusLine.show(status, this.#rows.list.following, isEmpty);
    this.#statusLine.showLines(lines, maxLines);
    const unseen = this.#unseen.count;
    this.#newLines.hidden = unseen === 0;
    if (unseen > 0) relabel(this.#newLines, newLinesLabel(unseen), icon('arrowDown'));
    if (isEmpty) this.#empty.showStatus(status, this.#subject?.title ?? '');
    else if (first === end) this.#empty.showNoMatch(this.#query);
    else this.#empty.hide();
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || !this.#answer(event)) return;
    event.preventDefault();
  }

  /** @returns Whether the key means something here. */
  #answer(event: KeyboardEvent): boolean {
    const { key, target, shiftKey, ctrlKey, metaKey } = event;
    const { search } = this.#toolbar;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'f') search.focus();
    else if (key === 'F3') this.#rows.find(shiftKey ? 'previous' : 'next');
    else if (key === 'Escape') return this.#escape();
    else if (search.isField(target) && key === 'Enter' && this.#query.findOnly)
      this.#rows.find(shiftKey ? 'previous' : 'next');
    else if (search.isField(target) && (key === 'Enter' || key === 'ArrowDown')) this.#rows.node.focus();
    else if (target instanceof Node && this.#rows.node.contains(target)) return this.#rows.key(event);
    else return false;
    return true;
  }

  #escape(): boolean {
    if (hideExplanation()) return true;
    if (this.#rows.cursor.isExtended) this.#rows.cursor.collapse();
    else if (this.#query.text !== '') this.#ask({ ...this.#query, text: '' });
    else return false;
    return true;
  }

  /** @param topRow The id of the row at the upper edge; -1 when the newest are shown. */
  #keep(topRow = this.#rows.list.following ? -1 : this.#rows.topId): void {
    if (!this.#subject) return;
    this.#host.keep({
      subject: this.#subject,
      session: this.#session,
      origin: this.#origin,
      query: this.#query,
      ...this.#look,
      topRow,
      seenRow: this.#unseen.seenId,
    });
  }
}

function newLinesLabel(lines: number): string {
  return lines === 1 ? l10n.t('1 new line') : l10n.t('{0} new lines', count(lines));
}
