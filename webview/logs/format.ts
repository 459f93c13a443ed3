import * as l10n from '@vscode/l10n';
import type { LogGap, LogLine, LogRow } from '../../src/shared/logs.ts';
import { stripAnsi } from './ansi.ts';

/** The local time of day to the millisecond, `19:51:45.980`: it sorts, aligns, and has no language. */
export function timeOfDay(time: number): string {
  const date = new Date(time);
  return `${clockTime(date)}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** A whole number in the user's language, e.g. `1,204`. */
export function count(value: number): string {
  return value.toLocaleString(document.documentElement.lang);
}

/** Says between which times lines may be missing. */
export function gapText({ from, to }: LogGap): string {
  const start = clockTime(new Date(from));
  const end = clockTime(new Date(to));
  return l10n.t('Connection lost. Lines between {0} and {1} may be missing.', start, end);
}

/** The row as one line of plain text, or several if the message has several. */
export function plainText(row: LogRow): string {
  return row.kind === 'gap' ? `--- ${gapText(row)} ---` : plainLine(row);
}

/** Starts with the time in UTC, so that a copy means the same to whoever reads it. */
function plainLine({ time, level, machine, region, provider, text }: LogLine): string {
  const source = [region, machine, provider].filter((part) => part !== '').join(' ');
  return `${new Date(time).toISOString()} ${level.padEnd(7)} ${source}  ${stripAnsi(text)}`;
}

function clockTime(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
