import type { LineRow, LogRow } from '../../fly/logs/session.ts';
import type { LogQuery } from '../../shared/logs.ts';
import { describeEvent, isBadEvent } from './events.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { levelOf } from './present.ts';
import { SlidingList } from './sliding-list.ts';

/** What lines can be told apart by. */
const traits = {
  levels: (line: LineRow) => levelOf(line.level),
  machines: (line: LineRow) => line.instance,
  regions: (line: LineRow) => line.region,
  sources: (line: LineRow) => line.provider,
} as const;

export type Trait = keyof typeof traits;

const traitNames: readonly Trait[] = ['levels', 'machines', 'regions', 'sources'];

/** How many lines have a value. */
export interface Tally {
  lines: number;
}

interface Shown {
  readonly row: LogRow;
  /** Whether the text of the query matches. */
  readonly isHit: boolean;
  /** Whether it counts as a line that the text lets through. */
  readonly counts: boolean;
  /** How many lines were let through before it. */
  readonly passed: number;
}

/**
 * What one query lets through of a log, and how many lines of which kind there are. Rows come at the end and are dropped at
 * the beginning; the position of a row that is let through never changes. Another query needs another index.
 */
export class LogIndex {
  readonly #query: LogQuery;
  readonly #matcher: Matcher;
  readonly #hidden: Readonly<Record<Trait, ReadonlySet<string>>>;
  /** Those of which something is hidden. */
  readonly #filtered: readonly Trait[];
  readonly #kept = new SlidingList<LogRow>();
  readonly #shown = new SlidingList<Shown>();
  readonly #counts: Readonly<Record<Trait, Map<string, Tally>>> = {
    levels: new Map(),
    machines: new Map(),
    regions: new Map(),
    sources: new Map(),
  };
  #lines = 0;
  #matches = 0;
  #passed = 0;

  constructor(query: LogQuery) {
    const { levels, machines, regions, sources } = query.hidden;
    this.#query = query;
    this.#matcher = createMatcher(query);
    this.#hidden = {
      levels: new Set(levels),
      machines: new Set(machines),
      regions: new Set(regions),
      sources: new Set(sources),
    };
    this.#filtered = traitNames.filter((trait) => this.#hidden[trait].size > 0);
  }

  /** The position of the oldest row that is let through. */
  get first(): number {
    return this.#shown.first;
  }

  /** The position after the newest. */
  get end(): number {
    return this.#shown.end;
  }

  /** How many lines are kept. */
  get lines(): number {
    return this.#lines;
  }

  /** How many of those that the toggles let through the text lets through, too. */
  get matches(): number {
    return this.#matches;
  }

  /** How many lines were ever let through. */
  get passed(): number {
    return this.#passed;
  }

  /** Why the text is no expression to search for. */
  get problem(): string | undefined {
    return this.#matcher.problem;
  }

  /** How many of the kept lines have each value. */
  count(trait: Trait): ReadonlyMap<string, Tally> {
    return this.#counts[trait];
  }

  /** Adds rows that are newer than all others. */
  append(rows: Iterable<LogRow>): void {
    const candidates: LogRow[] = [];
    for (const row of rows) {
      this.#kept.push(row);
      if (row.kind === 'line') this.#tally(row, 1);
      if (this.#isToggledOn(row)) candidates.push(row);
    }
    // Reading the message of a line masks it, which takes longer than all else here.
    const hits = this.#query.text === '' ? undefined : this.#matcher.test(candidates.map(textOf));
    for (const [index, row] of candidates.entries()) this.#admit(row, hits?.[index] ?? true);
  }

  /** Drops the rows that are older than the one with this id. */
  dropBefore(id: number): void {
    for (let row = this.#kept.at(this.#kept.first); row && row.id < id;) {
      this.#kept.shift();
      if (row.kind === 'line') this.#tally(row, -1);
      row = this.#kept.at(this.#kept.first);
    }
    for (let next = this.#shown.at(this.#shown.first); next && next.row.id < id;) {
      this.#shown.shift();
      if (next.counts) this.#matches--;
      next = this.#shown.at(this.#shown.first);
    }
  }

  /** The rows from a position up to, not including, another one; those that are there. */
  rows(from: number, to: number): LogRow[] {
    return this.#shown.slice(from, to).map(({ row }) => row);
  }

  /** All rows that are kept, whatever the query says of them. */
  all(): LogRow[] {
    return this.#kept.slice(this.#kept.first, this.#kept.end);
  }

  /** The row with this id, let through or not. */
  find(id: number): LogRow | undefined {
    const row = this.#kept.at(this.#kept.search((candidate) => candidate.id >= id));
    return row?.id === id ? row : undefined;
  }

  /** Where the row with this id, or the next one that is let through, is. */
  locate(id: number): number | undefined {
    const position = this.#shown.search(({ row }) => row.id >= id);
    return position < this.end ? position : undefined;
  }

  /** How many lines were let through before a position; all when it is not there yet. */
  passedBefore(position: number | undefined): number {
    const shown = position === undefined ? undefined : this.#shown.at(position);
    return shown?.passed ?? this.#passed;
  }

  /** The nearest row that the text matches after, or before, a position; after the last one comes the first. */
  nextHit(from: number, direction: 'next' | 'previous'): number | undefined {
    const size = this.end - this.first;
    if (this.#query.text === '' || size === 0) return undefined;
    const step = direction === 'next' ? 1 : -1;
    const outside = direction === 'next' ? this.first - 1 : this.end;
    const start = from < this.first || from >= this.end ? outside : from;
    for (let distance = 1; distance <= size; distance++) {
      const offset = (((start - this.first + step * distance) % size) + size) % size;
      if (this.#shown.at(this.first + offset)?.isHit) return this.first + offset;
    }
    return undefined;
  }

  #admit(row: LogRow, matches: boolean): void {
    const { text, invert, findOnly } = this.#query;
    const isInverted = invert && !findOnly && text !== '' && this.problem === undefined;
    const passes = isInverted ? !matches : matches;
    const counts = passes && row.kind === 'line';
    if (!passes && !findOnly && row.kind !== 'gap') return;
    this.#shown.push({ row, isHit: matches && row.kind !== 'gap', counts, passed: this.#passed });
    if (counts) this.#matches++;
    if (row.kind === 'line') this.#passed++;
  }

  #isToggledOn(row: LogRow): boolean {
    if (row.kind === 'gap') return true;
    const hidden = this.#hidden;
    if (row.kind === 'line') return this.#filtered.every((trait) => !hidden[trait].has(traits[trait](row)));
    const level = isBadEvent(row.event) ? 'error' : 'info';
    return !hidden.levels.has(level) && !hidden.machines.has(row.machine) && !hidden.regions.has(row.region);
  }

  #tally(line: LineRow, by: 1 | -1): void {
    this.#lines += by;
    for (const trait of traitNames) {
      const counts = this.#counts[trait];
      const value = traits[trait](line);
      let tally = counts.get(value);
      if (!tally) counts.set(value, (tally = { lines: 0 }));
      tally.lines += by;
      if (tally.lines === 0) counts.delete(value);
    }
  }
}

function textOf(row: LogRow): string {
  switch (row.kind) {
    case 'line':
      return row.message;
    case 'event':
      return describeEvent(row.event);
    case 'gap':
      return '';
  }
}
