import type { LogEntry } from '../model.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Normalises one object of `flyctl logs --json` (keys: flyctl's `internal/command/logs`). Unknown keys are ignored,
 * missing ones become `''`.
 * @returns `undefined` when the value is not a log entry, i.e. has neither a timestamp nor a message.
 */
export function toLogEntry(value: unknown): LogEntry | undefined {
  const entry = object(value);
  if (typeof entry['timestamp'] !== 'string' && typeof entry['message'] !== 'string') return undefined;
  const meta = object(entry['meta']);
  return {
    timestamp: text(entry['timestamp']),
    instance: text(entry['instance']) || text(meta['Instance']),
    region: text(entry['region']) || text(meta['Region']),
    level: text(entry['level']),
    provider: text(object(meta['Event'])['Provider']),
    // An entry of Fly's proxy may carry its words only here, as flyctl's own text output knows.
    message: text(entry['message']) || text(object(meta['Error'])['Message']),
  };
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
