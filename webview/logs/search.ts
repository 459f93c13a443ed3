import * as l10n from '@vscode/l10n';
import type { LogExtent, LogQuery } from '../../src/shared/logs.ts';
import { button, focusText, relabel, setInvalid, setPressed, textField } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon, type IconName } from '../ui/icons.ts';
import type { Menu } from '../ui/menu.ts';
import { menuButton } from '../ui/menu-button.ts';
import { count } from './format.ts';

type Search = Pick<LogQuery, 'text' | 'isRegex' | 'matchCase' | 'invert' | 'findOnly'>;

export interface SearchActions {
  search(change: Partial<Search>): void;
  find(direction: 'next' | 'previous'): void;
}

/** What the text does to the lines, as the user chooses it. */
interface Mode extends Pick<Search, 'invert' | 'findOnly'> {
  readonly icon: IconName;
  readonly label: string;
}

/** The text that lines are filtered by, or searched for, and how. */
export class SearchBox {
  readonly node: HTMLElement;
  readonly #actions: SearchActions;
  readonly #field: ReturnType<typeof textField>;
  readonly #clear: HTMLElement;
  readonly #case: HTMLElement;
  readonly #regex: HTMLElement;
  readonly #mode: HTMLElement;
  readonly #matches = element('span', { class: 'matches' });
  readonly #steps: HTMLElement;
  readonly #problem = element('p', { class: 'problem', role: 'alert' });
  /** Says how many lines match, but only when the filter changes: new lines would make it talk all the time. */
  readonly #announcement = element('span', { class: 'spoken', role: 'status' });
  #search: Search = { text: '', isRegex: false, matchCase: false, invert: false, findOnly: false };

  constructor(actions: SearchActions) {
    this.#actions = actions;
    const { search, find } = actions;
    this.#clear = iconButton('close', l10n.t('Clear Filter'), () => search({ text: '' }));
    this.#case = iconButton('caseSensitive', l10n.t('Match Case'), () =>
      search({ matchCase: !this.#search.matchCase }),
    );
    this.#regex = iconButton('regex', l10n.t('Use Regular Expression'), () =>
      search({ isRegex: !this.#search.isRegex }),
    );
    this.#mode = menuButton({ label: '', icon: icon('filter'), menu: () => this.#modeMenu() });
    this.#field = textField({
      label: l10n.t('Filter lines'),
      placeholder: '',
      end: element('span', {}, this.#clear, this.#case, this.#regex),
      onInput: (text) => search({ text }),
    });
    this.#field.classList.add('filter');
    this.#steps = element(
      'span',
      { class: 'steps' },
      iconButton('arrowUp', l10n.t('Previous Match (Shift+F3)'), () => find('previous')),
      iconButton('arrowDown', l10n.t('Next Match (F3)'), () => find('next')),
    );
    this.node = element(
      'div',
      { class: 'search', role: 'search' },
      ...[this.#mode, this.#field, this.#matches, this.#steps, this.#announcement, this.#problem],
    );
    this.show(this.#search);
  }

  focus(): void {
    focusText(this.#field);
  }

  /** Whether an event comes from the text field. */
  isField(target: EventTarget | null): boolean {
    return target === this.#field;
  }

  show(search: Search): void {
    const { text, isRegex, matchCase } = search;
    this.#search = search;
    // Writing the same text again would move the cursor.
    if (this.#field.value !== text) this.#field.value = text;
    this.#clear.hidden = text === '';
    setPressed(this.#case, matchCase);
    setPressed(this.#regex, isRegex);
    const { icon: name, label } = this.#modes().find((mode) => this.#isMode(mode)) ?? {
      icon: 'filter',
      label: '',
    };
    relabel(this.#mode, label, icon(name));
    this.#field.setAttribute(
      'placeholder',
      search.findOnly ? l10n.t('Find') : l10n.t('Filter, e.g. discord'),
    );
    this.#steps.hidden = text === '' || (search.invert && !search.findOnly);
    this.#matches.hidden = text === '';
  }

  /** @param said Whether screen readers are to hear how many match. */
  showMatches({ matches, lines, problem }: LogExtent, said: boolean): void {
    const isSearching = this.#search.text !== '';
    this.#matches.textContent = isSearching
      ? l10n.t('{matches} of {lines}', { matches: count(matches), lines: count(lines) })
      : '';
    this.#problem.hidden = problem === undefined;
    if (this.#problem.textContent !== (problem ?? '')) this.#problem.textContent = problem ?? '';
    setInvalid(this.#field, problem !== undefined);
    if (!said) return;
    this.#announcement.textContent = isSearching ? l10n.t('Lines that match: {0}', count(matches)) : '';
  }

  #modes(): Mode[] {
    return [
      { invert: false, findOnly: false, icon: 'filter', label: l10n.t('Show Only Lines That Match') },
      { invert: true, findOnly: false, icon: 'circleSlash', label: l10n.t('Hide Lines That Match') },
      { invert: false, findOnly: true, icon: 'search', label: l10n.t('Show All Lines and Mark Matches') },
    ];
  }

  #isMode({ invert, findOnly }: Mode): boolean {
    return findOnly === this.#search.findOnly && (findOnly || invert === this.#search.invert);
  }

  #modeMenu(): Menu {
    return this.#modes().map((mode) => {
      const { label, invert, findOnly } = mode;
      const run = (): void => this.#actions.search({ invert, findOnly });
      return { label, icon: 'check', radio: this.#isMode(mode), run };
    });
  }
}

export function iconButton(name: IconName, label: string, onClick: () => void): HTMLElement {
  return button({ label, icon: icon(name), look: 'icon', onClick });
}
