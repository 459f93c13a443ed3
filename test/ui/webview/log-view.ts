import type { Browser, Locator, Page } from 'playwright-core';
import type { FromLogView, LogRow, LogStatus, LogSubject, ToLogView } from '../../../src/shared/logs.ts';
import { line } from './sample.ts';
import type { Site } from './site.ts';
import { load, type OpenOptions, openView, ViewPage } from './view-page.ts';

const subject: LogSubject = { app: 'my-openclaw', title: 'my-openclaw' };

/** The log view in a browser page, and the extension's side of the conversation with it. */
export class LogViewPage extends ViewPage<ToLogView, FromLogView> {
  readonly log: Locator;
  readonly rows: Locator;
  readonly filter: Locator;
  readonly status: Locator;
  readonly empty: Locator;
  readonly newLines: Locator;

  private constructor(page: Page) {
    super(page);
    this.log = page.getByRole('log');
    this.rows = page.locator('.row[data-index]');
    this.filter = page.getByRole('textbox', { name: 'Filter lines' });
    this.status = page.locator('.status');
    this.empty = page.locator('.empty');
    this.newLines = page.locator('.new-lines');
  }

  /** Loads the view and waits until it asks for its content. */
  static async open(browser: Browser, site: Site, options?: OpenOptions): Promise<LogViewPage> {
    return load(new LogViewPage(await openView(browser, options)), site);
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
}
