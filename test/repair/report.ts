import type { FrameLocator } from 'playwright-core';
import { until } from './deployment.ts';
import type { Workbench } from '../ui/support/workbench.ts';

/** A finding as the report shows it. */
export interface ShownFinding {
  readonly code: string;
  readonly severity: string;
  readonly title: string;
  readonly evidence: readonly string[];
  /** What the buttons say. */
  readonly fixes: readonly string[];
}

/** The doctor's report about an app, in its tab. */
export class Report {
  readonly #workbench: Workbench;
  readonly #app: string;
  /** Only what was examined later than this is news; milliseconds since the epoch. */
  #seenMs = Date.now();

  constructor(workbench: Workbench, app: string) {
    this.#workbench = workbench;
    this.#app = app;
  }

  /** Waits for a report that was not seen yet. @returns its findings */
  async next(): Promise<ShownFinding[]> {
    const page = await this.#page();
    const time = page.locator('header time');
    let takenMs = 0;
    await until('new report', async () => {
      takenMs = milliseconds(await time.getAttribute('datetime'));
      return takenMs > this.#seenMs;
    });
    this.#seenMs = takenMs;
    return page.locator('li.finding').evaluateAll((rows) =>
      rows.map((row) => {
        const texts = (selector: string): string[] =>
          [...row.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? '').trim());
        return {
          code: texts('.kind code').join(),
          severity: ['error', 'warning', 'info'].find((name) => row.classList.contains(name)) ?? '',
          title: texts('h2').join(),
          evidence: texts('.evidence pre'),
          fixes: texts('.fixes li > :first-child'),
        };
      }),
    );
  }

  /** Presses the button of a fix. */
  async press(code: string, title: string): Promise<void> {
    const page = await this.#page();
    const finding = page.locator('li.finding').filter({ has: page.getByText(code, { exact: true }) });
    // Where the machine and fly.toml both have the trouble, the one for the machine comes first.
    await finding.getByRole('button', { name: title, exact: true }).first().click();
  }

  async #page(): Promise<FrameLocator> {
    const title = `Doctor: ${this.#app}`;
    await this.#workbench.editor.tab(title).waitFor();
    return this.#workbench.webview(title);
  }
}

function milliseconds(time: string | null): number {
  return time === null || time === '' ? 0 : Date.parse(time);
}
