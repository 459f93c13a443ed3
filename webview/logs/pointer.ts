import { type Menu, openMenu } from '../ui/menu.ts';
import type { VirtualList } from '../ui/virtual-list.ts';
import type { Range, RowCursor } from './cursor.ts';

export interface PointerOptions {
  /** Holds the rows. */
  readonly node: HTMLElement;
  readonly list: Pick<VirtualList, 'drawn'>;
  readonly cursor: RowCursor;
  readonly menu: (position: number, selection: Range) => Menu;
}

/** Selects rows with the mouse, and opens their menu, also with the keyboard. */
export function listenToPointer(options: PointerOptions): void {
  const { node, cursor } = options;
  node.addEventListener('mousedown', (event) => press(event, cursor));
  node.addEventListener('contextmenu', (event) => openRowMenu(event, options));
}

function press(event: MouseEvent, cursor: RowCursor): void {
  const position = positionOf(event.target);
  if (position === undefined || event.button !== 0) return;
  if (event.shiftKey) event.preventDefault();
  cursor.moveTo(position, event.shiftKey);
}

function openRowMenu(event: MouseEvent, { node, list, cursor, menu }: PointerOptions): void {
  const position = positionOf(event.target) ?? cursor.position;
  if (position === undefined) return;
  event.preventDefault();
  const { from, to }: Range = cursor.selection ?? { from: 0, to: 0 };
  if (position < from || position >= to) cursor.moveTo(position);
  const row = list.drawn.get(position) ?? node;
  const isMouse = event.button === 2;
  const box = isMouse ? new DOMRect(event.clientX, event.clientY, 0, 0) : row.getBoundingClientRect();
  const selection = cursor.selection ?? { from: position, to: position + 1 };
  openMenu(row.getAttribute('aria-label') ?? '', menu(position, selection), row, box);
}

/** The position of the row that an event is about. */
export function positionOf(target: EventTarget | null): number | undefined {
  const node = target instanceof Element ? target.closest<HTMLElement>('.row[data-position]') : null;
  return node ? Number(node.dataset['position']) : undefined;
}
