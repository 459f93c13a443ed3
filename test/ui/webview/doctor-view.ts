import type { Browser, Locator, Page } from 'playwright-core';
import type { FromDoctorView, ReportState, ToDoctorView } from '../../../src/shared/doctor.ts';
import type { Site } from './site.ts';
import { load, type OpenOptions, openView, ViewPage } from './view-page.ts';

/** The report of the doctor in a browser page, and the extension's side of the conversation with it. */
export class DoctorViewPage extends ViewPage<ToDoctorView, FromDoctorView> {
  /** The findings that are shown. */
  readonly findings: Locator;
  readonly filter: Locator;
  readonly announcement: Locator;

  private constructor(page: Page) {
    super(page);
    this.findings = page.getByRole('list', { name: 'Findings' }).locator('> li:not([hidden])');
    this.filter = page.getByRole('textbox', { name: 'Filter findings' });
    this.announcement = page.getByRole('status');
  }

  /** Loads the view and waits until it asks for its content. */
  static async open(browser: Browser, site: Site, options?: OpenOptions): Promise<DoctorViewPage> {
    return load(new DoctorViewPage(await openView(browser, options)), site);
  }

  async show(state: ReportState): Promise<void> {
    await this.post({ type: 'state', state });
  }

  /** The titles of the findings that are shown. */
  async titles(): Promise<string[]> {
    // Not what is drawn: what is out of sight is drawn later.
    return this.findings.getByRole('heading').allTextContents();
  }

  finding(title: string): Locator {
    return this.findings.filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** What screen readers say of the element that has the focus. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const label = document.getElementById(element?.getAttribute('aria-labelledby') ?? '');
      return (label ?? element)?.textContent?.trim() ?? '';
    });
  }
}
