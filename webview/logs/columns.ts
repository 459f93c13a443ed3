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
    this.#setWidth(
      '--source-width',
      sources.map(({ label }) => label),
      5,
    );
    if (shown === this.#shown) return false;
    this.#shown = shown;
    this.#names = new Map(machines.map(({ value, label }) => [value, label]));
    this.#rows.classList.toggle('several-machines', machines.length > 1);
    this.#rows.classList.toggle('several-regions', regions.length > 1);
    this.#setWidth('--machine-width', [...this.#names.values()], 0);
    return true;
  }

  /** As wide as the longest value, within reason. */
  #setWidth(variable: string, values: readonly string[], least: number): void {
    const longest = values.reduce((most, { length }) => Math.max(most, length), least);
    this.#rows.style.setProperty(variable, `${Math.min(longest, widestName)}ch`);
  }
}
