import * as l10n from '@vscode/l10n';
import {
  everything,
  type FromLogView,
  type LogOrigin,
  type LogQuery,
  type LogSubject,
  type LogViewState,
  type ToLogView,
} from '../../src/shared/logs.ts';
import { element } from '../ui/dom.ts';
import type { Host } from '../ui/host.ts';
import { Columns } from './columns.ts';
import { Condition } from './condition.ts';
import { copySelection, takesCopy } from './copying.ts';
import { listenToKeys } from './keys.ts';
import { type Look, lookOf } from './look.ts';
import { LogRows } from './rows.ts';
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
  readonly #condition: Condition;
  #subject: LogSubject | undefined;
  #session = '';
  #origin: LogOrigin;
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
    this.#unseen = new Unseen(this.#rows, kept.seenRow ?? -1, () => this.#condition.showCounts());
    this.#condition = this.#makeCondition(actions);
  }

  /** Puts the view into the page, as it was left, and asks for the log. */
  mount(parent: HTMLElement): void {
    const rows = this.#rows.node;
    const { line, empty, newLines } = this.#condition;
    const body = element('div', { class: 'body' }, rows, empty.node, newLines.node);
    parent.append(this.#toolbar.node, body, line.node, this.#rows.announcer.node);
    rows.addEventListener('scrollend', () => this.#scrolled());
    this.#listenToKeys();
    document.addEventListener('beforecopy', (event) => takesCopy(this.#rows) && event.preventDefault());
    document.addEventListener('copy', (event) => copySelection(event, this.#rows, this.#host.post));
    this.#rows.setQuery(this.#query);
    this.#toolbar.showQuery(this.#query);
    rows.classList.toggle('wrap', this.#look.wrap);
    this.#condition.show();
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
        return this.#condition.show(message.status);
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

  #listenToKeys(): void {
    listenToKeys({
      rows: this.#rows,
      search: this.#toolbar.search,
      query: () => this.#query,
      ask: (query) => this.#ask(query),
    });
  }

  #makeCondition({ follow }: ToolbarActions): Condition {
    const { post } = this.#host;
    return new Condition({
      rows: this.#rows,
      unseen: this.#unseen,
      query: () => this.#query,
      title: () => this.#subject?.title ?? '',
      showAll: () => this.#ask(everything),
      follow: () => follow(true),
      reconnect: () => post({ type: 'reconnect' }),
      step: (step) => post({ type: 'step', step }),
    });
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
    this.#condition.show(status);
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
    this.#condition.show();
    this.#keep();
  }

  #scrolled(): void {
    this.#condition.showCounts();
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
    this.#condition.showCounts();
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
