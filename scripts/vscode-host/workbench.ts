import type { Browser, Page } from 'playwright-core';
import type { VscodeServer } from './server.ts';

export interface WorkbenchOptions {
  readonly server: Pick<VscodeServer, 'host' | 'port' | 'token'>;
  /** The absolute path of the folder to open; an empty window when left out. */
  readonly folder?: string;
  /** The absolute path of an extension under development; only with a server that is `automated`. */
  readonly extensionPath?: string;
  /** The absolute path of the module that exports `run(): Promise<void>` and runs inside the extension host. */
  readonly testsPath?: string;
  /** The language of extensions, e.g. `ja`. VS Code itself stays English: it has no language pack. */
  readonly language?: string;
}

/** The address of a workbench, with the extension under development in it. Anyone who has it may use the server. */
export function workbenchUrl({ server, folder, extensionPath, testsPath }: WorkbenchOptions): string {
  const origin = `${server.host}:${server.port}`;
  const remote = (path: string): string => `vscode-remote://${origin}${path}`;
  const url = new URL(`http://${origin}/`);
  url.searchParams.set('tkn', server.token);
  if (folder !== undefined) url.searchParams.set('folder', folder);
  else url.searchParams.set('ew', 'true');
  const payload: [string, string][] = [];
  if (extensionPath !== undefined) payload.push(['extensionDevelopmentPath', remote(extensionPath)]);
  if (testsPath !== undefined) payload.push(['extensionTestsPath', remote(testsPath)]);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

export interface OpenWorkbench {
  readonly page: Page;
  /** The result of the test run inside the extension host: 0 when every test passed. */
  readonly testsEnded: Promise<number>;
}

const workbenchDeadlineMs = 60_000;

/**
 * Opens the workbench in a page of its own and waits until it shows.
 * @param onLog Called with each line that a test run inside the extension host logs.
 * @throws Error when the workbench does not show in a minute.
 */
export async function openWorkbench(
  browser: Browser,
  options: WorkbenchOptions,
  onLog: (level: string, text: string) => void = () => {},
): Promise<OpenWorkbench> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { language } = options;
  if (language !== undefined) {
    // A language pack would do it with its first line.
    await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
  }
  const page = await context.newPage();
  // The workbench calls these two when it runs under automation.
  let end: (code: number) => void = () => {};
  const testsEnded = new Promise<number>((resolve) => (end = resolve));
  await page.exposeFunction('codeAutomationExit', end);
  await page.exposeFunction('codeAutomationLog', (level: string, parts: readonly unknown[]) =>
    onLog(level, parts.map(String).join(' ')),
  );
  page.on('crash', () => end(1));
  await page.goto(workbenchUrl(options));
  await page.locator('.monaco-workbench').waitFor({ timeout: workbenchDeadlineMs });
  return { page, testsEnded };
}
