import { Ring } from '../../core/ring.ts';
import { Line } from './line.ts';
import type { EventRow, GapRow, LogRow, LogRows } from './rows.ts';

export interface RowLimits {
  readonly maxLines: number;
  /** About. */
  readonly maxBytes: number;
}

type Numbered<R extends LogRow> = Omit<R, 'id'> & { id: number };

/** A row that waits for its place, which sets its id. */
export type Unplaced = Line | Numbered<EventRow>;

export type PlacedRow = Unplaced | Numbered<GapRow>;

/** About what a row costs beside its message, in bytes. */
const rowBytes = 256;

/** The rows of a session, oldest first, up to a number and a size. */
export class RowStore implements LogRows {
  readonly #ring: Ring<PlacedRow>;
  #nextId = 0;

  constructor({ maxLines, maxBytes }: RowLimits) {
    this.#ring = new Ring({ capacity: maxLines, maxWeight: maxBytes, weigh: bytesOf });
  }

  get first(): number {
    return this.#ring.first;
  }

  get end(): number {
    return this.#ring.end;
  }

  at(position: number): LogRow | undefined {
    return this.#ring.at(position);
  }

  positionOf(id: number): number {
    let low = this.first;
    let high = this.end;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#ring.at(middle)?.id ?? id) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  [Symbol.iterator](): Iterator<LogRow> {
    return this.#ring[Symbol.iterator]();
  }

  push(row: PlacedRow): void {
    row.id = this.#nextId++;
    this.#ring.push(row);
  }

  /**
   * Puts rows where they belong by their time, with ids between those around them.
   * @param late In the order of time.
   */
  weave(late: readonly Unplaced[]): void {
    const [oldest] = late;
    if (!oldest) return;
    const newer = this.#ring.truncate(this.#placeFor(timeOf(oldest)));
    let next = newer.length > 0 ? newer[0] : undefined;
    let at = 0;
    for (const row of late) {
      for (; next && timeOf(next) <= timeOf(row); next = newer[++at]) this.#ring.push(next);
      const before = this.#ring.at(this.end - 1)?.id;
      row.id = next ? between(before, next.id) : this.#nextId++;
      this.#ring.push(row);
    }
    for (; next; next = newer[++at]) this.#ring.push(next);
  }

  remove(row: PlacedRow): void {
    const position = this.positionOf(row.id);
    if (this.#ring.at(position) !== row) return;
    for (const newer of this.#ring.truncate(position).slice(1)) this.#ring.push(newer);
  }

  clear(): void {
    this.#ring.clear();
  }

  /** The position after the last row that is not newer. */
  #placeFor(time: number): number {
    let position = this.end;
    for (
      let row = this.#ring.at(position - 1);
      row && timeOf(row) > time;
      row = this.#ring.at(position - 1)
    ) {
      position--;
    }
    return position;
  }
}

function between(before: number | undefined, after: number): number {
  return before === undefined ? after - 1 : (before + after) / 2;
}

function timeOf(row: PlacedRow): number {
  return row.kind === 'gap' ? row.to : row.time;
}

/** Strings count as two bytes a character, which is the most that they take. */
function bytesOf(row: PlacedRow): number {
  return row.kind === 'line' ? rowBytes + 2 * row.length : rowBytes;
}
