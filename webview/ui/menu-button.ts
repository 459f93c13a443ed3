import { button, relabel } from './controls.ts';
import { icon } from './icons.ts';
import { isMenuOpen, type Menu, openMenu } from './menu.ts';

export interface MenuButtonOptions {
  readonly label: string;
  /** Shows the icon alone; without one, the label and an arrow. */
  readonly icon?: Element;
  /** Made anew whenever the menu opens. */
  readonly menu: () => Menu;
}

/** A button that opens a menu. */
export function menuButton({ label, icon: sign, menu }: MenuButtonOptions): HTMLElement {
  let wasOpen = false;
  const made = button({
    label,
    look: 'icon',
    ...(sign && { icon: sign }),
    // A click on the button of an open menu closes it, before the button hears of the click.
    onClick: () => !wasOpen && openMenu(made.title, menu(), made),
  });
  made.addEventListener('pointerdown', () => (wasOpen = isMenuOpen(made)));
  made.addEventListener('keydown', (event) => {
    wasOpen = false;
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    openMenu(made.title, menu(), made);
  });
  made.setAttribute('aria-haspopup', 'menu');
  made.ariaExpanded = 'false';
  if (!sign) relabelMenu(made, label);
  return made;
}

/** Gives a menu button without an icon another label. */
export function relabelMenu(made: HTMLElement, label: string): void {
  relabel(made, label, undefined, label);
  const arrow = icon('chevronDown');
  arrow.classList.add('chevron');
  made.append(arrow);
}
