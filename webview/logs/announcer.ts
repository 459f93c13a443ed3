import * as l10n from '@vscode/l10n';
import type { LogRow } from '../../src/shared/logs.ts';
import { element } from '../ui/dom.ts';
import { stripAnsi } from './ansi.ts';
import { count, gapText } from './format.ts';

/** How often it speaks, and up to how many lines it reads; of more it says the number. */
const everyMs = 2_000;
const mostLines = 3;

/** Tells screen readers of lines as they come, in portions that can be listened to. */
export class Announcer {
  readonly node = element('div', { class: 'spoken', 'aria-live': 'polite' });
  /** The position behind the last row that it knows of. */
  #end = 0;
  #rows: LogRow[] = [];
  #timer: number | undefined;

  /** What is before this position is not new. */
  begin(end: number): void {
    this.#end = end;
  }

  /**
   * Rows came at these positions, `to` not included.
   * @param rowAt Nothing where no row is known.
   * @param aloud Whether they are to be told.
   */
  hear(from: number, to: number, rowAt: (position: number) => LogRow | undefined, aloud: boolean): void {
    const start = Math.max(from, this.#end);
    this.#end = Math.max(this.#end, to);
    if (!aloud) return;
    for (let position = start; position < to; position++) {
      const row = rowAt(position);
      if (row) this.#rows.push(row);
    }
    if (this.#rows.length > 0) this.#timer ??= window.setTimeout(() => this.#speak(), everyMs);
  }

  /** Forgets what it has not said yet. */
  hush(): void {
    this.#rows = [];
    this.node.textContent = '';
  }

  #speak(): void {
    this.#timer = undefined;
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length > mostLines) this.node.textContent = l10n.t('{0} new lines', count(rows.length));
    else this.node.replaceChildren(...rows.map((row) => element('p', {}, spoken(row))));
  }
}

function spoken(row: LogRow): string {
  switch (row.kind) {
    case 'line':
      return row.chip ? `${stripAnsi(row.text)} ${row.chip.title}` : stripAnsi(row.text);
    case 'event':
      return row.text;
    case 'gap':
      return gapText(row, false);
  }
}
