import type { Page } from 'playwright-core';

/** How often something that VS Code may lose is tried, and how long each of its actions may take, in milliseconds. */
const attempts = 4;
const timeout = 8_000;

/** How long a wait may take, in milliseconds. */
export interface Wait {
  readonly timeout: number;
}

/**
 * Does what a person would simply do again. A view that VS Code paints anew takes the focus back, and the menu or
 * box that opened in that moment closes; a click on a row that is replaced in that moment is lost.
 * @param action Must be harmless to repeat when it fails; is told how long each of its waits may take
 * @throws the last attempt's error.
 */
export async function patiently(page: Page, action: (wait: Wait) => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await action({ timeout });
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.keyboard.press('Escape');
    }
  }
}
