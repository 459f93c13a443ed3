import type { LogEntry } from '../model.ts';
import type { LineRow } from './rows.ts';

/**
 * A line that masks its message when it is first read: most lines of a busy log are dropped before anybody sees them,
 * and looking for secrets takes longer than all else that is done with a line.
 */
export class Line implements LineRow {
  readonly kind = 'line';
  id = -1;
  readonly time: number;
  readonly timestamp: string;
  readonly instance: string;
  readonly region: string;
  readonly level: string;
  readonly provider: string;
  readonly #message: string;
  readonly #redact: (text: string) => string;
  #masked: string | undefined;

  constructor(entry: LogEntry, time: number, redact: (text: string) => string) {
    this.time = time;
    this.timestamp = entry.timestamp;
    this.instance = entry.instance;
    this.region = entry.region;
    this.level = entry.level;
    this.provider = entry.provider;
    this.#message = entry.message;
    this.#redact = redact;
  }

  get message(): string {
    return (this.#masked ??= this.#redact(this.#message));
  }

  get raw(): string | undefined {
    return this.message === this.#message ? undefined : this.#message;
  }

  /** In UTF-16 units, without masks. */
  get length(): number {
    return this.#message.length;
  }
}
