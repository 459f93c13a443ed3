import * as l10n from '@vscode/l10n';
import type { LogQuery, LogStatus } from '../../src/shared/logs.ts';
import { button } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon, type IconName } from '../ui/icons.ts';
import { reasonOf, type StatusActions, statusButtons } from './status.ts';

export interface EmptyActions extends StatusActions {
  readonly showAll: () => void;
}

/** What stands in the place of the lines when there are none. */
export class EmptyState {
  readonly node = element('div', { class: 'empty' });
  readonly #actions: EmptyActions;

  constructor(actions: EmptyActions) {
    this.#actions = actions;
  }

  hide(): void {
    this.node.hidden = true;
  }

  /** No line has come yet. */
  showStatus(status: LogStatus, title: string): void {
    switch (status.kind) {
      case 'connecting':
        return this.#show('output', l10n.t('Connecting to {0}…', title));
      case 'live':
        return this.#show('output', l10n.t('Connected. Waiting for output…'));
      case 'reconnecting':
      case 'ended':
        return this.#show('debugDisconnect', reasonOf(status), ...statusButtons(status, this.#actions));
    }
  }

  /** Lines there are, but none that the query lets through. */
  showNoMatch({ text, invert, findOnly }: LogQuery): void {
    const filters = text !== '' && !findOnly;
    const words = !filters
      ? l10n.t('All lines are hidden.')
      : invert
        ? l10n.t('All lines match “{0}” and are hidden.', text)
        : l10n.t('No line matches “{0}”.', text);
    this.#show('filter', words, button({ label: l10n.t('Show All Lines'), onClick: this.#actions.showAll }));
  }

  #show(name: IconName, text: string, ...buttons: HTMLElement[]): void {
    // Counts change all the time, and a button that is made anew loses the focus.
    if (!this.node.hidden && this.node.querySelector('p')?.textContent === text) return;
    this.node.hidden = false;
    this.node.replaceChildren(
      icon(name),
      element('p', {}, text),
      element('div', { class: 'actions' }, ...buttons),
    );
  }
}
