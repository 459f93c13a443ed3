import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer } from '../../scripts/vscode-host/server.ts';
import { volumeFolderOf } from '../demo/flyctl.ts';
import { startFlysim } from '../flysim/harness.ts';
import { Report } from '../repair/report.ts';
import { openPage, type Workbench } from './support/workbench.ts';

const app = 'claw';
const toml = `app = "${app}" # mine

[env]
  NODE_OPTIONS = "--max-old-space-size=1536"
  OPENCLAW_STATE_DIR = "/data"

[processes]
  app = "node dist/index.js gateway --port 3000 --bind lan"

[http_service]
  internal_port = 3000
  auto_stop_machines = false
  min_machines_running = 1

[[vm]]
  memory = "512mb" # for now

[mounts]
  source = "data"
  destination = "/data"
`;
const config = '{\n  // mine\n  "gateway": { "bind": "lan" }\n}\n';

const cleanUp = new AsyncDisposableStack();
let workbench: Workbench;
let tomlFile: string;
let configFile: string;

beforeAll(async () => {
  const folder = temporaryFolder('doctor');
  cleanUp.defer(() => folder.remove());
  const flysim = cleanUp.use(await startFlysim());
  await flysim.createApp(app, { secrets: { OPENCLAW_GATEWAY_TOKEN: 'x' } });
  const machine = await flysim.createMachine(app, {
    image: 'ghcr.io/openclaw/openclaw:2026.9.6',
    command: ['sleep', 'infinity'],
    env: { OPENCLAW_STATE_DIR: '/data' },
    memoryMb: 2048,
    volume: { name: 'data', path: '/data' },
  });
  await flysim.waitForState(app, machine, 'started');
  configFile = join(await volumeFolderOf(flysim, app), 'openclaw.json');
  const workspace = join(folder.path, 'workspace');
  mkdirSync(workspace);
  tomlFile = join(workspace, 'fly.toml');
  writeFileSync(tomlFile, toml);
  const server = await startServer({
    extension: root,
    machineSettings: { 'openclawDeployments.flyctlPath': flysim.flyctl },
  });
  cleanUp.defer(() => server.stop());
  const page = await openPage({ server, folder: workspace });
  cleanUp.defer(() => page.close());
  ({ workbench } = page);
});

afterAll(() => cleanUp.disposeAsync());

test('fixes of files are compared, then saved and pushed, and the doctor looks again', async () => {
  const report = new Report(workbench, app);
  await workbench.openViewContainer('OpenClaw');
  await workbench
    .tree('Deployments')
    .row(/started · /)
    .waitFor();
  await workbench.runCommand('OpenClaw: Run Doctor');
  await report.next();

  await report.press('memory-low', 'Set the memory to 2048 MB…');
  await workbench.editor.tab('Set the memory to 2048 MB').waitFor();
  // Until now there was none: OpenClaw takes its time to judge one.
  writeFileSync(configFile, config);
  await workbench.notifications.press(/Set the memory to 2048 MB/, 'Apply');
  await workbench.editor.tab(`Doctor: ${app}`).click();
  const second = await report.next();
  expect(second.map(({ code }) => code)).not.toContain('memory-low');
  expect(readFileSync(tomlFile, 'utf8')).toBe(toml.replace('"512mb"', '"2048mb"'));

  await report.press('mode-missing', 'Set gateway.mode to “local”…');
  await workbench.editor.tab('Set gateway.mode').waitFor();
  await workbench.notifications.press(/Set gateway\.mode/, 'Push');
  // The push may have to wait until the schema of the machine is read, over the same connection.
  await expect.poll(() => readFileSync(configFile, 'utf8'), { timeout: 90_000 }).toContain('"local"');
  expect(readFileSync(configFile, 'utf8')).toContain('// mine');
  await workbench.editor.tab(`Doctor: ${app}`).click();
  expect((await report.next()).map(({ code }) => code)).not.toContain('mode-missing');
});
