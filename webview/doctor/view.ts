import * as l10n from '@vscode/l10n';
import type { DoctorViewState, FromDoctorView, ReportState, ToDoctorView } from '../../src/shared/doctor.ts';
import { element } from '../ui/dom.ts';
import type { Host } from '../ui/host.ts';
import { Filters, noFilter, passes } from './filters.ts';
import { Head } from './head.ts';
import { FindingList } from './list.ts';
import {
  type NoticeActions,
  renderGaps,
  renderNoMatch,
  renderPlaceholder,
  renderTrouble,
} from './notices.ts';

export type DoctorHost = Host<FromDoctorView, ToDoctorView, DoctorViewState>;

/** The report: puts its parts together and keeps them in step. */
export class DoctorView {
  readonly #host: DoctorHost;
  readonly #head: Head;
  readonly #filters: Filters;
  readonly #list: FindingList;
  /** Empty until something is known. */
  readonly #page = element('div', { class: 'page', hidden: '' });
  readonly #notices = element('div', { class: 'notices' });
  readonly #instead = element('div', { class: 'instead' });
  /** What changed, said once: the page itself changes too much at a time to be read aloud. */
  readonly #announcement = element('p', { class: 'spoken', role: 'status' });
  readonly #actions: NoticeActions;
  #state: ReportState | undefined;
  /** How far to scroll once there is a report; 0 when that is done. */
  #returnTo: number;

  constructor(host: DoctorHost) {
    this.#host = host;
    const run = (): void => {
      if (!this.#state?.running) host.post({ type: 'run' });
    };
    const cancel = (): void => host.post({ type: 'cancel' });
    this.#head = new Head({
      run,
      cancel,
      copy: () => this.#state?.report && host.post({ type: 'copy' }),
      export: () => this.#state?.report && host.post({ type: 'export' }),
    });
    this.#list = new FindingList({
      fix: (finding, fix) => host.post({ type: 'fix', ...this.#report(), finding, fix }),
      reveal: (finding) => host.post({ type: 'reveal', ...this.#report(), finding }),
    });
    const { filter: text = '', hidden = [], layer = 'all', top = 0 } = host.kept;
    this.#returnTo = top;
    this.#filters = new Filters({ ...noFilter, text, hidden, layer }, () => this.#filterChanged());
    this.#actions = {
      run,
      cancel,
      step: (step) => host.post({ type: 'step', step }),
      showAll: () => {
        this.#filters.reset();
        this.#list.focus();
      },
    };
  }

  mount(parent: HTMLElement): void {
    this.#page.append(
      this.#head.node,
      element('main', {}, this.#notices, this.#filters.node, this.#list.node, this.#instead),
    );
    parent.append(this.#page, this.#announcement);
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('scrollend', () => this.#keep());
  }

  receive(message: ToDoctorView): void {
    switch (message.type) {
      case 'state':
        return this.#show(message.state);
    }
  }

  #show(state: ReportState): void {
    const before = this.#state;
    const focused = document.activeElement;
    this.#state = state;
    this.#page.hidden = false;
    this.#head.show(state);
    const { trouble, report } = state;
    this.#notices.replaceChildren(
      ...(trouble && report ? [renderTrouble(trouble, this.#actions)] : []),
      ...(report && report.gaps.length > 0 ? [renderGaps(report.gaps)] : []),
    );
    this.#filters.node.hidden = (report?.findings.length ?? 0) === 0;
    this.#filters.count(report?.findings ?? []);
    this.#list.show(report?.findings ?? []);
    this.#showMatches();
    if (focused !== document.body && isFocusLost()) this.#head.focus();
    this.#announce(before);
    if (report) this.#return();
    this.#keep();
  }

  #report(): { readonly takenAtMs: number } {
    return { takenAtMs: this.#state?.report?.takenAtMs ?? 0 };
  }

  #filterChanged(): void {
    const shown = this.#showMatches();
    this.#announcement.textContent =
      shown === 1 ? l10n.t('1 finding matches') : l10n.t('{0} findings match', shown);
    this.#keep();
  }

  #showMatches(): number {
    const shown = this.#list.filter((row) => passes(this.#filters.filter, row));
    const nothing = this.#state && renderPlaceholder(this.#state, this.#actions);
    const instead = nothing ?? (shown === 0 ? renderNoMatch(this.#actions) : undefined);
    this.#list.node.hidden = shown === 0;
    this.#instead.replaceChildren(...(instead ? [instead] : []));
    return shown;
  }

  #announce(before: ReportState | undefined): void {
    const { app, running, trouble, report } = this.#state ?? {};
    if (running) {
      if (!before?.running) this.#announcement.textContent = l10n.t('Examining {0}…', app ?? '');
    } else if (trouble) {
      this.#announcement.textContent = trouble.sentence;
    } else if (report && report.takenAtMs !== before?.report?.takenAtMs) {
      this.#announcement.textContent = report.summary;
    }
  }

  #return(): void {
    if (this.#returnTo > 0) window.scrollTo({ top: this.#returnTo, behavior: 'instant' });
    this.#returnTo = 0;
  }

  #key(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
      event.preventDefault();
      this.#filters.focus();
    } else if (event.key === 'Escape' && this.#filters.filter !== noFilter) {
      this.#filters.reset();
    } else if (this.#filters.isField(event.target) && event.key === 'Enter') {
      this.#list.focus();
    }
  }

  #keep(): void {
    if (!this.#state) return;
    const { text, hidden, layer } = this.#filters.filter;
    const top = this.#state.report ? window.scrollY : this.#returnTo;
    this.#host.keep({ app: this.#state.app, filter: text, hidden, layer, top });
  }
}

/** What had the focus may be gone, e.g. the button that ends a run. */
function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === body || !activeElement?.checkVisibility();
}
