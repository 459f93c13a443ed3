import * as l10n from '@vscode/l10n';
import {
  everything,
  type LogExtent,
  type LogOrigin,
  type LogQuery,
  type LogSelection,
} from '../../src/shared/logs.ts';
import { relabel, setPressed } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import type { Menu } from '../ui/menu.ts';
import { menuButton, relabelMenu } from '../ui/menu-button.ts';
import { Facets } from './facets.ts';
import type { Look } from './look.ts';
import { iconButton, SearchBox } from './search.ts';

export interface ToolbarActions {
  query(query: LogQuery): void;
  find(direction: 'next' | 'previous'): void;
  follow(following: boolean): void;
  look(change: Partial<Look>): void;
  copy(selection: LogSelection, as: 'text' | 'json'): void;
  save(selection: LogSelection): void;
  openInEditor(selection: LogSelection): void;
  openInTerminal(): void;
  origin(origin: LogOrigin): void;
  clear(): void;
}

/** The row of controls above the log. */
export class Toolbar {
  readonly node: HTMLElement;
  readonly search: SearchBox;
  readonly #actions: ToolbarActions;
  readonly #facets: Facets;
  readonly #origin: HTMLElement;
  readonly #follow: HTMLElement;
  readonly #wrap: HTMLElement;
  #query: LogQuery = everything;
  #chosenOrigin: LogOrigin = 'fly';
  #isOfMachine = false;
  #following = true;
  #look: Look;

  constructor(look: Look, actions: ToolbarActions) {
    this.#actions = actions;
    this.#look = look;
    this.search = new SearchBox({
      search: (change) => this.#change(change),
      find: (direction) => actions.find(direction),
    });
    this.#facets = new Facets((hidden) => this.#change({ hidden }));
    this.#origin = menuButton({ label: originLabel('fly'), menu: () => this.#originMenu() });
    this.#follow = iconButton('debugPause', '', () => actions.follow(!this.#following));
    this.#wrap = iconButton('wordWrap', l10n.t('Wrap Lines'), () => actions.look({ wrap: !this.#look.wrap }));
    const more = menuButton({
      label: l10n.t('More Actions'),
      icon: icon('ellipsis'),
      menu: () => this.#more(),
    });
    this.node = element(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': l10n.t('Log') },
      this.search.node,
      element('div', { class: 'kinds' }, this.#origin, this.#facets.node),
      element('div', { class: 'buttons' }, this.#follow, this.#wrap, more),
    );
    this.showFollowing(true);
    this.showLook(look);
    this.showOrigin('fly', false);
  }

  /** Shows a query, without telling anybody. */
  showQuery(query: LogQuery): void {
    this.#query = query;
    this.search.show(query);
    this.#facets.show(query.hidden);
  }

  /** @param isNew Whether it is the first one of a query. */
  showExtent(extent: LogExtent, isNew: boolean): void {
    this.search.showMatches(extent, isNew);
    this.#facets.showCounts(extent);
  }

  showFollowing(following: boolean): void {
    this.#following = following;
    const label = following ? l10n.t('Pause') : l10n.t('Follow New Lines');
    relabel(this.#follow, label, icon(following ? 'debugPause' : 'play'));
  }

  showLook(look: Look): void {
    this.#look = look;
    setPressed(this.#wrap, look.wrap);
  }

  /** @param isOfMachine Whether it is the log of one machine; otherwise the machine to read from is asked for. */
  showOrigin(origin: LogOrigin, isOfMachine: boolean): void {
    this.#chosenOrigin = origin;
    this.#isOfMachine = isOfMachine;
    relabelMenu(this.#origin, originLabel(origin));
  }

  #change(change: Partial<LogQuery>): void {
    this.#actions.query({ ...this.#query, ...change });
  }

  #originMenu(): Menu {
    return (['fly', 'gateway'] as const).map((origin) => ({
      label: originLabel(origin),
      note: this.#originNote(origin),
      radio: origin === this.#chosenOrigin,
      run: () => origin !== this.#chosenOrigin && this.#actions.origin(origin),
    }));
  }

  #originNote(origin: LogOrigin): string {
    if (origin === 'gateway') return l10n.t('OpenClaw’s own file');
    return this.#isOfMachine ? l10n.t('of the machine') : l10n.t('of the app');
  }

  #more(): Menu {
    const { copy, save, openInEditor, openInTerminal, look, clear } = this.#actions;
    const { fold, utc, announce } = this.#look;
    return [
      { label: l10n.t('Copy Shown Lines'), icon: 'copy', run: () => copy('shown', 'text') },
      { label: l10n.t('Copy Shown Lines as JSON'), icon: 'json', run: () => copy('shown', 'json') },
      { label: l10n.t('Save Shown Lines…'), icon: 'save', run: () => save('shown') },
      { label: l10n.t('Save All Lines…'), icon: 'saveAll', run: () => save('all') },
      'line',
      { label: l10n.t('Open in Editor'), icon: 'goToFile', run: () => openInEditor('shown') },
      { label: l10n.t('Open in Terminal'), icon: 'terminal', run: () => openInTerminal() },
      'line',
      { label: l10n.t('Fold Long Messages'), check: fold, run: () => look({ fold: !this.#look.fold }) },
      { label: l10n.t('Times in UTC'), check: utc, run: () => look({ utc: !this.#look.utc }) },
      {
        label: l10n.t('Announce New Lines'),
        check: announce,
        run: () => look({ announce: !this.#look.announce }),
      },
      'line',
      { label: l10n.t('Clear Lines'), icon: 'clearAll', run: () => clear() },
    ];
  }
}

function originLabel(origin: LogOrigin): string {
  return origin === 'fly' ? l10n.t('Fly Log') : l10n.t('Gateway Log');
}
