import type { LogRow } from '../../src/shared/logs.ts';
import { element } from '../ui/dom.ts';
import { stripAnsi } from './ansi.ts';
import type { Look } from './look.ts';

const probeLength = 100;
/** The typical height is that of about as many rows as were estimated last. */
const memory = 200;

/** Guesses how high a row is before it is drawn, from the size of a character and of the message's column. */
export class RowMetrics {
  readonly #characters = element('span', {}, '0'.repeat(probeLength));
  readonly #message = element('div', { class: 'message' }, this.#characters);
  readonly #probe = element(
    'div',
    { class: 'row line probe', role: 'presentation', 'aria-hidden': 'true' },
    element('time', {}, '0'),
    this.#message,
  );
  #rowHeight = 20;
  #lineHeight = 20;
  #columns = Number.POSITIVE_INFINITY;
  #typical = 20;

  /**
   * @param parent Where rows are drawn.
   * @param onChange Called when the guesses of before are out of date.
   */
  constructor(parent: HTMLElement, onChange: () => void) {
    parent.append(this.#probe);
    new ResizeObserver(() => {
      this.#read();
      onChange();
    }).observe(this.#message);
  }

  /** The height of a row of one line. */
  get rowHeight(): number {
    return this.#rowHeight;
  }

  /** @param row Nothing when it has not come yet. */
  estimate(row: LogRow | undefined, { wrap, fold }: Look): number {
    if (!row) return Math.round(this.#typical);
    if (row.kind !== 'line') return this.#rowHeight;
    const all = stripAnsi(row.text).split('\n');
    const shown = fold ? all.slice(0, 1) : all;
    const lines = shown.reduce(
      (sum, { length }) => sum + (wrap ? this.#linesOf(length) : 1),
      row.chip ? 1 : 0,
    );
    const height = this.#rowHeight + (lines - 1) * this.#lineHeight;
    this.#typical += (height - this.#typical) / memory;
    return height;
  }

  #linesOf(length: number): number {
    return Math.max(1, Math.ceil(length / this.#columns));
  }

  #read(): void {
    const characterWidth = this.#characters.getBoundingClientRect().width / probeLength;
    if (characterWidth === 0) return;
    this.#rowHeight = this.#probe.offsetHeight;
    this.#lineHeight = Number.parseFloat(getComputedStyle(this.#message).lineHeight);
    this.#columns = Math.max(1, Math.floor(this.#message.clientWidth / characterWidth));
    this.#typical = this.#rowHeight;
  }
}
