import type { Intake } from './intake.ts';
import type { PlacedRow, RowStore, Unplaced } from './row-store.ts';
import { compareTimes } from './time.ts';

export interface Woven {
  readonly woven: boolean;
  readonly rest: readonly Unplaced[];
}

/** Gives rows their places: lines at the end, events and what flyctl brings late by their time, marks where lines may be missing. */
export class Weaver {
  readonly #store: RowStore;
  readonly #intake: Pick<Intake, 'doubt' | 'settle'>;
  /** Events that came before any line. */
  #early: Unplaced[] = [];
  /** The time of the first row. */
  #oldest: number | undefined;
  #newest = -Infinity;
  /** The last gap that was marked, and the run of flyctl after it. */
  #gap: { readonly row: PlacedRow; readonly run: number } | undefined;

  constructor(store: RowStore, intake: Pick<Intake, 'doubt' | 'settle'>) {
    this.#store = store;
    this.#intake = intake;
  }

  /** Whether any row has its place. */
  get begun(): boolean {
    return this.#oldest !== undefined;
  }

  /**
   * Puts rows between others that came before but belong after them.
   * @param rows In the order of time.
   * @param catchingUp Whether lines that come late are those of a backfill. Otherwise they come from machines whose clocks
   * differ, and stay where they came.
   * @returns Whether there were any, and those for the end, which `append` takes.
   */
  weave(rows: readonly Unplaced[], catchingUp: boolean): Woven {
    const all = this.begun ? rows : this.#start(rows);
    const isLate = (row: Unplaced): boolean =>
      row.time < this.#newest && (catchingUp || row.kind === 'event');
    const late = all.filter((row) => isLate(row) && row.time >= (this.#oldest ?? 0));
    this.#store.weave(late);
    return { woven: late.length > 0, rest: all.filter((row) => !isLate(row)) };
  }

  /** @returns The rows and the marks of gaps before them. */
  append(rows: readonly Unplaced[]): readonly PlacedRow[] {
    const marked = this.#markGap(rows);
    for (const row of marked) {
      this.#store.push(row);
      if (row.kind !== 'gap' && row.time > this.#newest) this.#newest = row.time;
    }
    return marked;
  }

  /** @returns The events that came while there was no line, which then are the beginning. */
  takeEvents(): readonly Unplaced[] {
    const events = this.#early;
    this.#early = [];
    this.#oldest ??= events[0]?.time;
    return events;
  }

  /**
   * Takes the mark of the last gap away when a line comes again that is from before it.
   * @param run The run of flyctl that brought the line first.
   */
  disprove(run: number): boolean {
    if (!this.#gap || run >= this.#gap.run) return false;
    this.#store.remove(this.#gap.row);
    this.#gap = undefined;
    return true;
  }

  /** The first line is the beginning; what happened to machines before it is left out. */
  #start(rows: readonly Unplaced[]): readonly Unplaced[] {
    this.#early.push(...rows.filter(({ kind }) => kind === 'event'));
    const first = rows.find(({ kind }) => kind === 'line');
    if (!first) return [];
    this.#oldest = first.time;
    const events = this.#early.filter(({ time }) => time >= first.time);
    this.#early = [];
    return [...rows.filter(({ kind }) => kind === 'line'), ...events].sort(compareTimes);
  }

  #markGap(rows: readonly Unplaced[]): readonly PlacedRow[] {
    const { doubt } = this.#intake;
    const line = rows.find(({ kind }) => kind === 'line');
    if (!doubt || !line) return rows;
    const row: PlacedRow = { kind: 'gap', id: -1, from: doubt.since, to: line.time };
    this.#gap = { row, run: doubt.run };
    this.#intake.settle();
    const at = rows.indexOf(line);
    return [...rows.slice(0, at), row, ...rows.slice(at)];
  }
}
