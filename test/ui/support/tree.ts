import type { Locator, Page } from 'playwright-core';
import { labelTexts } from './labels.ts';

/** How often a row is clicked until it opens, and how long each click may take, in milliseconds. */
const attempts = 4;
const settleMs = 5_000;

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
    // A click is lost when VS Code paints the row anew at that moment: a person would click again.
    for (let attempt = 1; attempt < attempts && !(await expanded.isVisible()); attempt += 1) {
      await row.locator('.monaco-tl-twistie').click();
      await expanded.waitFor({ timeout: settleMs }).catch(() => undefined);
    }
    await expanded.waitFor();
  }

  /** Clicks one of the icons that show at the end of a row. @param title The command's, e.g. `Show Logs` */
  async inlineAction(name: string | RegExp, title: string): Promise<void> {
    const row = this.row(name);
    await row.hover();
    await row.getByRole('button', { name: title }).click();
  }

  /** Chooses from the menu that a right-click on the row opens. */
  async contextMenu(name: string | RegExp, title: string): Promise<void> {
    await this.row(name).click({ button: 'right' });
    // A menu ignores the mouse for its first tenth of a second, lest a double click choose something.
    await this.#page.getByRole('menuitem', { name: title }).hover();
    await this.#page.keyboard.press('Enter');
  }

  /** The titles in a row's context menu; the menu is closed again. */
  async contextMenuTitles(name: string | RegExp): Promise<string[]> {
    await this.row(name).click({ button: 'right' });
    const items = this.#page.getByRole('menuitem');
    await items.first().waitFor();
    const titles = await items.allInnerTexts();
    await this.#page.keyboard.press('Escape');
    return titles.map((title) => title.trim()).filter((title) => title !== '');
  }
}
