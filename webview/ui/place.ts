/** How far from what it belongs to, and from the edges of the page, in pixels. */
const distance = 4;

/** Puts something that lies above the page below a box, or above it where there is more room, within the page. */
export function placeBeside(node: HTMLElement, box: DOMRectReadOnly): void {
  const { offsetWidth: width, offsetHeight: height } = node;
  const { clientWidth, clientHeight } = document.documentElement;
  const below = box.bottom + distance;
  const above = box.top - distance - height;
  const top = below + height > clientHeight && above >= 0 ? above : below;
  node.style.left = `${Math.max(distance, Math.min(box.left, clientWidth - width - distance))}px`;
  node.style.top = `${Math.max(distance, Math.min(top, clientHeight - height - distance))}px`;
}
