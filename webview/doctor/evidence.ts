import * as l10n from '@vscode/l10n';
import type { ReportEvidence } from '../../src/shared/doctor.ts';
import { linkButton } from '../ui/controls.ts';
import { element } from '../ui/dom.ts';

/** More than this folds: enough to see what it is about, and little enough to see the next finding. */
const shownLines = 8;
const shownCharacters = 800;

/** What was seen, word for word, and where. What is long shows its beginning, and the rest on demand. */
export function renderEvidence({ text, source }: ReportEvidence): HTMLElement {
  const start = beginningOf(text);
  const words = element('pre', {}, start);
  const figure = element('figure', { class: 'evidence' }, element('figcaption', {}, source), words);
  if (start === text) return figure;
  const toggle = linkButton('', () => show(toggle.ariaExpanded !== 'true'));
  const show = (all: boolean): void => {
    words.textContent = all ? text : `${start}…`;
    toggle.ariaExpanded = String(all);
    toggle.textContent = all ? l10n.t('Show less') : moreLabel(text);
  };
  show(false);
  figure.append(toggle);
  return figure;
}

function beginningOf(text: string): string {
  const lines = text.split('\n');
  const start = lines.length > shownLines + 1 ? lines.slice(0, shownLines).join('\n') : text;
  return start.length > shownCharacters * 1.25 ? start.slice(0, shownCharacters) : start;
}

function moreLabel(text: string): string {
  const lines = text.split('\n').length;
  return lines > shownLines + 1 ? l10n.t('Show all {0} lines', lines) : l10n.t('Show all');
}
