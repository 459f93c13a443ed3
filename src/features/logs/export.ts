import type { LogRow as SessionRow } from '../../fly/logs/session.ts';
import { describeEvent } from './events.ts';
import { plainText } from './matcher.ts';
import { levelOf, tidy } from './present.ts';

export type Format = 'text' | 'json';

/** Rows on their way out of the extension, without colours: lines of text, or one JSON object a line. */
export function formatRows(
  rows: readonly SessionRow[],
  format: Format,
  redact: (text: string) => string,
): string {
  // A secret that was named after the row had come is not masked in it.
  const write = (row: SessionRow): string => (format === 'json' ? jsonOf(row, redact) : redact(textOf(row)));
  return rows.map((row) => `${write(row)}\n`).join('');
}

function textOf(row: SessionRow): string {
  switch (row.kind) {
    case 'gap':
      return `${timestamp(row.from)} … ${timestamp(row.to)}`;
    case 'event':
      return words(timestamp(row.time), row.machine, row.region, describeEvent(row.event));
    case 'line': {
      const { instance, region, provider, level } = row;
      return words(row.timestamp, instance, region, provider, levelOf(level), messageOf(row));
    }
  }
}

function jsonOf(row: SessionRow, redact: (text: string) => string): string {
  switch (row.kind) {
    case 'gap':
      return JSON.stringify({ kind: 'gap', from: timestamp(row.from), to: timestamp(row.to) });
    case 'event': {
      const { machine, region, event } = row;
      return JSON.stringify({ kind: 'event', time: timestamp(row.time), machine, region, ...event });
    }
    case 'line': {
      const { instance: machine, region, provider: source, level } = row;
      const message = redact(messageOf(row));
      return JSON.stringify({ kind: 'line', time: row.timestamp, machine, region, source, level, message });
    }
  }
}

function messageOf({ message }: { readonly message: string }): string {
  return plainText(tidy(message));
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function timestamp(time: number): string {
  return new Date(time).toISOString();
}
