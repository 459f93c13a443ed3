import type { Locator, Page } from 'playwright-core';
import { patiently } from './patience.ts';
import type { QuickInput } from './quick-input.ts';

/** The text editor in front. */
export class Editor {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly element: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.element = page.locator('.editor-group-container.active .monaco-editor[role="code"]').first();
  }

  /** The tab of an editor. @param title In part, e.g. the file's name */
  tab(title: string): Locator {
    return this.#page.locator('.tabs-container').getByRole('tab', { name: title });
  }

  /** Opens a file of the workspace by its name and puts the cursor into it. */
  async open(file: string): Promise<void> {
    await patiently(this.#page, async (wait) => {
      await this.#page.keyboard.press('Control+P');
      await this.#quickInput.type(file, wait);
      await this.#quickInput.choose(file, wait);
    });
    await this.tab(file).waitFor();
    await this.focus();
  }

  async focus(): Promise<void> {
    await this.element.locator('.view-lines').click();
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await patiently(this.#page, async (wait) => {
      await this.#page.keyboard.press('Control+G');
      await this.#quickInput.type(`:${line}:${column}`, wait);
      await this.#quickInput.accept(wait);
    });
    await this.#quickInput.element.waitFor({ state: 'hidden' });
  }

  /** Types at the cursor, key by key, with whatever the editor adds to it. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Replaces the whole text by pasting, so that the editor adds nothing to it. */
  async setText(text: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press('Control+A');
    await this.#page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    }, text);
  }

  /** Saves; returns when there is nothing unsaved any more. @param title The tab's */
  async save(title: string): Promise<void> {
    await this.#page.keyboard.press('Control+S');
    await this.#page.locator('.tab.dirty').filter({ hasText: title }).waitFor({ state: 'detached' });
  }

  /** The lines that show now. */
  async visibleLines(): Promise<string[]> {
    const lines = this.element.locator('.view-line');
    const placed = await lines.evaluateAll((elements) =>
      elements
        .map((element) => ({
          top: element instanceof HTMLElement ? Number.parseFloat(element.style.top) : 0,
          text: (element.textContent ?? '').replaceAll('\u00a0', ' '),
        }))
        .sort((one, other) => one.top - other.top),
    );
    return placed.map(({ text }) => text);
  }

  /** The rows of the Problems view, files included; opens the view. Rows that come later can be waited for by `problem`. */
  async problems(): Promise<string[]> {
    await this.#showProblems();
    const rows = await this.#problemRows().allInnerTexts();
    return rows.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  /** Waits for a problem whose text has that in it. */
  async problem(text: string | RegExp): Promise<void> {
    await this.#showProblems();
    await this.#problemRows().filter({ hasText: text }).first().waitFor();
  }

  /** What completion offers at the cursor: the labels of the rows that show. */
  async suggestions(): Promise<string[]> {
    await this.#page.keyboard.press('Control+Space');
    const rows = this.#page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows.locator('.label-name').allInnerTexts();
  }

  /** Takes a suggestion. */
  async choose(suggestion: string): Promise<void> {
    const label = this.#page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await label.getByText(suggestion, { exact: true }).first().click();
  }

  #problemRows(): Locator {
    return this.#page.locator('.markers-panel').getByRole('treeitem');
  }

  async #showProblems(): Promise<void> {
    const panel = this.#page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.#page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
  }
}
