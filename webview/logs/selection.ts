import type { LogRow } from '../../src/shared/logs.ts';
import { plainText } from './format.ts';

/**
 * Copies a selection that spans several rows as lines of text; by itself the browser puts every column on a line of
 * its own. A selection within one row is copied as it is.
 */
export function copySelectedRows(event: ClipboardEvent, rowAt: (index: number) => LogRow | undefined): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return;
  const rows = [...document.querySelectorAll<HTMLElement>('.row[data-index]')]
    .filter((node) => selection.containsNode(node, true))
    .map((node) => rowAt(Number(node.dataset['index'])))
    .filter((row) => row !== undefined);
  if (rows.length < 2) return;
  event.clipboardData?.setData('text/plain', rows.map(plainText).join('\n'));
  event.preventDefault();
}
