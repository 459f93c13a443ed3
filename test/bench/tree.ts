import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer, type VscodeServer } from '../../scripts/vscode-host/server.ts';
import { openWorkbench } from '../../scripts/vscode-host/workbench.ts';
import { Tree } from '../ui/support/tree.ts';
import { calm } from './calm.ts';
import { median, rounded, type Figures } from './figures.ts';
import { PreparedFlyctl } from './prepared-flyctl.ts';

const appCount = 500;
const machineCount = 5_000;
const large = 'bench-large';
const small = 'bench-small';
const refreshes = 9;
const rowSelector = '.sidebar .monaco-list-row';
const groups = ['IP Addresses', 'Volumes', 'Secrets', 'Releases'];
/** How long a hidden view is watched, in milliseconds, and the seconds between refreshes of a view that is not hidden. */
const hiddenMs = 15_000;
const interval = 1;

type TreeFigures = Pick<Figures, 'tree_5000_machines_ms' | 'refresh_processes' | 'hidden_spawns_per_min'>;

/**
 * Measures the Deployments view in a real VS Code, with a flyctl that prints at once what was prepared: how long thousands of
 * machines take to show, and which processes it starts.
 */
export async function measureTree(browser: Browser): Promise<TreeFigures> {
  await using cleanUp = new AsyncDisposableStack();
  const temporary = temporaryFolder('bench');
  cleanUp.defer(() => temporary.remove());
  const flyctl = new PreparedFlyctl(temporary.path);
  flyctl.prints('apps list', [...Array(appCount).keys()].map(appOf));
  flyctl.prints(`machine list -a ${large}`, machines('stopped'));
  flyctl.prints(`machine list -a ${small}`, [machineOf(0, 'starting')]);
  const server = await startServer({
    extension: root,
    machineSettings: { 'openclawDeployments.flyctlPath': flyctl.path },
  });
  cleanUp.defer(() => server.stop());
  return {
    ...(await measureProcesses(browser, server, workspace(temporary.path, small, interval), flyctl)),
    tree_5000_machines_ms: await measurePaint(browser, server, workspace(temporary.path, large, 0), flyctl),
  };
}

/** A folder whose fly.toml names the app. @param seconds Between refreshes; 0 for none by themselves */
function workspace(parent: string, app: string, seconds: number): string {
  const folder = join(parent, app);
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, 'fly.toml'), `app = "${app}"\n`);
  const settings = { 'openclawDeployments.refreshInterval': seconds };
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  return folder;
}

/**
 * One app is open with 5,000 machines, and there are 499 others. A refresh brings every machine in another state: from the moment
 * at which the status bar says so, because the data has been read, until the first row does.
 */
async function measurePaint(
  browser: Browser,
  server: VscodeServer,
  folder: string,
  flyctl: PreparedFlyctl,
): Promise<number> {
  const { page } = await openWorkbench(browser, { server, folder });
  await showView(page);
  await shows(page, rowSelector, 'machine-0000');
  const times: number[] = [];
  for (let count = 0; count < refreshes; count += 1) {
    await calm();
    const state = count % 2 === 0 ? 'suspended' : 'stopped';
    flyctl.prints(`machine list -a ${large}`, machines(state));
    const read = shows(page, '.statusbar-item', `${large}: ${state}`);
    const painted = shows(page, rowSelector, 'machine-0000', `${state} · `);
    await page.locator('.sidebar .pane-header').filter({ hasText: 'Deployments' }).hover();
    await page.locator('.sidebar .action-label.codicon-refresh').first().click();
    times.push((await painted) - (await read));
  }
  await page.context().close();
  return rounded(median(times));
}

/**
 * Processes of one refresh of an app with every group open; and those in a minute while the view is hidden. With a second between
 * refreshes instead of thirty, and a machine that is starting, which a visible view reads every two seconds.
 */
