import * as l10n from '@vscode/l10n';
import { badge, button, focusText, relabel, setPressed, textField } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon, type IconName } from '../ui/icons.ts';
import { count } from './format.ts';

export interface ToolbarActions {
  filter(text: string): void;
  follow(following: boolean): void;
  wrap(wrap: boolean): void;
  copy(): void;
  clear(): void;
  openInTerminal(): void;
}

/** The row of controls above the log. */
export class Toolbar {
  readonly node: HTMLElement;
  readonly #actions: ToolbarActions;
  readonly #clearFilter: HTMLElement;
  readonly #field: ReturnType<typeof textField>;
  readonly #matches = badge('');
  /** Says how many lines match, but only when the filter changes: new lines would make it talk all the time. */
  readonly #announcement = element('span', { class: 'spoken', role: 'status' });
  readonly #follow: HTMLElement;
  readonly #wrap: HTMLElement;
  #following = true;
  #wrapping = false;

  constructor(actions: ToolbarActions) {
    this.#actions = actions;
    this.#clearFilter = iconButton('close', l10n.t('Clear Filter'), () => this.#setFilter(''));
    this.#field = textField({
      label: l10n.t('Filter lines'),
      placeholder: l10n.t('Filter, e.g. discord'),
      icon: icon('filter'),
      end: this.#clearFilter,
      onInput: (text) => this.#setFilter(text),
    });
    this.#field.classList.add('filter');
    this.#matches.classList.add('matches');
    this.#follow = iconButton('debugPause', '', () => actions.follow(!this.#following));
    this.#wrap = iconButton('wordWrap', l10n.t('Wrap Lines'), () => actions.wrap(!this.#wrapping));
    this.node = element(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': l10n.t('Log') },
      element('div', { class: 'search', role: 'search' }, this.#field, this.#matches, this.#announcement),
      element(
        'div',
        { class: 'buttons' },
        this.#follow,
        this.#wrap,
        iconButton('copy', l10n.t('Copy Lines'), () => actions.copy()),
        iconButton('clearAll', l10n.t('Clear Lines'), () => actions.clear()),
        iconButton('terminal', l10n.t('Open in Terminal'), () => actions.openInTerminal()),
      ),
    );
    this.showMatches(0, 0);
    this.showFollowing(true);
    this.showWrap(false);
  }

  /** Puts a text into the filter field, without telling anybody. */
  showFilter(text: string): void {
    this.#field.value = text;
    this.#clearFilter.hidden = text === '';
  }

  focusFilter(): void {
    focusText(this.#field);
  }

  /** Whether an event comes from the filter field. */
  isFilter(target: EventTarget | null): boolean {
    return target === this.#field;
  }

  /** Empties the filter, as the user would. */
  clearFilter(): void {
    this.#setFilter('');
  }

  showMatches(matches: number, lines: number): void {
    const filtered = this.#field.value !== '';
    this.#matches.hidden = !filtered;
    this.#matches.textContent = filtered ? l10n.t('{0} of {1}', count(matches), count(lines)) : '';
  }

  announceMatches(matches: number): void {
    const filtered = this.#field.value !== '';
    this.#announcement.textContent = filtered ? l10n.t('Lines that match: {0}', count(matches)) : '';
  }

  showFollowing(following: boolean): void {
    this.#following = following;
    const label = following ? l10n.t('Pause') : l10n.t('Follow New Lines');
    relabel(this.#follow, label, icon(following ? 'debugPause' : 'play'));
  }

  showWrap(wrap: boolean): void {
    this.#wrapping = wrap;
    setPressed(this.#wrap, wrap);
  }

  #setFilter(text: string): void {
    this.showFilter(text);
    this.#actions.filter(text);
  }
}

function iconButton(name: IconName, label: string, onClick: () => void): HTMLElement {
  return button({ label, icon: icon(name), look: 'icon', onClick });
}
