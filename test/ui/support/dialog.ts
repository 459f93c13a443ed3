import type { Locator, Page } from 'playwright-core';

/** The modal dialog over the window. */
export class Dialog {
  readonly element: Locator;

  constructor(page: Page) {
    this.element = page.locator('.monaco-dialog-box');
  }

  /** Message and detail. */
  async text(): Promise<string> {
    return this.element.locator('.dialog-message-container').innerText();
  }

  async buttons(): Promise<string[]> {
    await this.element.waitFor();
    return this.element.locator('.dialog-buttons .monaco-button').allInnerTexts();
  }

  async press(button: string): Promise<void> {
    await this.element.getByRole('button', { name: button, exact: true }).click();
    await this.element.waitFor({ state: 'detached' });
  }
}
