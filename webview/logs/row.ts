import * as l10n from '@vscode/l10n';
import type { LogGap, LogLevel, LogLine, LogRow } from '../../src/shared/logs.ts';
import { element } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import { fullTime } from '../ui/time.ts';
import { parseAnsi, type Segment, stripAnsi } from './ansi.ts';
import { findMatches, type Part, splitAtMatches } from './highlight.ts';
import { gapText, timeOfDay } from './format.ts';

/** Draws a row; what matches the filter is marked. */
export function renderRow(row: LogRow, filter: string): HTMLElement {
  return row.kind === 'gap' ? renderGap(row) : renderLine(row, filter);
}

function renderGap(gap: LogGap): HTMLElement {
  return element('div', { class: 'row gap' }, icon('debugDisconnect'), element('span', {}, gapText(gap)));
}

function renderLine(line: LogLine, filter: string): HTMLElement {
  const { time, level, region, machine, provider } = line;
  const at = new Date(time).toISOString();
  return element(
    'div',
    { class: `row line level-${level}` },
    element('time', { datetime: at, title: fullTime(time) }, timeOfDay(time)),
    element('span', { class: 'level' }, ...levelIcon(level), levelWord(level)),
    element('span', { class: 'machine', title: `${region} ${machine}` }, `${region} ${machine}`),
    element('span', { class: 'provider', 'data-provider': provider }, provider),
    renderMessage(line.text, filter),
  );
}

function renderMessage(text: string, filter: string): HTMLElement {
  const message = element('span', { class: 'message' });
  const matches = findMatches(stripAnsi(text), filter);
  let offset = 0;
  for (const segment of quietStamp(parseAnsi(text))) {
    message.append(...renderSegment(segment, splitAtMatches(segment.text, offset, matches)));
    offset += segment.text.length;
  }
  return message;
}

function renderSegment(
  { classes, foreground, background }: Segment,
  parts: readonly Part[],
): (Node | string)[] {
  const nodes = parts.map(({ text, match }) => (match ? element('mark', {}, text) : text));
  if (classes === '') return nodes;
  const run = element('span', { class: classes }, ...nodes);
  if (foreground) run.style.setProperty('--fg', foreground);
  if (background) run.style.setProperty('--bg', background);
  return [run];
}

/** Sets a timestamp back with which the program starts its line: the time stands in its column already. */
function quietStamp(segments: Segment[]): Segment[] {
  const [first, ...rest] = segments;
  const stamp =
    first?.classes === '' ? /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) /.exec(first.text)?.[0] : undefined;
  if (!first || stamp === undefined) return segments;
  return [{ text: stamp, classes: 'stamp' }, { ...first, text: first.text.slice(stamp.length) }, ...rest];
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
