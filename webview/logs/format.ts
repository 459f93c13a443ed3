import * as l10n from '@vscode/l10n';
import type { LogGap } from '../../src/shared/logs.ts';

/** The time of day to the millisecond, `19:51:45.980`: it sorts, aligns, and has no language. */
export function timeOfDay(time: number, utc: boolean): string {
  return `${clockTime(time, utc)}.${String(new Date(time).getMilliseconds()).padStart(3, '0')}`;
}

/** A whole number in the user's language, e.g. `1,204`. */
export function count(value: number): string {
  return value.toLocaleString(document.documentElement.lang);
}

/** Says for how long, and between which times, lines may be missing. */
export function gapText({ from, to }: LogGap, utc: boolean): string {
  return l10n.t(
    'Connection lost for {0}. Lines between {1} and {2} may be missing.',
    duration(to - from),
    clockTime(from, utc),
    clockTime(to, utc),
  );
}

/** A length of time in its two largest units: `2 min 14 s`. @param ms Milliseconds. */
export function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  const [minutes, hours, days] = [60, 3_600, 86_400].map((unit) => Math.floor(seconds / unit));
  if (days) return l10n.t('{0} d {1} h', days, (hours ?? 0) % 24);
  if (hours) return l10n.t('{0} h {1} min', hours, (minutes ?? 0) % 60);
  if (minutes) return l10n.t('{0} min {1} s', minutes, seconds % 60);
  return l10n.t('{0} s', seconds);
}

function clockTime(time: number, utc: boolean): string {
  const date = new Date(time);
  const parts = utc
    ? [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
    : [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
