import type { Locator } from 'playwright-core';

/** What rows of a tree or a pick show: label, then description. */
export function labelTexts(rows: Locator): Promise<string[]> {
  return rows.evaluateAll((elements) =>
    elements.map((element) => {
      const parts = [...element.querySelectorAll('.label-name, .label-description')];
      return parts
        .map(({ textContent }) => (textContent ?? '').trim())
        .filter((text) => text !== '')
        .join(' ');
    }),
  );
}