async function measureProcesses(
  browser: Browser,
  server: VscodeServer,
  folder: string,
  flyctl: PreparedFlyctl,
): Promise<Pick<Figures, 'refresh_processes' | 'hidden_spawns_per_min'>> {
  const { page } = await openWorkbench(browser, { server, folder });
  await showView(page);
  await shows(page, rowSelector, 'machine-0000');
  const tree = new Tree(page, 'Deployments');
  for (const group of groups) await tree.expand(group);
  const perRefresh = await processesPerRefresh(flyctl);
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: /^Explorer/ })
    .click();
  await page.locator('.explorer-folders-view').waitFor();
  await delay(interval * 2_000);
  flyctl.forgetCalls();
  const from = performance.now();
  await delay(hiddenMs);
  const spawns = flyctl.calls().length * (60_000 / (performance.now() - from));
  await page.context().close();
  return { refresh_processes: perRefresh, hidden_spawns_per_min: rounded(spawns) };
}

/** Calls between two of `apps list`, without those that follow the machine that is starting; the most of several refreshes. */
async function processesPerRefresh(flyctl: PreparedFlyctl): Promise<number> {
  flyctl.forgetCalls();
  const starts = (): readonly number[] =>
    flyctl.calls().flatMap((call, index) => (call.startsWith('apps list') ? [index] : []));
  while (starts().length < refreshes) await delay(100);
  const calls = flyctl.calls();
  const first = starts()[0] ?? 0;
  const last = starts().at(-1) ?? 0;
  const counted = calls.slice(first, last).filter((call) => !call.startsWith('machine list'));
  // Each refresh reads the machines once; the other reads of them follow a state.
  return Math.ceil(counted.length / (refreshes - 1)) + 1;
}

async function showView(page: Page): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await calm();
  await page.locator('.activitybar .action-label[aria-label="OpenClaw"]').click();
}

/** Waits for an element that has all the texts. @returns The page's time of the frame after it came, in milliseconds. */
async function shows(page: Page, selector: string, ...texts: readonly string[]): Promise<number> {
  return page.evaluate(
    ({ selector, texts }) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const elements = [...document.querySelectorAll(selector)];
          const found = elements.some((element) => {
            // The status bar has no ordinary spaces.
            const shown = element.textContent.replaceAll('\u00a0', ' ');
            return texts.every((text) => shown.includes(text));
          });
          requestAnimationFrame(found ? () => resolve(performance.now()) : look);
        };
        look();
      }),
    { selector, texts },
  );
}

function appOf(index: number): object {
  const name = [large, small][index] ?? `app-${String(index).padStart(3, '0')}`;
  return {
    Name: name,
    Status: 'deployed',
    Hostname: `${name}.fly.dev`,
    Organization: { Slug: index % 2 === 0 ? 'acme' : 'personal' },
    CurrentRelease: { CreatedAt: '2026-11-01T00:00:00Z', Status: 'complete' },
  };
}

/** None is started: several gateways of one app would be trouble. */
function machines(state: 'stopped' | 'suspended'): readonly object[] {
  return [...Array(machineCount).keys()].map((index) => machineOf(index, state));
}

/** As flyctl prints one, with two events and a check. */
function machineOf(index: number, state: string): object {
  const id = `d89${String(index).padStart(11, '0')}`;
  const event = { type: 'start', status: 'started', source: 'flyd', timestamp: 1_700_000_000_000 };
  return {
    id,
    name: `machine-${String(index).padStart(4, '0')}`,
    state,
    region: 'fra',
    image_ref: { registry: 'ghcr.io', repository: 'openclaw/openclaw', tag: '2026.9.6' },
    created_at: '2026-11-01T00:00:00Z',
    updated_at: '2026-11-01T00:00:00Z',
    config: {
      env: { OPENCLAW_STATE_DIR: '/data', NODE_ENV: 'production' },
      init: { cmd: ['node', 'dist/index.js', 'gateway', '--port', '3000', '--bind', 'lan'] },
      guest: { cpu_kind: 'shared', cpus: 2, memory_mb: 2048 },
      metadata: { fly_platform_version: 'v2', fly_process_group: 'app', fly_release_version: '3' },
      mounts: [{ volume: `vol_${index}`, path: '/data', encrypted: true, size_gb: 1 }],
      services: [{ protocol: 'tcp', internal_port: 3000, ports: [{ port: 443, handlers: ['tls', 'http'] }] }],
      image: 'ghcr.io/openclaw/openclaw:2026.9.6',
      restart: { policy: 'on-failure', max_retries: 10 },
    },
    events: [event, { ...event, type: 'launch', status: 'created' }],
    checks: [{ name: 'servicecheck-00', status: 'passing', output: '200 OK' }],
    host_status: 'ok',
    cordoned: false,
  };
}
