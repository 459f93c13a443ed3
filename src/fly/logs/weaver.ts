import type { Intake } from './intake.ts';
import type { PlacedRow, RowStore, Unplaced } from './row-store.ts';
import { compareTimes } from './time.ts';

export interface Placement {
  /** Rows at the end. */
  readonly appended: readonly PlacedRow[];
  /** Whether rows came between others. */
  readonly rearranged: boolean;
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
   * @param rows In the order of time.
   * @param catchingUp Whether lines that come late are those of a backfill. Otherwise they come from machines whose clocks
   * differ, and stay where they came.
   */
  place(rows: readonly Unplaced[], catchingUp: boolean): Placement {
    const all = this.begun ? rows : this.#start(rows);
    const isLate = (row: Unplaced): boolean =>
      row.time < this.#newest && (catchingUp || row.kind === 'event');
    const late = all.filter((row) => isLate(row) && row.time >= (this.#oldest ?? 0));
    this.#store.weave(late);
    const appended: PlacedRow[] = all.filter((row) => !isLate(row));
    this.#markGap(appended);
    for (const row of appended) this.#append(row);
    return { appended, rearranged: late.length > 0 };
  }

  /** Places events although there is no line. */
  placeEarly(): Placement {
    const early = this.#early;
    this.#early = [];
    this.#oldest ??= early[0]?.time;
    return this.place(early, false);
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

  #markGap(rows: PlacedRow[]): void {
    const { doubt } = this.#intake;
    const at = rows.findIndex(({ kind }) => kind === 'line');
    const line = rows[at];
    if (!doubt || line?.kind !== 'line') return;
    const row: PlacedRow = { kind: 'gap', id: -1, from: doubt.since, to: line.time };
    rows.splice(at, 0, row);
    this.#gap = { row, run: doubt.run };
    this.#intake.settle();
  }

  #append(row: PlacedRow): void {
    this.#store.push(row);
    if (row.kind !== 'gap' && row.time > this.#newest) this.#newest = row.time;
  }
}
