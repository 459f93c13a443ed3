import type { Locator, Page } from 'playwright-core';
import { labelTexts } from './labels.ts';
import { patiently, type Wait } from './patience.ts';

/** A tree view. Rows are named by what they show or by their accessible label, in part or as a pattern. */
export class Tree {
  readonly #page: Page;
  readonly element: Locator;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.element = page.getByRole('tree', { name });
  }

  /** The first row of that name, whether or not it is there yet. */
  row(name: string | RegExp): Locator {
    const rows = this.element.getByRole('treeitem');
    return this.element
      .getByRole('treeitem', { name })
      .or(rows.filter({ hasText: name }))
      .first();
  }

  /** What the rows show, top to bottom: label, then description. */
  async texts(): Promise<string[]> {
    return labelTexts(this.element.getByRole('treeitem'));
  }

  /** Opens a row so that its children show. */
  async expand(name: string | RegExp): Promise<void> {
    const row = this.row(name);
    await row.waitFor();
    const expanded = row.and(this.element.locator('[aria-expanded="true"]'));
    await patiently(this.#page, async (wait) => {
      if (await expanded.isVisible()) return;
      await row.locator('.monaco-tl-twistie').click(wait);
      await expanded.waitFor(wait);
    });
  }

  /** Clicks one of the icons that show at the end of a row. @param title The command's, e.g. `Show Logs` */
  async inlineAction(name: string | RegExp, title: string): Promise<void> {
    const row = this.row(name);
    await row.hover();
    await row.getByRole('button', { name: title }).click();
  }

  /** Chooses from the menu that a right-click on the row opens. */
  async contextMenu(name: string | RegExp, title: string): Promise<void> {
    const row = this.row(name);
    await row.waitFor();
    await patiently(this.#page, async (wait) => {
      await this.#openMenu(row, wait);
      // A menu ignores the mouse for its first tenth of a second, lest a double click choose something.
      const item = this.#menuItems({ name: title });
      await item.hover(wait);
      await item.press('Enter', wait);
    });
    await this.#menuItems().first().waitFor({ state: 'detached' });
  }

  /** The titles in a row's context menu; the menu is closed again. */
  async contextMenuTitles(name: string | RegExp): Promise<string[]> {
    const row = this.row(name);
    await row.waitFor();
    let titles: string[] = [];
    await patiently(this.#page, async (wait) => {
      await this.#openMenu(row, wait);
      titles = await this.#menuItems().allInnerTexts();
    });
    await this.#page.keyboard.press('Escape');
    await this.#menuItems().first().waitFor({ state: 'detached' });
    return titles.map((title) => title.trim()).filter((title) => title !== '');
  }

  /** Rows move while others come in above them: the menu has to be this row's. */
  async #openMenu(row: Locator, wait: Wait): Promise<void> {
    await row.click({ ...wait, button: 'right' });
    await this.#menuItems().first().waitFor(wait);
    await row.and(this.element.locator('.focused')).waitFor(wait);
  }

  #menuItems(options: { name?: string } = {}): Locator {
    return this.#page.locator('.monaco-menu').getByRole('menuitem', options);
  }
}
