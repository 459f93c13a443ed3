import type { LogEntry } from '../model.ts';
import { toLogEntry } from './entry.ts';
import { findObjectEnd } from './scan.ts';

/** Text without an end in sight is dropped at this length, in UTF-16 units, so that it cannot fill the memory. */
const maxPending = 4 * 1024 * 1024;

/**
 * Reads the output of `flyctl logs --json` while it arrives: JSON objects back to back, indented by four spaces
 * (flyctl's `render.JSON`), cut into chunks anywhere, also inside a character. Objects on one line are read too.
 */
export class LogReader {
  readonly #decoder = new TextDecoder();
  #pending = '';
  /** No object ends before this index of `#pending`. */
  #searched = 0;

  /** @returns The entries that `chunk` completes. What cannot be read costs no more than its own object. */
  push(chunk: Uint8Array): LogEntry[] {
    this.#pending += this.#decoder.decode(chunk, { stream: true });
    const entries: LogEntry[] = [];
    const text = this.#pending;
    let start = 0;
    for (;;) {
      start = text.indexOf('{', start);
      if (start === -1) break;
      const end = findObjectEnd(text, start, Math.max(start, this.#searched));
      if (end === -1) break;
      const entry = parse(text, start, end);
      if (entry) entries.push(entry);
      start = end;
    }
    this.#keep(start === -1 ? '' : text.slice(start));
    return entries;
  }

  #keep(rest: string): void {
    this.#pending = rest.length > maxPending ? '' : rest;
    // The end mark of an object, `\n}`, may be cut in two.
    this.#searched = Math.max(0, this.#pending.length - 1);
  }
}

/** Reads `text[start, end)`; when an object in it was cut off by the next one, at least the next one is read. */
function parse(text: string, start: number, end: number): LogEntry | undefined {
  const found = text.slice(start, end);
  const whole = parseObject(found);
  if (whole) return whole;
  // In indented output only an object at the outside has its first key four spaces in.
  const last = found.lastIndexOf('{\n    "');
  return last > 0 ? parseObject(found.slice(last)) : undefined;
}

function parseObject(text: string): LogEntry | undefined {
  try {
    return toLogEntry(JSON.parse(text));
  } catch {
    return undefined;
  }
}
