import * as l10n from '@vscode/l10n';
import type { LogChip } from '../../src/shared/logs.ts';
import { element } from '../ui/dom.ts';
import { explain } from '../ui/hover-card.ts';
import { icon, type IconName } from '../ui/icons.ts';

const icons: Readonly<Record<LogChip['tone'], IconName>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  good: 'pass',
};

/** Below a line: what it means, in a few words, the explanation when asked for, and what can be done. */
export function renderChip({ tone, title, explanation, action }: LogChip, act: () => void): HTMLElement {
  const meaning = element(
    'span',
    { class: 'meaning', role: 'note', tabindex: '-1', 'aria-label': l10n.t('{0}: {1}', title, explanation) },
    icon(icons[tone]),
    element('span', {}, title),
  );
  explain(meaning, explanation);
  const chip = element('div', { class: `chip tone-${tone}` }, meaning);
  if (action !== undefined) {
    const made = element('button', { class: 'control-link', type: 'button', tabindex: '-1' }, action);
    made.addEventListener('click', act);
    chip.append(made);
  }
  return chip;
}
