import * as l10n from '@vscode/l10n';
import {
  type LogExtent,
  type LogFacet,
  type LogLevel,
  logLevels,
  type LogQuery,
} from '../../src/shared/logs.ts';
import { button, relabel, setPressed } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';
import { icon, type IconName } from '../ui/icons.ts';
import type { Menu } from '../ui/menu.ts';
import { menuButton, relabelMenu } from '../ui/menu-button.ts';
import { count } from './format.ts';

type Hidden = LogQuery['hidden'];
type ListName = 'sources' | 'machines' | 'regions';

const lists: readonly ListName[] = ['sources', 'machines', 'regions'];
const levelIcons: Readonly<Record<LogLevel, IconName>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  debug: 'bug',
};

/** Switches kinds of lines off and on, and says how many there are of each: by level, source, machine and region. */
export class Facets {
  readonly node: HTMLElement;
  readonly #onChange: (hidden: Hidden) => void;
  readonly #levels = new Map<LogLevel, HTMLElement>();
  readonly #lists = new Map<ListName, HTMLElement>();
  #hidden: Hidden = { levels: [], machines: [], regions: [], sources: [] };
  #extent: LogExtent | undefined;

  /** @param onChange Gets what is switched off now. */
  constructor(onChange: (hidden: Hidden) => void) {
    this.#onChange = onChange;
    for (const level of logLevels) this.#levels.set(level, this.#levelSwitch(level));
    for (const name of lists)
      this.#lists.set(name, menuButton({ label: listLabel(name), menu: () => this.#menu(name) }));
    const levels = element(
      'div',
      { class: 'levels', role: 'group', 'aria-label': l10n.t('Levels') },
      ...this.#levels.values(),
    );
    this.node = element('div', { class: 'facets' }, levels, ...this.#lists.values());
    this.#render();
  }

  show(hidden: Hidden): void {
    this.#hidden = hidden;
    this.#render();
  }

  showCounts(extent: LogExtent): void {
    this.#extent = extent;
    this.#render();
  }

  #render(): void {
    for (const [level, made] of this.#levels) {
      const lines = this.#extent?.levels.find(({ value }) => value === level)?.lines ?? 0;
      const label = levelLabel(level, lines);
      if (made.title !== label) relabel(made, label, icon(levelIcons[level]), compact(lines));
      made.classList.toggle('none', lines === 0);
      setPressed(made, !this.#hidden.levels.includes(level));
    }
    for (const [name, made] of this.#lists) {
      const values = this.#valuesOf(name);
      const shown = values.filter(({ value }) => !this.#hidden[name].includes(value)).length;
      const label = shown === values.length ? listLabel(name) : partLabel(name, shown, values.length);
      made.hidden = values.length < 2;
      made.classList.toggle('narrowed', shown < values.length);
      if (made.title !== label) relabelMenu(made, label);
    }
  }

  /** Those that there are, and those that are switched off although no line has them any more. */
  #valuesOf(name: ListName): readonly LogFacet[] {
    const there = this.#extent?.[name] ?? [];
    const gone = this.#hidden[name].filter((value) => !there.some((facet) => facet.value === value));
    return [...there, ...gone.map((value) => ({ value, label: value, lines: 0 }))];
  }

  #levelSwitch(level: LogLevel): HTMLElement {
    const made = button({
      label: levelLabel(level, 0),
      icon: icon(levelIcons[level]),
      look: 'icon',
      text: '0',
      onClick: () => this.#onChange({ ...this.#hidden, levels: toggled(this.#hidden.levels, level) }),
    });
    made.classList.add('level-switch', level);
    return made;
  }

  #menu(name: ListName): Menu {
    const entries = this.#valuesOf(name).map(({ value, label, lines }) => ({
      label: label === '' ? l10n.t('(unknown)') : label,
      note: count(lines),
      check: !this.#hidden[name].includes(value),
      run: () => this.#onChange({ ...this.#hidden, [name]: toggled(this.#hidden[name], value) }),
    }));
    if (this.#hidden[name].length === 0) return entries;
    const run = (): void => this.#onChange({ ...this.#hidden, [name]: [] });
    return [...entries, 'line', { label: l10n.t('Show All'), run }];
  }
}

function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

function levelLabel(level: LogLevel, lines: number): string {
  switch (level) {
    case 'error':
      return l10n.t('Errors: {0}', count(lines));
    case 'warning':
      return l10n.t('Warnings: {0}', count(lines));
    case 'info':
      return l10n.t('Infos: {0}', count(lines));
    case 'debug':
      return l10n.t('Debug: {0}', count(lines));
  }
}

function listLabel(name: ListName): string {
  switch (name) {
    case 'sources':
      return l10n.t('Sources');
    case 'machines':
      return l10n.t('Machines');
    case 'regions':
      return l10n.t('Regions');
  }
}

function partLabel(name: ListName, shown: number, all: number): string {
  switch (name) {
    case 'sources':
      return l10n.t('Sources: {0} of {1}', shown, all);
    case 'machines':
      return l10n.t('Machines: {0} of {1}', shown, all);
    case 'regions':
      return l10n.t('Regions: {0} of {1}', shown, all);
  }
}

/** A count that keeps a button narrow: `1.2K`. The label says it in full. */
function compact(value: number): string {
  return value.toLocaleString(document.documentElement.lang, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
}
