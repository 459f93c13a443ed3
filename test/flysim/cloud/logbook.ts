import type { LogEntry } from '../model.ts';

/** What of an app's log is asked for; a machine makes the region irrelevant. */
export interface LogFilter {
  readonly app: string;
  readonly instance?: string;
  readonly region?: string;
}

const CAPACITY = 5_000;
/** Entries in one answer of the logs API. */
const PAGE = 100;

/** The last log lines of all apps. */
export class Logbook {
  #entries: LogEntry[] = [];
  #sequence = 0;
  /** When the last entry came, in microseconds since the epoch. */
  #lastAt = 0;
  readonly #listeners = new Set<(entry: LogEntry) => void>();

  append(entry: Omit<LogEntry, 'sequence' | 'timestamp' | 'level'>): void {
    const complete = { sequence: ++this.#sequence, timestamp: this.#stamp(), level: 'info', ...entry };
    this.#entries.push(complete);
    if (this.#entries.length > CAPACITY) this.#entries = this.#entries.slice(-CAPACITY / 2);
    for (const listener of this.#listeners) listener(complete);
  }

  /** The newest entries, oldest first. */
  page(filter: LogFilter): LogEntry[] {
    return this.#entries.filter((entry) => matches(entry, filter)).slice(-PAGE);
  }

  /** Calls back with the kept entries after the sequence number and with every later one, until it is unsubscribed. */
  subscribe(filter: LogFilter, after: number, onEntry: (entry: LogEntry) => void): () => void {
    const listener = (entry: LogEntry): void => {
      if (matches(entry, filter)) onEntry(entry);
    };
    this.#entries.filter((entry) => entry.sequence > after).forEach(listener);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** RFC 3339 with nanoseconds, as Fly stamps its entries; no two are the same. */
  #stamp(): string {
    const now = Math.round((performance.timeOrigin + performance.now()) * 1_000);
    this.#lastAt = Math.max(this.#lastAt + 1, now);
    const microseconds = String(this.#lastAt % 1_000).padStart(3, '0');
    return new Date(Math.floor(this.#lastAt / 1_000)).toISOString().replace('Z', `${microseconds}000Z`);
  }
}

function matches(entry: LogEntry, { app, instance, region }: LogFilter): boolean {
  if (entry.app !== app) return false;
  return instance ? entry.instance === instance : !region || entry.region === region;
}
