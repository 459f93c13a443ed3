import { element } from '../ui/dom.ts';
import type { Entry } from './model.ts';

const probeLength = 100;

/** Guesses how high a row is before it is drawn, from the size of a character and of the message's column. */
export class RowMetrics {
  readonly #characters = element('span', {}, '0'.repeat(probeLength));
  readonly #message = element('span', { class: 'message' }, this.#characters);
  readonly #probe = element(
    'div',
    { class: 'row line probe', 'aria-hidden': 'true' },
    element('time', {}, '0'),
    this.#message,
  );
  #rowHeight = 20;
  #lineHeight = 20;
  #columns = Number.POSITIVE_INFINITY;

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

  /** @param wrap Whether lines are broken that are longer than the column. */
  estimate({ lineLengths }: Entry, wrap: boolean): number {
    const lines = wrap
      ? lineLengths.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / this.#columns)), 0)
      : lineLengths.length;
    return this.#rowHeight + (lines - 1) * this.#lineHeight;
  }

  #read(): void {
    const characterWidth = this.#characters.getBoundingClientRect().width / probeLength;
    if (characterWidth === 0) return;
    this.#rowHeight = this.#probe.offsetHeight;
    this.#lineHeight = Number.parseFloat(getComputedStyle(this.#message).lineHeight);
    this.#columns = Math.max(1, Math.floor(this.#message.clientWidth / characterWidth));
  }
}
