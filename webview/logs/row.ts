import * as l10n from '@vscode/l10n';
import type { LogEvent, LogGap, LogLevel, LogLine, LogRow } from '../../src/shared/logs.ts';
import { element } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import { stripAnsi } from './ansi.ts';
import { renderChip } from './chip.ts';
import { type Folding, foldingOf } from './fold.ts';
import { gapText, timeOfDay } from './format.ts';
import type { Matcher } from './highlight.ts';
import type { Look } from './look.ts';
import { renderText } from './message.ts';

/** How rows are drawn at the moment, and what can be done with them. */
export interface RowLook {
  readonly matcher: Matcher;
  readonly look: () => Look;
  /** Whether the line shows its first line only. @param hidesMatch Whether that would hide what is looked for. */
  readonly isFolded: (id: number, hidesMatch: boolean) => boolean;
  /** The text of the line without masks, if the user asked for it. */
  readonly revealed: (id: number) => string | undefined;
  readonly machineName: (machine: string) => string;
  readonly toggleFold: (id: number) => void;
  readonly toggleReveal: (id: number) => void;
  readonly act: (id: number) => void;
}

/** Draws a row, or what stands for one that has not come yet. */
export function renderRow(row: LogRow | undefined, look: RowLook): HTMLElement {
  const node = element('div', { role: 'listitem', tabindex: '-1' });
  switch (row?.kind) {
    case undefined:
      node.className = 'row absent';
      node.append(element('span', { class: 'spoken' }, l10n.t('Loading…')));
      break;
    case 'gap':
      node.className = 'row gap';
      node.append(...gapParts(row, look));
      break;
    case 'event':
      node.className = `row event tone-${row.tone}`;
      node.append(...eventParts(row, look));
      break;
    case 'line':
      node.className = `row line level-${row.level}`;
      node.append(...lineParts(row, look));
      break;
  }
  return node;
}

function gapParts(gap: LogGap, { look }: RowLook): Node[] {
  return [icon('debugDisconnect'), element('span', {}, gapText(gap, look().utc))];
}

function eventParts({ time, machine, text, tone }: LogEvent, look: RowLook): Node[] {
  return [
    renderTime(time, look),
    element('span', { class: 'happened' }, icon(tone === 'error' ? 'error' : 'pulse'), text),
    element('span', { class: 'machine' }, look.machineName(machine)),
  ];
}

function lineParts(line: LogLine, look: RowLook): Node[] {
  const { id, time, level, region, machine, source, chip } = line;
  const text = look.revealed(id) ?? line.text;
  const plain = stripAnsi(text);
  const matches = look.matcher(plain);
  const folding = foldingOf(plain);
  const folded =
    folding &&
    look.isFolded(
      id,
      matches.some(([start]) => start > folding.firstLine),
    );
  const message = element('div', { class: 'message' });
  if (folded) message.append(...renderText(text, matches, folding.firstLine), ...hiddenLines(folding));
  else if (folding?.pretty !== undefined)
    message.append(...renderText(folding.pretty, look.matcher(folding.pretty)));
  else message.append(...renderText(text, matches));
  if (line.masked) message.append(' ', renderReveal(id, look));
  if (chip) message.append(renderChip(chip, () => look.act(id)));
  const parts = [
    renderTime(time, look),
    element('span', { class: 'level' }, ...levelIcon(level), levelWord(level)),
    element('span', { class: 'region' }, region),
    element('span', { class: 'machine', title: machine }, look.machineName(machine)),
    element('span', { class: 'source', 'data-source': source }, source),
    message,
  ];
  return folding ? [renderDisclosure(id, folded === true, look), ...parts] : parts;
}

function renderTime(time: number, { look }: RowLook): HTMLElement {
  return element('time', { datetime: new Date(time).toISOString() }, timeOfDay(time, look().utc));
}

/** The arrow beside a row that can be folded. */
function renderDisclosure(id: number, folded: boolean, { toggleFold }: RowLook): HTMLElement {
  const label = folded ? l10n.t('Unfold Message') : l10n.t('Fold Message');
  const made = element(
    'button',
    { class: 'disclosure', 'aria-label': label, 'aria-expanded': String(!folded), tabindex: '-1' },
    icon(folded ? 'chevronRight' : 'chevronDown'),
  );
  made.addEventListener('click', () => toggleFold(id));
  return made;
}

function hiddenLines({ hiddenLines }: Folding): Node[] {
  if (hiddenLines === 0) return [];
  const text = hiddenLines === 1 ? l10n.t('1 more line') : l10n.t('{0} more lines', hiddenLines);
  return [element('span', { class: 'hidden-lines' }, text)];
}

function renderReveal(id: number, { revealed, toggleReveal }: RowLook): HTMLElement {
  const isRevealed = revealed(id) !== undefined;
  const made = element(
    'button',
    { class: 'reveal', tabindex: '-1' },
    icon(isRevealed ? 'eyeClosed' : 'eye'),
    isRevealed ? l10n.t('Hide Secret') : l10n.t('Reveal Secret'),
  );
  made.addEventListener('click', () => toggleReveal(id));
  return made;
}

function levelIcon(level: LogLevel): Element[] {
  return level === 'error' || level === 'warning' ? [icon(level)] : [];
}

function levelWord(level: LogLevel): string {
  switch (level) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warn');
    case 'info':
      return l10n.t('info');
    case 'debug':
      return l10n.t('debug');
  }
}
