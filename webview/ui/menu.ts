import './menu.css';
import { element } from './dom.ts';
import { icon, type IconName } from './icons.ts';
import { placeBeside } from './place.ts';

export interface MenuEntry {
  readonly label: string;
  /** Stands at the end of the entry, e.g. a count. */
  readonly note?: string;
  readonly icon?: IconName;
  /** Whether it is switched on. A `check` leaves the menu open. */
  readonly check?: boolean;
  /** Whether it is the chosen one of its neighbours. */
  readonly radio?: boolean;
  readonly run: () => void;
}

/** Entries, and lines between them. */
export type Menu = readonly (MenuEntry | 'line')[];

/** What the menu belongs to: it gets the focus back. */
let owner: HTMLElement | undefined;
let open: HTMLElement | undefined;

/**
 * Opens a menu with the first entry in focus. Arrow keys, Home, End and first letters move; Enter and Space choose; Escape, Tab
 * and a click elsewhere close it.
 * @param box Beside what it opens.
 */
export function openMenu(
  label: string,
  menu: Menu,
  by: HTMLElement,
  box: DOMRectReadOnly = by.getBoundingClientRect(),
): void {
  closeMenu();
  const made = element('div', { class: 'menu', popover: 'auto', role: 'menu', 'aria-label': label });
  made.append(...menu.map((entry) => (entry === 'line' ? renderLine() : renderEntry(entry))));
  made.addEventListener('keydown', (event) => key(made, event));
  made.addEventListener('contextmenu', (event) => event.preventDefault());
  made.addEventListener('toggle', ({ newState }) => newState === 'closed' && closed(made));
  document.body.append(made);
  made.showPopover();
  placeBeside(made, box);
  owner = by;
  open = made;
  owner.ariaExpanded = 'true';
  entriesOf(made)[0]?.focus();
}

/** Whether the menu of this element is open. */
export function isMenuOpen(by: HTMLElement): boolean {
  return open !== undefined && owner === by;
}

export function closeMenu(): void {
  open?.hidePopover();
  if (open) closed(open);
}

function closed(made: HTMLElement): void {
  const hadFocus = made.contains(document.activeElement) || document.activeElement === document.body;
  made.remove();
  if (made !== open) return;
  const before = owner;
  open = undefined;
  owner = undefined;
  if (before) before.ariaExpanded = 'false';
  if (hadFocus) before?.focus({ preventScroll: true });
}

function renderLine(): HTMLElement {
  return element('div', { class: 'menu-line', role: 'separator' });
}

function renderEntry({ label, note, icon: name, check, radio, run }: MenuEntry): HTMLElement {
  const isChoice = radio !== undefined;
  const role = isChoice ? 'menuitemradio' : check !== undefined ? 'menuitemcheckbox' : 'menuitem';
  const made = element(
    'button',
    { class: 'menu-entry', type: 'button', role, tabindex: '-1' },
    element('span', { class: 'menu-sign' }, icon(name ?? 'check')),
    element('span', { class: 'menu-label' }, label),
    ...(note === undefined ? [] : [element('span', { class: 'menu-note' }, note)]),
  );
  if (role !== 'menuitem') made.ariaChecked = String(radio ?? check);
  made.classList.toggle('plain', role === 'menuitem' && name === undefined);
  made.addEventListener('pointermove', () => made.focus({ preventScroll: true }));
  made.addEventListener('click', () => {
    if (check === undefined) closeMenu();
    else made.ariaChecked = String(made.ariaChecked !== 'true');
    run();
  });
  return made;
}

function key(made: HTMLElement, event: KeyboardEvent): void {
  // What is behind the menu must not answer to the same keys.
  event.stopPropagation();
  const entries = entriesOf(made);
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const next = nextEntry(event, entries, at);
  if (next) next.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') closeMenu();
  else return;
  event.preventDefault();
}

function nextEntry(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  entries: readonly HTMLElement[],
  at: number,
): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return entries[(at + 1) % entries.length];
    case 'ArrowUp':
      return entries.at(at - 1);
    case 'Home':
    case 'PageUp':
      return entries[0];
    case 'End':
    case 'PageDown':
      return entries.at(-1);
    default:
      if (key.length !== 1 || key === ' ' || ctrlKey || metaKey) return undefined;
      return [...entries.slice(at + 1), ...entries.slice(0, at + 1)].find((entry) =>
        entry.textContent?.toLowerCase().startsWith(key.toLowerCase()),
      );
  }
}

function entriesOf(made: HTMLElement): HTMLElement[] {
  return [...made.querySelectorAll<HTMLElement>('.menu-entry')];
}
