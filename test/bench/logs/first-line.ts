import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../../scripts/lib/project.mjs';
import { temporaryFolder } from '../../../scripts/processes/folder.ts';
import { startServer, type VscodeServer } from '../../../scripts/vscode-host/server.ts';
import { openWorkbench } from '../../../scripts/vscode-host/workbench.ts';
import { startFlysim } from '../../flysim/harness.ts';
import { Workbench } from '../../ui/support/workbench.ts';
import { calm } from '../calm.ts';
import { median, rounded, type Figures } from '../figures.ts';

const windows = 3;
const app = 'bench';
const command = 'OpenClaw: Show Logs';

/** Opens the log of an app in several fresh windows; the app is known, and nothing of the log view is loaded. */
export async function measureFirstLine(browser: Browser): Promise<Pick<Figures, 'log_first_line_ms'>> {
  await using cleanUp = new AsyncDisposableStack();
  const temporary = temporaryFolder('bench');
  cleanUp.defer(() => temporary.remove());
  const flysim = cleanUp.use(await startFlysim({ dir: join(temporary.path, 'fly') }));
  await flysim.createApp(app);
  const machine = await flysim.createMachine(app, { command: ['sleep', 'infinity'] });
  await flysim.log(app, machine, ['the first line']);

  const times = join(temporary.path, 'times');
  const flyctl = join(temporary.path, 'flyctl');
  writeTimedFlyctl(flyctl, flysim.flyctl, times);
  const folder = join(temporary.path, 'workspace');
  mkdirSync(folder);
  writeFileSync(join(folder, 'fly.toml'), `app = "${app}"\n`);
  const server = await startServer({
    extension: root,
    machineSettings: { 'openclawDeployments.flyctlPath': flyctl },
  });
  cleanUp.defer(() => server.stop());

  const measured: number[] = [];
  for (let count = 0; count < windows; count += 1) {
    const ms = await timeToLine(browser, server, folder);
    measured.push(ms - firstByteMs(times));
  }
  return { log_first_line_ms: rounded(median(measured)) };
}

/** Writes a flyctl that runs another one, and notes in a file when a log was started and when its first byte came. */
function writeTimedFlyctl(path: string, flyctl: string, times: string): void {
  const lines = [
    '#!/bin/sh',
    `[ "$1" = logs ] || exec '${flyctl}' "$@"`,
    `date +%s%N > '${times}'`,
    `'${flyctl}' "$@" | { dd bs=1 count=1 2>/dev/null; date +%s%N >> '${times}'; exec cat; }`,
    '',
  ];
  writeFileSync(path, lines.join('\n'));
  chmodSync(path, 0o755);
}

/** What flyctl needed for its first byte, in milliseconds. */
function firstByteMs(times: string): number {
  const [started, came] = readFileSync(times, 'utf8').split('\n');
  if (!started || !came) throw new Error('flyctl printed nothing.');
  return (Number(came) - Number(started)) / 1e6;
}

/** Milliseconds from the command to the line. */
async function timeToLine(browser: Browser, server: VscodeServer, folder: string): Promise<number> {
  const { page } = await openWorkbench(browser, { server, folder });
  const workbench = new Workbench(page);
  await page.locator('.activitybar .action-label[aria-label="OpenClaw"]').waitFor();
  await findCommand(workbench);
  await calm();
  const started = performance.now();
  await workbench.quickInput.accept();
  await firstLine(page);
  const ms = performance.now() - started;
  await page.context().close();
  return ms;
}

/** The palette lists the commands that were known when it was opened. */
async function findCommand({ page, quickInput }: Workbench): Promise<void> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await page.keyboard.press('F1');
    await quickInput.type(`>${command}`);
    const row = quickInput.row(command);
    if (
      await row.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      )
    )
      return;
    await quickInput.cancel();
  }
  throw new Error(`The palette does not have “${command}”.`);
}

async function firstLine(page: Page): Promise<void> {
  const view = page.locator('iframe.webview').contentFrame().frameLocator('#active-frame');
  await view.locator('.row[data-position]').first().waitFor();
}
