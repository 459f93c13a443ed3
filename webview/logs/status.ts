import * as l10n from '@vscode/l10n';
import type { LogStatus, LogStep } from '../../src/shared/logs.ts';
import { button, spinner } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import { count } from './format.ts';

export interface StatusActions {
  readonly reconnect: () => void;
  readonly step: (step: LogStep) => void;
}

export interface LineCounts {
  /** Lines that are kept, and the most that ever are. */
  readonly lines: number;
  readonly maxLines: number;
  /** Lines that went while the user was reading there. */
  readonly dropped: number;
}

/** The line below the log: how the connection is, in words, with what can be done about it; and how many lines. */
export class StatusLine {
  readonly node: HTMLElement;
  readonly #actions: StatusActions;
  readonly #sign = element('span', { class: 'sign' });
  readonly #words = element('span', { class: 'words', role: 'status' });
  readonly #countdown = element('span', { class: 'countdown' });
  readonly #buttons = element('span', { class: 'actions' });
  readonly #dropped = element('span', { class: 'dropped' });
  readonly #lines = element('span', { class: 'lines' });
  #timer: number | undefined;

  constructor(actions: StatusActions) {
    this.#actions = actions;
    const state = element('div', { class: 'state' }, this.#words, this.#countdown, this.#buttons);
    this.node = element('div', { class: 'status' }, this.#sign, state, this.#dropped, this.#lines);
  }

  showLines(counts: LineCounts): void {
    this.#dropped.textContent = droppedWords(counts.dropped);
    this.#lines.textContent = lineWords(counts);
  }

  /** @param brief Whether the reason, and what can be done, is told elsewhere on the page. */
  show(status: LogStatus, following: boolean, brief: boolean): void {
    window.clearInterval(this.#timer);
    this.node.dataset['state'] = status.kind;
    this.#sign.replaceChildren(signOf(status));
    this.#words.textContent = wordsOf(status, following, brief);
    this.#countdown.textContent = '';
    this.#buttons.replaceChildren(...(brief ? [] : statusButtons(status, this.#actions)));
    if (status.kind === 'reconnecting') this.#countDown(status.inMs);
  }

  /** Beside the words, which a screen reader would otherwise read again every second. */
  #countDown(ms: number): void {
    const until = performance.now() + ms;
    const tick = (): void => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      this.#countdown.textContent = l10n.t('Reconnecting in {0} s…', seconds);
    };
    tick();
    this.#timer = window.setInterval(tick, 250);
  }
}

/** What can be done about a state, as buttons; the most useful first. */
export function statusButtons(status: LogStatus, actions: StatusActions): HTMLElement[] {
  const { reconnect, step } = actions;
  switch (status.kind) {
    case 'connecting':
    case 'live':
      return [];
    case 'reconnecting':
      return [button({ label: l10n.t('Reconnect Now'), onClick: reconnect })];
    case 'ended':
      return [
        ...status.steps.map((known) => button({ label: stepLabel(known), onClick: () => step(known) })),
        button({ label: l10n.t('Reconnect'), onClick: reconnect }),
      ];
  }
}

/** Why there is no connection: a sentence. */
export function reasonOf(status: LogStatus & { readonly kind: 'reconnecting' | 'ended' }): string {
  return status.reason ?? l10n.t('The connection ended.');
}

function lineWords({ lines, maxLines }: LineCounts): string {
  if (lines >= maxLines) return l10n.t('Last {0} lines', count(lines));
  return lines === 1 ? l10n.t('1 line') : l10n.t('{0} lines', count(lines));
}

function droppedWords(lines: number): string {
  if (lines === 0) return '';
  return lines === 1
    ? l10n.t('1 line above was dropped')
    : l10n.t('{0} lines above were dropped', count(lines));
}

function wordsOf(status: LogStatus, following: boolean, brief: boolean): string {
  switch (status.kind) {
    case 'connecting':
      return l10n.t('Connecting…');
    case 'live':
      return following ? l10n.t('Live') : l10n.t('Live, paused');
    case 'reconnecting':
    case 'ended':
      return brief ? l10n.t('Not connected') : reasonOf(status);
  }
}

function signOf(status: LogStatus): Element {
  switch (status.kind) {
    case 'connecting':
      return spinner(l10n.t('Connecting'));
    case 'live':
      return icon('circleFilled');
    case 'reconnecting':
      return icon('warning');
    case 'ended':
      return icon('error');
  }
}

function stepLabel(step: LogStep): string {
  switch (step) {
    case 'signIn':
      return l10n.t('Sign In');
    case 'pickFlyctl':
      return l10n.t('Choose flyctl…');
  }
}
