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

  constructor(workbench: Workbench, app: string) {
    this.#workbench = workbench;
    this.#app = app;
  }

  /** Runs the doctor as a user does, and waits for what it finds. */
  async examine(): Promise<ShownFinding[]> {
    const begun = Date.now();
    await this.#workbench.runCommand('OpenClaw: Run Doctor');
    const page = await this.#page();
    const time = page.locator('header time');
    await until('report', async () => milliseconds(await time.getAttribute('datetime')) >= begun);
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
    await finding.getByRole('button', { name: title, exact: true }).click();
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
