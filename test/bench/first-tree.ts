import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer, type VscodeServer } from '../../scripts/vscode-host/server.ts';
import { openWorkbench } from '../../scripts/vscode-host/workbench.ts';
import { startFlysim, type Flysim } from '../flysim/harness.ts';
import { calm } from './calm.ts';
import { median, rounded, type Figures } from './figures.ts';

const windows = 3;
/** About what a call to Fly's API takes from Europe, in milliseconds. */
const apiLatencyMs = 300;
const app = 'bench';
const machine = 'gateway';

/** Opens the Deployments view in several fresh windows on a simulated Fly that is as slow as the real one. */
export async function measureFirstTree(
  browser: Browser,
): Promise<Pick<Figures, 'first_tree_over_slowest_call'>> {
  await using cleanUp = new AsyncDisposableStack();
  const temporary = temporaryFolder('bench');
  cleanUp.defer(() => temporary.remove());
  const flysim = cleanUp.use(
    await startFlysim({ dir: join(temporary.path, 'fly'), latency: { api: apiLatencyMs } }),
  );
  await createDeployment(flysim);

  const calls = join(temporary.path, 'calls');
  const flyctl = join(temporary.path, 'flyctl');
  writeTimedFlyctl(flyctl, flysim.flyctl, calls);
  const folder = join(temporary.path, 'workspace');
  writeWorkspace(folder);
  const server = await startServer({
    extension: root,
    machineSettings: { 'openclawDeployments.flyctlPath': flyctl },
    // The extension host of a window lives on for a while after its page was closed.
    settings: { 'openclawDeployments.refreshInterval': 0 },
  });
  cleanUp.defer(() => server.stop());

  const ratios: number[] = [];
  for (let count = 0; count < windows; count += 1) {
    writeFileSync(calls, '');
    const ms = await timeToTree(browser, server, folder);
    ratios.push(ms / slowestCall(calls));
  }
  return { first_tree_over_slowest_call: rounded(median(ratios)) };
}

/** A deployment that looks like OpenClaw to the extension; nothing talks to its gateway. */
async function createDeployment(flysim: Flysim): Promise<void> {
  await flysim.createApp(app, { secrets: { OPENCLAW_GATEWAY_TOKEN: 'x' } });
  await flysim.allocateIp(app, 'shared_v4');
  const id = await flysim.createMachine(app, {
    name: machine,
    image: 'ghcr.io/openclaw/openclaw:2026.9.6',
    command: ['sleep', 'infinity'],
  });
  await flysim.waitForState(app, id, 'started');
}

/** Writes a flyctl that runs another one and adds a line with the nanoseconds that each call took to a file. */
function writeTimedFlyctl(path: string, flyctl: string, calls: string): void {
  const lines = [
    '#!/bin/sh',
    'started=$(date +%s%N)',
    `'${flyctl}' "$@"`,
    'status=$?',
    `echo $(($(date +%s%N) - started)) "$*" >> '${calls}'`,
    'exit $status',
    '',
  ];
  writeFileSync(path, lines.join('\n'));
  chmodSync(path, 0o755);
}

/** Milliseconds. */
function slowestCall(calls: string): number {
  const lines = readFileSync(calls, 'utf8').trimEnd().split('\n');
  const slowest = Math.max(...lines.map((line) => Number.parseInt(line, 10))) / 1e6;
  if (Number.isNaN(slowest)) throw new Error('flyctl was not called.');
  return slowest;
}

function writeWorkspace(folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'fly.toml'), `app = "${app}"\n`);
}

/** Milliseconds from the click that shows the view to the row of the machine. */
async function timeToTree(browser: Browser, server: VscodeServer, folder: string): Promise<number> {
  const { page } = await openWorkbench(browser, { server, folder });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await calm();
  await page.locator('.activitybar .action-label[aria-label="OpenClaw"]').hover();
  // Looks in every frame; a locator would look twice a second.
  const shown = page.waitForFunction(hasRowWith, machine, { polling: 'raf' });
  const started = performance.now();
  await page.mouse.down();
  await page.mouse.up();
  await shown;
  const ms = performance.now() - started;
  await page.context().close();
  return ms;
}

/** Runs in the page. */
function hasRowWith(text: string): boolean {
  const rows = [...document.querySelectorAll('.monaco-list-row')];
  return rows.some((row) => row.textContent.includes(text));
}
