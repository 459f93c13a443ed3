import * as l10n from '@vscode/l10n';
import type { LogRow, LogSelection } from '../../src/shared/logs.ts';
import type { Menu, MenuEntry } from '../ui/menu.ts';
import { stripAnsi } from './ansi.ts';
import type { Range } from './cursor.ts';
import { foldingOf } from './fold.ts';
import { count } from './format.ts';
import type { RowLook } from './row.ts';

export interface RowMenuActions {
  copy(selection: LogSelection, as: 'text' | 'json'): void;
  save(selection: LogSelection): void;
  openInEditor(selection: LogSelection): void;
}

/** What can be done with the selected rows, and with the row that the menu belongs to. */
export function rowMenu(
  row: LogRow | undefined,
  selection: Range,
  look: RowLook,
  { copy, save, openInEditor }: RowMenuActions,
): Menu {
  const lines = selection.to - selection.from;
  const text = document.getSelection()?.toString() ?? '';
  const special = row?.kind === 'line' ? lineEntries(row, look) : [];
  const copyText: MenuEntry = { label: l10n.t('Copy Text'), run: () => document.execCommand('copy') };
  return [
    ...(text === '' ? [] : [copyText]),
    {
      label: lines === 1 ? l10n.t('Copy Line') : l10n.t('Copy {0} Lines', count(lines)),
      icon: 'copy',
      run: () => copy(selection, 'text'),
    },
    { label: l10n.t('Copy as JSON'), icon: 'json', run: () => copy(selection, 'json') },
    { label: l10n.t('Save…'), icon: 'save', run: () => save(selection) },
    { label: l10n.t('Open in Editor'), icon: 'goToFile', run: () => openInEditor(selection) },
    ...(special.length > 0 ? (['line', ...special] as const) : []),
  ];
}

function lineEntries(row: LogRow & { readonly kind: 'line' }, look: RowLook): MenuEntry[] {
  const { id, text, masked, chip } = row;
  const entries: MenuEntry[] = [];
  if (foldingOf(stripAnsi(text)))
    entries.push({ label: l10n.t('Fold or Unfold Message'), run: () => look.toggleFold(id) });
  if (masked) {
    const label = look.revealed(id) === undefined ? l10n.t('Reveal Secret') : l10n.t('Hide Secret');
    entries.push({ label, icon: 'eye', run: () => look.toggleReveal(id) });
  }
  if (chip?.action !== undefined) entries.push({ label: chip.action, run: () => look.act(id) });
  return entries;
}
