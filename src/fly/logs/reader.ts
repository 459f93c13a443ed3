import type { LogEntry } from '../model.ts';
import { toLogEntry } from './entry.ts';
import { PrintedEntries } from './printed.ts';
import { findObjectEnd, isIndented } from './scan.ts';

/** What has no end in sight is dropped at this size, in bytes, so that it cannot fill the memory. */
const maxPending = 4 * 1024 * 1024;
const nothing: Buffer = Buffer.alloc(0);

/**
 * Reads the output of `flyctl logs --json` while it arrives: JSON objects back to back, indented by four spaces
 * (flyctl's `render.JSON`), cut into chunks anywhere, also inside a character. Objects on one line are read too.
 *
 * The bytes are searched as a text of one character for each, because that is quick to make and to search, and what
 * JSON is made of reads the same in it.
 */
export class LogReader {
  readonly #printed = new PrintedEntries();
  #pending = nothing;
  /** No object ends before this index of `#pending`. */
  #searched = 0;

  /**
   * What cannot be read costs no more than its own object.
   * @returns The entries that `chunk` completes. Another list begins wherever an object could not be read.
   */
  push(chunk: Uint8Array): LogEntry[][] {
    const batches: LogEntry[][] = [[]];
    const bytes = Buffer.concat([this.#pending, chunk]);
    const text = bytes.toString('latin1');
    let start = 0;
    for (;;) {
      start = text.indexOf('{', start);
      if (start === -1) break;
      const end = findObjectEnd(text, start, Math.max(start, this.#searched));
      if (end === -1) break;
      const entry = this.#printed.read(bytes, text, start);
      if (entry) batches.at(-1)?.push(entry);
      else read(bytes.toString('utf8', start, end), batches);
      start = end;
    }
    if (!this.#keep(start === -1 ? nothing : bytes.subarray(start))) batches.push([]);
    return batches;
  }

  /** @returns Whether the rest is kept. */
  #keep(rest: Buffer): boolean {
    const fits = rest.length <= maxPending;
    this.#pending = fits ? rest : nothing;
    // The end mark of an object, `\n}`, may be cut in two.
    this.#searched = Math.max(0, this.#pending.length - 1);
    return fits;
  }
}

/** Reads what should be one object; when that was cut off by the next one, at least the next one is read. */
function read(text: string, batches: LogEntry[][]): void {
  const whole = parse(text);
  if (whole !== undefined) return add(whole, batches);
  // In indented output only an object at the outside has its first key four spaces in.
  const last = text.lastIndexOf('{\n    "');
  if (last > 0 || isIndented(text, 0)) batches.push([]);
  if (last > 0) add(parse(text.slice(last)), batches);
}

function add(value: unknown, batches: LogEntry[][]): void {
  const entry = toLogEntry(value);
  if (entry) batches.at(-1)?.push(entry);
}

/** @returns `undefined` when the text is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
