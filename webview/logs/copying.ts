import type { FromLogView } from '../../src/shared/logs.ts';
import type { Range } from './cursor.ts';
import type { LogRows } from './rows.ts';

/** Whether Ctrl+C means rows, and no text. */
export function takesCopy(rows: LogRows): boolean {
  return rowsToCopy(rows) !== undefined;
}

/**
 * Copies the rows that are selected, or in which text is selected, as lines; by itself the browser puts every column on a
 * line of its own. Text selected within one row is copied as it is.
 */
export function copySelection(
  event: ClipboardEvent,
  rows: LogRows,
  post: (message: FromLogView) => void,
): void {
  const selection = rowsToCopy(rows);
  if (!selection) return;
  event.preventDefault();
  post({ type: 'copy', selection, as: 'text' });
}

function rowsToCopy({ node, list, cursor }: LogRows): Range | undefined {
  const selection = document.getSelection();
  if (selection && !selection.isCollapsed) {
    const selected = [...list.drawn].filter(([, row]) => selection.containsNode(row, true));
    const positions = selected.map(([position]) => position);
    if (positions.length < 2) return undefined;
    return { from: Math.min(...positions), to: Math.max(...positions) + 1 };
  }
  return node.contains(document.activeElement) ? cursor.selection : undefined;
}
