import type { LogGap, LogLine, LogRow } from '../../src/shared/logs.ts';
import { stripAnsi } from './ansi.ts';
import { fold } from './highlight.ts';

/** A row with what is worked out once. */
export interface Entry {
  readonly row: LogRow;
  /** The text as it reads, without escapes; empty for a gap. */
  readonly plain: string;
  readonly folded: string;
  /** The length of each line of the text, in UTF-16 units. */
  readonly lineLengths: readonly number[];
}

/** The rows that the view holds, and those of them that the filter lets through. */
export class LogModel {
  #maxRows = 1;
  #filter = '';
  /** The filter without letter case. */
  #wanted = '';
  #entries: Entry[] = [];
  /** The same array as `#entries` while there is no filter. */
  #shown: Entry[] = this.#entries;
  #lines = 0;
  #matches = 0;
  readonly #machines = new Set<string>();

  /** What is on screen, oldest first: all gaps, and the lines that match the filter. */
  get shown(): readonly Entry[] {
    return this.#shown;
  }

  /** How many lines there are. */
  get lines(): number {
    return this.#lines;
  }

  /** How many lines match the filter. */
  get matches(): number {
    return this.#filter === '' ? this.#lines : this.#matches;
  }

  get filter(): string {
    return this.#filter;
  }

  /** The ids of the machines that have written a line. */
  get machines(): ReadonlySet<string> {
    return this.#machines;
  }

  /** The id of the newest row, on screen or not; -1 when there is none. */
  get lastId(): number {
    return this.#entries.at(-1)?.row.id ?? -1;
  }

  /** How many lines on screen came after the row with this id. */
  linesAfter(id: number): number {
    let lines = 0;
    for (let index = this.#shown.length - 1; index >= 0; index--) {
      const row = this.#shown[index]?.row;
      if (!row || row.id <= id) break;
      if (row.kind === 'line') lines++;
    }
    return lines;
  }

  /** Forgets everything. */
  reset(maxRows: number): void {
    this.#maxRows = maxRows;
    this.#machines.clear();
    this.clear();
  }

  clear(): void {
    this.#entries = [];
    this.#lines = 0;
    this.#refilter();
  }

  append(rows: readonly LogRow[]): void {
    for (const row of rows) {
      const entry = toEntry(row);
      this.#entries.push(entry);
      if (row.kind === 'line') {
        this.#lines++;
        this.#machines.add(row.machine);
      }
      if (this.#shown !== this.#entries && this.#isShown(entry)) {
        this.#shown.push(entry);
        if (row.kind === 'line') this.#matches++;
      }
    }
  }

  /** Shows only lines that contain the text, letter case aside; an empty text shows all. */
  setFilter(text: string): void {
    this.#filter = text;
    this.#wanted = fold(text);
    this.#refilter();
  }

  /**
   * Forgets the oldest rows when there are more than `maxRows`, a tenth of it at least, so that it is seldom.
   * @param slack How many times `maxRows` is fine, so that what somebody reads is not taken away at once.
   * @returns Whether there were.
   */
  trim(slack = 1): boolean {
    if (this.#entries.length <= this.#maxRows * slack * 1.1) return false;
    const dropped = this.#entries.splice(0, this.#entries.length - Math.floor(this.#maxRows * slack));
    this.#lines -= dropped.filter(({ row }) => row.kind === 'line').length;
    this.#refilter();
    return true;
  }

  #isShown({ row, folded }: Entry): boolean {
    return row.kind === 'gap' || folded.includes(this.#wanted);
  }

  #refilter(): void {
    if (this.#wanted === '') {
      this.#shown = this.#entries;
      return;
    }
    this.#shown = this.#entries.filter((entry) => this.#isShown(entry));
    this.#matches = this.#shown.filter(({ row }) => row.kind === 'line').length;
  }
}

function toEntry(row: LogLine | LogGap): Entry {
  const plain = row.kind === 'line' ? stripAnsi(row.text) : '';
  const lineLengths = plain.includes('\n') ? plain.split('\n').map((line) => line.length) : [plain.length];
  return { row, plain, folded: fold(plain), lineLengths };
}
