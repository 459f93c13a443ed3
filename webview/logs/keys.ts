import type { LogQuery } from '../../src/shared/logs.ts';
import { hideExplanation } from '../ui/hover-card.ts';
import type { LogRows } from './rows.ts';
import type { SearchBox } from './search.ts';

export interface KeyOptions {
  readonly rows: Pick<LogRows, 'node' | 'cursor' | 'find' | 'key'>;
  readonly search: Pick<SearchBox, 'focus' | 'isField'>;
  readonly query: () => LogQuery;
  readonly ask: (query: LogQuery) => void;
}

/** Answers to the keys of the log view, wherever the focus is. */
export function listenToKeys(options: KeyOptions): void {
  document.addEventListener('keydown', (event) => {
    if (!event.defaultPrevented && answer(event, options)) event.preventDefault();
  });
}

/** @returns Whether the key means something here. */
function answer(event: KeyboardEvent, options: KeyOptions): boolean {
  const { key, target, shiftKey, ctrlKey, metaKey } = event;
  const { rows, search, query } = options;
  const find = (): void => rows.find(shiftKey ? 'previous' : 'next');
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'f') search.focus();
  else if (key === 'F3') find();
  else if (key === 'Escape') return escape(options);
  else if (search.isField(target) && key === 'Enter' && query().findOnly) find();
  else if (search.isField(target) && (key === 'Enter' || key === 'ArrowDown')) rows.node.focus();
  else if (target instanceof Node && rows.node.contains(target)) return rows.key(event);
  else return false;
  return true;
}

/** Ends one thing at a time. */
function escape({ rows, query, ask }: KeyOptions): boolean {
  if (hideExplanation()) return true;
  if (rows.cursor.isExtended) rows.cursor.collapse();
  else if (query().text !== '') ask({ ...query(), text: '' });
  else return false;
  return true;
}
