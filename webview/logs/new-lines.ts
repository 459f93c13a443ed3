import * as l10n from '@vscode/l10n';
import { button, relabel } from '../ui/controls.ts';
import { icon } from '../ui/icons.ts';
import { count } from './format.ts';

/** Says how many lines came while the user reads older ones, and leads to them. */
export class NewLines {
  readonly node: HTMLElement;

  constructor(onClick: () => void) {
    this.node = button({ label: '', look: 'primary', onClick });
    this.node.classList.add('new-lines');
  }

  show(lines: number): void {
    this.node.hidden = lines === 0;
    if (lines > 0) relabel(this.node, labelOf(lines), icon('arrowDown'));
  }
}

function labelOf(lines: number): string {
  return lines === 1 ? l10n.t('1 new line') : l10n.t('{0} new lines', count(lines));
}
