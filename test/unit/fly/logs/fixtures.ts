import type { LogEntry } from '../../../../src/fly/model.ts';

/** An entry as the session hands it on, with what matters to a test replaced. */
export function logEntry(changes: Partial<LogEntry> = {}): LogEntry {
  return {
    timestamp: '2026-11-21T19:51:45.98Z',
    instance: '91857550b64e83',
    region: 'iad',
    level: 'info',
    provider: 'app',
    message: '[gateway] ready',
    ...changes,
  };
}

/** The object that `flyctl logs --json` prints for an entry (flyctl contract, section 8): all keys, always. */
export function flyctlObject(entry: LogEntry): object {
  return {
    level: entry.level,
    instance: entry.instance,
    message: entry.message,
    region: entry.region,
    timestamp: entry.timestamp,
    meta: {
      Instance: entry.instance,
      Region: entry.region,
      Event: { Provider: entry.provider },
      HTTP: { Request: { ID: '', Method: '', Version: '' }, Response: { status_code: 0 } },
      Error: { Code: 0, Message: '' },
      URL: { Full: '' },
    },
  };
}

/** Prints like flyctl's `render.JSON`: four spaces, `<>&` escaped, a line break at the end. */
export function printed(entries: readonly LogEntry[]): string {
  const escaped = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };
  return entries
    .map((entry) => `${JSON.stringify(flyctlObject(entry), undefined, 4)}\n`)
    .join('')
    .replace(/[<>&]/g, (character) => escaped[character as keyof typeof escaped]);
}

/** The same text in UTF-8, cut at the given positions (taken modulo the length). */
export function cut(text: string, positions: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const cuts = [...new Set(positions.map((position) => position % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...cuts, bytes.length].map((end, index) => bytes.subarray(cuts[index - 1] ?? 0, end));
}
