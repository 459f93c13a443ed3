import type { Locator, Page } from 'playwright-core';
import { labelTexts } from './labels.ts';
import type { Wait } from './patience.ts';

/** The box at the top of the window: command palette, quick picks and input boxes. */
export class QuickInput {
  readonly #page: Page;
  readonly element: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.element = page.locator('.quick-input-widget').filter({ visible: true });
    this.#input = this.element.getByRole('textbox').or(this.element.getByRole('combobox')).first();
  }

  /** Replaces what is in the box. */
  async type(text: string, wait?: Wait): Promise<void> {
    await this.#input.fill(text, wait);
  }

  async accept(wait?: Wait): Promise<void> {
    await this.#input.press('Enter', wait);
  }

  async cancel(): Promise<void> {
    await this.#input.press('Escape');
  }

  /** Chooses the first row with the label. */
  async choose(label: string, wait?: Wait): Promise<void> {
    await this.row(label).click(wait);
  }

  /** Waits until the box no longer asks what was answered with the text: it is gone or asks something else. */
  async waitForNext(text: string): Promise<void> {
    await this.#page.waitForFunction((answer) => {
      const box = document.querySelector<HTMLElement>('.quick-input-widget');
      return box?.style.display === 'none' || box?.querySelector('input')?.value !== answer;
    }, text);
  }

  row(label: string): Locator {
    return this.element.getByRole('option').filter({ hasText: label }).first();
  }

  /** What the rows show: label, then description. */
  async rows(): Promise<string[]> {
    const rows = this.element.getByRole('option');
    await rows.first().waitFor();
    return labelTexts(rows);
  }

  /** Waits for a text in the box: its title, prompt or validation message. */
  async waitForText(text: string | RegExp): Promise<void> {
    await this.element.filter({ hasText: text }).waitFor();
  }
}
