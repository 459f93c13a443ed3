import type { Browser, Locator, Page } from 'playwright-core';
import type { LogRow } from '../../../src/fly/logs/rows.ts';
import type { FromLogView, LogStatus, ToLogView } from '../../../src/shared/logs.ts';
import { HostOfPage, type LogHost, type LogOptions } from './log-host.ts';
import { lines } from './sample.ts';
import type { Site } from './site.ts';
import { load, type OpenOptions, openView, ViewPage } from './view-page.ts';

/** The log view in a browser page, and the extension's side of the conversation with it. */
export class LogViewPage extends ViewPage<ToLogView, FromLogView> {
  readonly log: Locator;
  readonly rows: Locator;
  readonly filter: Locator;
  readonly status: Locator;
  readonly empty: Locator;
  readonly newLines: Locator;
  readonly menu: Locator;
  readonly #conversation: HostOfPage;

  private constructor(page: Page, conversation: HostOfPage) {
    super(page);
    this.#conversation = conversation;
    this.log = page.getByRole('log');
    this.rows = page.locator('.row[data-position]');
    this.filter = page.getByRole('textbox', { name: 'Filter lines' });
    this.status = page.locator('.status');
    this.empty = page.locator('.empty');
    this.newLines = page.locator('.new-lines');
    this.menu = page.getByRole('menu');
  }

  /** Loads the view and waits until it asks for its content. */
  static async open(browser: Browser, site: Site, options?: OpenOptions): Promise<LogViewPage> {
    const page = await openView(browser, options);
    return load(new LogViewPage(page, await HostOfPage.of(page)), site);
  }

  get host(): LogHost {
    return this.#conversation.host;
  }

  override async close(): Promise<void> {
    this.host.close();
    await super.close();
  }

  /** Opens a log, or another session of it. */
  async init(options: LogOptions = {}): Promise<void> {
    this.host.open(options);
    await this.drawn();
  }

  async append(rows: readonly LogRow[]): Promise<void> {
    this.host.append(rows);
    await this.drawn();
  }

  /** Many lines with the texts `line <id>`, from `from` up to but without `to`. */
  async appendLines(from: number, to: number): Promise<void> {
    await this.append(lines(from, to));
  }

  async setStatus(status: LogStatus): Promise<void> {
    this.host.setStatus(status);
    await this.drawn();
  }

  override async reload(): Promise<void> {
    await super.reload();
    await this.drawn();
  }

  /** Waits until the view has drawn what it was told, and was told what it asked for. */
  override async drawn(): Promise<void> {
    await this.#conversation.settled(() => super.drawn());
  }

  /** What the view has asked to be done since it was loaded, other than to show rows. */
  async asked(): Promise<FromLogView[]> {
    const looks = ['ready', 'query', 'watch', 'find', 'locate'];
    return (await this.sent()).filter(({ type }) => !looks.includes(type));
  }

  /** Chooses an entry of a menu that a button opens. */
  async choose(button: string | RegExp, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
    await this.menu.locator('.menu-entry', { hasText: entry }).first().click();
    await this.drawn();
  }

  /** Whether a button shows that it is switched on. */
  async pressed(name: string): Promise<string | null> {
    return this.button(name).getAttribute('aria-pressed');
  }

  /** Types into the filter. */
  async search(text: string): Promise<void> {
    await this.filter.fill(text);
    await this.drawn();
  }

  /** The messages in sight, from top to bottom; rows that are cut at the edge count. */
  async messagesInSight(): Promise<string[]> {
    return this.log.evaluate((log) => {
      const box = log.getBoundingClientRect();
      return [...log.querySelectorAll('.row[data-position] .message')]
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
