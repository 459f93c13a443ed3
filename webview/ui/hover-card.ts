import './hover-card.css';
import { element } from './dom.ts';
import { placeBeside } from './place.ts';

/** How long the pointer rests before the card shows, and how long it may be elsewhere before the card goes. */
const showAfterMs = 300;
const hideAfterMs = 150;

const card = element('div', { class: 'hover-card', popover: 'manual', 'aria-hidden': 'true' });
let timer: number | undefined;

/**
 * Shows a text beside an element while the pointer or the focus is on it. Escape hides it; the pointer may move onto it.
 * Screen readers do not hear of it, so the element has to say the same by itself.
 */
export function explain(target: HTMLElement, text: string): void {
  target.addEventListener('pointerenter', () => later(showAfterMs, () => show(target, text)));
  target.addEventListener('pointerleave', () => later(hideAfterMs, hide));
  target.addEventListener('focus', () => show(target, text));
  target.addEventListener('blur', hide);
}

/** @returns Whether there was a card to hide. */
export function hideExplanation(): boolean {
  const isShown = card.isConnected;
  hide();
  return isShown;
}

card.addEventListener('pointerenter', () => window.clearTimeout(timer));
card.addEventListener('pointerleave', () => later(hideAfterMs, hide));

function later(ms: number, act: () => void): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(act, ms);
}

function show(target: HTMLElement, text: string): void {
  window.clearTimeout(timer);
  if (!target.isConnected) return;
  card.textContent = text;
  document.body.append(card);
  card.showPopover();
  placeBeside(card, target.getBoundingClientRect());
}

function hide(): void {
  window.clearTimeout(timer);
  card.remove();
}
