import type { Browser, Locator, Page } from 'playwright-core';
import type { FromLogView, LogRow, LogStatus, LogSubject, ToLogView } from '../../../src/shared/logs.ts';
import { line } from './sample.ts';
import type { Site } from './site.ts';
import { standInForVscode, type ThemeKind } from './vscode-stand-in.ts';

const subject: LogSubject = { app: 'my-openclaw', title: 'my-openclaw' };

export interface OpenOptions {
  readonly theme?: ThemeKind;
  readonly width?: number;
  readonly height?: number;
}

/** The log view in a browser page, and the extension's side of the conversation with it. */
export class LogViewPage {
  readonly page: Page;
  /** What the browser complained about: errors, and what the security policy refused. */
  readonly complaints: string[] = [];
  readonly log: Locator;
  readonly rows: Locator;
  readonly filter: Locator;
  readonly status: Locator;
  readonly empty: Locator;
  readonly newLines: Locator;

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    this.log = page.getByRole('log');
    this.rows = page.locator('.row[data-index]');
    this.filter = page.getByRole('textbox', { name: 'Filter lines' });
    this.status = page.locator('.status');
    this.empty = page.locator('.empty');
    this.newLines = page.locator('.new-lines');
  }

  /** Loads the view and waits until it asks for its content. */
  static async open(browser: Browser, site: Site, options: OpenOptions = {}): Promise<LogViewPage> {
    const { theme = 'vscode-dark', width = 1100, height = 620 } = options;
    const context = await browser.newContext({
      viewport: { width, height },
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const view = new LogViewPage(page);
    await standInForVscode(page, theme);
    await page.goto(site.url);
    await view.ready();
    return view;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** VS Code throws the page away and makes it again, e.g. because its tab was hidden. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async post(...messages: ToLogView[]): Promise<void> {
    // Through the page's own queue, so that a resolved promise means that the view has handled them.
    await this.page.evaluate(
      (list) =>
        new Promise<void>((resolve) => {
          for (const message of list) window.postMessage(message);
          window.addEventListener('message', ({ data }) => data === 'last' && resolve());
          window.postMessage('last');
        }),
      messages,
    );
    await this.drawn();
  }

  async init(status: LogStatus = { kind: 'live' }, session = 'session'): Promise<void> {
    await this.post({ type: 'init', subject, session, maxRows: 20_000, status });
  }

  async append(rows: readonly LogRow[]): Promise<void> {
    await this.post({ type: 'append', rows });
  }

  /** Many lines with the texts `line <id>`, from `from` up to but without `to`. They are made in the page. */
  async appendLines(from: number, to: number): Promise<void> {
    await this.page.evaluate(
      ([template, from, to]) => {
        const made = Array.from({ length: to - from }, (_, index) => {
          const id = from + index;
          return { ...template, id, time: template.time + id * 1_000, text: `line ${id}` };
        });
        window.postMessage({ type: 'append', rows: made });
      },
      [line(0, ''), from, to] as const,
    );
    await this.post();
  }

  async setStatus(status: LogStatus): Promise<void> {
    await this.post({ type: 'status', status });
  }

  /** What the view has sent since it was loaded. */
  async sent(): Promise<FromLogView[]> {
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

  /** The messages in sight, from top to bottom; rows that are cut at the edge count. */
  async messagesInSight(): Promise<string[]> {
    return this.log.evaluate((log) => {
      const box = log.getBoundingClientRect();
      return [...log.querySelectorAll('.row[data-index] .message')]
        .filter((message) => {
          const { top, bottom } = message.getBoundingClientRect();
          return bottom > box.top + 1 && top < box.bottom - 1;
        })
        .map((message) => message.textContent ?? '');
    });
  }

  /** Where the row whose message starts with the number is on the page, in pixels. */
  async topOfRow(id: number): Promise<number> {
    const row = this.rows.filter({
      has: this.page.locator('.message', { hasText: new RegExp(`^${id}\\b`) }),
    });
    return row.evaluate((node) => node.getBoundingClientRect().top);
  }

  /** How far the end of the log is below what is in sight, in pixels. */
  async distanceFromEnd(): Promise<number> {
    return this.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight);
  }

  /** Turns the mouse wheel over the log, and waits until the log has come to rest. */
  async wheel(pixels: number): Promise<void> {
    await this.log.hover();
    await this.log.evaluate((log) => {
      log.removeAttribute('data-rests');
      log.addEventListener('scrollend', () => log.setAttribute('data-rests', ''), { once: true });
    });
    await this.page.mouse.wheel(0, pixels);
    await this.page.locator('[data-rests]').waitFor();
    await this.drawn();
  }

  private async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.posted.length > 0, undefined, { timeout: 10_000 });
  }
}
