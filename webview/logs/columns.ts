import type { LogExtent } from '../../src/shared/logs.ts';

/** In characters. */
const widestName = 20;

/** Which columns there are: those of machine and region only when there are several. */
export class Columns {
  readonly #rows: HTMLElement;
  #names: ReadonlyMap<string, string> = new Map();
  #shown = '';

  /** @param rows Where rows are drawn. */
  constructor(rows: HTMLElement) {
    this.#rows = rows;
  }

  machineName(machine: string): string {
    return this.#names.get(machine) ?? machine;
  }

  /** @returns Whether rows that are drawn already have to be drawn anew. */
  show({ machines, regions, sources }: LogExtent): boolean {
    const shown = JSON.stringify([machines.map(({ value, label }) => [value, label]), regions.length > 1]);
    // One more for the edges of the labels.
    this.#setWidth('--source-width', Math.max(5, 1 + longest(sources.map(({ label }) => label))));
    if (shown === this.#shown) return false;
    this.#shown = shown;
    this.#names = new Map(machines.map(({ value, label }) => [value, label]));
    this.#rows.classList.toggle('several-machines', machines.length > 1);
    this.#rows.classList.toggle('several-regions', regions.length > 1);
    this.#setWidth('--machine-width', longest([...this.#names.values()]));
    return true;
  }

  /** @param characters How many there should be room for. */
  #setWidth(variable: string, characters: number): void {
    this.#rows.style.setProperty(variable, `${Math.min(characters, widestName)}ch`);
  }
}

function longest(values: readonly string[]): number {
  return values.reduce((most, { length }) => Math.max(most, length), 0);
}
