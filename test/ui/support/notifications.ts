import type { Locator, Page } from 'playwright-core';

/** The notifications in the corner of the window. */
export class Notifications {
  readonly #toasts: Locator;

  constructor(page: Page) {
    this.#toasts = page.locator('.notification-toast .notification-list-item');
  }

  /** The newest notification with the text, whether or not it is there yet. */
  withText(text: string | RegExp): Locator {
    return this.#toasts.filter({ hasText: text }).first();
  }

  /** The messages that show now. */
  async texts(): Promise<string[]> {
    return this.#toasts.locator('.notification-list-item-message').allInnerTexts();
  }

  /** The buttons of a notification. */
  async buttons(text: string | RegExp): Promise<string[]> {
    const notification = this.withText(text);
    await notification.waitFor();
    return notification.locator('.notification-list-item-buttons-container .monaco-button').allInnerTexts();
  }

  async press(text: string | RegExp, button: string): Promise<void> {
    await this.withText(text).getByRole('button', { name: button, exact: true }).click();
  }
}
