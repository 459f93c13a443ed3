import type { Browser, Locator, Page } from 'playwright-core';
import type { Site } from './site.ts';
import { standInForVscode, type ThemeKind } from './vscode-stand-in.ts';

export interface OpenOptions {
  readonly theme?: ThemeKind;
  readonly width?: number;
  readonly height?: number;
  /** UTC when left out. */
  readonly timezone?: string;
}

/** One of our pages in a browser, and the extension's side of the conversation with it. */
export class ViewPage<To, From> {
  readonly page: Page;
  /** What the browser complained about: errors, and what the security policy refused. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Waits until the view asks for its content. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.posted.length > 0, undefined, { timeout: 10_000 });
  }

  /** VS Code throws the page away and makes it again, e.g. because its tab was hidden. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async post(...messages: To[]): Promise<void> {
    // Through the page's own queue, so that a resolved promise means that the view has handled them.
    await this.page.evaluate(
      (list) =>
        new Promise<void>((resolve) => {
          for (const message of list) window.postMessage(message);
          window.addEventListener('message', ({ data }) => data === 'last' && resolve());
          window.postMessage('last');
        }),
      // Playwright's types know only what it can serialise by name.
      messages as never[],
    );
    await this.drawn();
  }

  /** What the view has sent since it was loaded. */
  async sent(): Promise<From[]> {
    return this.page.evaluate(() => window.posted as never);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Two frames: the first one draws, the second one shows what scrolling because of it draws. */
  async drawn(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
}

/** A new page with the webview of the site in it. */
export async function openView(browser: Browser, options: OpenOptions = {}): Promise<Page> {
  const { theme = 'vscode-dark', width = 1100, height = 620, timezone = 'UTC' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    timezoneId: timezone,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await standInForVscode(page, theme);
  return page;
}

/** Loads a view in a window of its own, and waits until it asks for its content. */
export async function load<V extends ViewPage<unknown, unknown>>(view: V, site: Site): Promise<V> {
  await view.page.goto(site.url);
  await view.ready();
  return view;
}
