import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder, type TemporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer, type VscodeServer } from '../../scripts/vscode-host/server.ts';
import { volumeFolderOf } from '../demo/flyctl.ts';
import { type Flysim, startFlysim } from '../flysim/harness.ts';
import { processesWith } from '../scenario/flysim/support/processes.ts';
import { openPage, type OpenPage, type Workbench } from './support/workbench.ts';

const app = 'my-openclaw';
const file = 'openclaw.json';
const remoteText = '{ "gateway": { "mode": "local" }, "logging": { "level": "info" } }\n';
const localText = '{\n  // From the workspace.\n  "gateway": { "mode": "local" }\n}\n';

describe('A deployment and a workspace', () => {
  let folder: TemporaryFolder;
  let flysim: Flysim;
  let server: VscodeServer;
  let opened: OpenPage;
  let workbench: Workbench;
  let remoteFile: string;

  beforeAll(async () => {
    folder = temporaryFolder('push');
    flysim = await startFlysim();
    await flysim.createApp(app);
    const machine = await flysim.createMachine(app, {
      command: ['sh', '-c', 'while sleep 0.2; do echo tick; done'],
      env: { OPENCLAW_STATE_DIR: '/data' },
      volume: { name: 'openclaw_data', path: '/data' },
    });
    await flysim.waitForState(app, machine, 'started');
    remoteFile = join(await volumeFolderOf(flysim, app), file);
    writeFileSync(remoteFile, remoteText);
    writeFileSync(join(folder.path, file), localText);
    server = await startServer({
      extension: root,
      machineSettings: { 'openclawDeployments.flyctlPath': flysim.flyctl },
    });
    opened = await openPage({ server, folder: folder.path });
    workbench = opened.workbench;
    await workbench.openViewContainer('OpenClaw');
    await workbench
      .tree('Deployments')
      .row(/started · /)
      .waitFor();
  });

  afterAll(async () => {
    await opened?.close();
    await server?.stop();
    await flysim?.stop();
    await folder?.remove();
  });

  it('shows the difference before it pushes the file of the workspace, and pushes nothing on Cancel', async () => {
    await workbench.tree('Deployments').contextMenu(/started · /, 'Push openclaw.json…');
    const question = /Replace .*openclaw\.json on my-openclaw/;
    expect(await workbench.notifications.buttons(question)).toEqual(['Push', 'Cancel']);
    await workbench.editor.tab('my-openclaw ↔ workspace').waitFor();
    await workbench.page.getByText('From the workspace.').first().waitFor();
    await workbench.screenshot('push-difference');
    await workbench.notifications.press(question, 'Cancel');
    await workbench.notifications.withText(question).waitFor({ state: 'detached' });
    expect(readFileSync(remoteFile, 'utf8')).toBe(remoteText);
  });

  it('pushes it when told to', async () => {
    await workbench.runCommand('OpenClaw: Push openclaw.json…');
    await workbench.notifications.press(/Replace .*openclaw\.json on my-openclaw/, 'Push');
    await workbench.page.getByText('openclaw.json is on my-openclaw; watching the gateway').waitFor();
    expect(readFileSync(remoteFile, 'utf8')).toBe(localText);
  });

  it('says so when there is nothing to push', async () => {
    await workbench.runCommand('OpenClaw: Push openclaw.json…');
    await workbench.notifications.withText('my-openclaw already has exactly this file.').waitFor();
  });

  it('does not save what no gateway can read, says why, and leaves the machine alone', async () => {
    await workbench.tree('Deployments').inlineAction(/started · /, 'Open openclaw.json');
    await expect.poll(() => workbench.editor.visibleLines()).toContain('  // From the workspace.');
    await workbench.editor.setText('{ "gateway": ');
    await workbench.page.keyboard.press('Control+S');
    await workbench.notifications.withText(/the gateway of my-openclaw would refuse it.*Line 1/).waitFor();
    await workbench.screenshot('push-refused');
    expect(readFileSync(remoteFile, 'utf8')).toBe(localText);
  });

  it('leaves no process behind when VS Code ends in the middle of a log tail', async () => {
    await workbench.tree('Deployments').inlineAction(/started · /, 'Show Logs');
    const logs = await workbench.webview('Logs');
    await logs.locator('body').getByText('tick').first().waitFor();
    const flyctls = (): readonly number[] => processesWith(join(flysim.dir, 'lib', 'flyctl.js'));
    expect(flyctls()).not.toEqual([]);
    await opened.close();
    await server.stop();
    await expect.poll(flyctls, { timeout: 15_000 }).toEqual([]);
  });
});
