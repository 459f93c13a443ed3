import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { resultsFolder } from '../../../scripts/lib/project.mjs';
import { launchBrowser } from '../../../scripts/vscode-host/browser.ts';
import { openWorkbench, type WorkbenchOptions } from '../../../scripts/vscode-host/workbench.ts';
import { Dialog } from './dialog.ts';
import { Editor } from './editor.ts';
import { Notifications } from './notifications.ts';
import { patiently } from './patience.ts';
import { QuickInput } from './quick-input.ts';
import { Tree } from './tree.ts';

/** VS Code's own colour themes, and the class that VS Code gives the workbench. */
export const themes = {
  light: { label: 'Light 2026', className: 'vs' },
  dark: { label: 'Dark 2026', className: 'vs-dark' },
  'high-contrast': { label: 'Dark High Contrast', className: 'hc-black' },
} as const;

export type ThemeName = keyof typeof themes;

/** VS Code's window as a user sees it. */
export class Workbench {
  readonly page: Page;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  readonly editor: Editor;

  constructor(page: Page) {
    this.page = page;
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.dialog = new Dialog(page);
    this.editor = new Editor(page, this.quickInput);
  }

  /** @param title Of a view container in the activity bar, e.g. `OpenClaw`. */
  async openViewContainer(title: string): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: title });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await this.page.locator('.sidebar').getByRole('heading', { name: title }).first().waitFor();
  }

  /** @param name The view's name, e.g. `Deployments`. */
  tree(name: string): Tree {
    return new Tree(this.page, name);
  }

  /** @param title Of a command, with its category, e.g. `OpenClaw: Show Logs`. It is run from the palette. */
  async runCommand(title: string): Promise<void> {
    await patiently(this.page, async (wait) => {
      await this.page.keyboard.press('F1');
      await this.quickInput.type(`>${title}`, wait);
      await this.quickInput.choose(title, wait);
    });
    await this.quickInput.waitForNext(`>${title}`);
  }

  /** The text of the status bar's items. */
  async statusBar(): Promise<string[]> {
    return this.page.locator('.statusbar .statusbar-item').allInnerTexts();
  }

  /** The content of the webview in the editor of that title, brought to the front. */
  async webview(title: string): Promise<FrameLocator> {
    await this.editor.tab(title).click();
    const outer = this.page.locator('iframe.webview').filter({ visible: true });
    return outer.contentFrame().frameLocator('#active-frame');
  }

  /** @returns the path of the picture, under `test-results/screenshots`. */
  async screenshot(name: string): Promise<string> {
    const folder = join(resultsFolder, 'screenshots');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** Changes the colour theme as a user does and waits until it shows. */
  async setTheme(theme: ThemeName): Promise<void> {
    const { label, className } = themes[theme];
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.type(label);
    await this.quickInput.choose(label);
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
    await this.quickInput.element.waitFor({ state: 'hidden' });
  }
}

/** A window with what has to be closed in the end. */
export interface OpenPage {
  readonly workbench: Workbench;
  close(): Promise<void>;
}

/** Opens the workbench in a headless browser of its own. */
export async function openPage(options: WorkbenchOptions): Promise<OpenPage> {
  const browser = await launchBrowser();
  try {
    const { page } = await openWorkbench(browser, options);
    return { workbench: new Workbench(page), close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
