import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder, type TemporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer, type VscodeServer } from '../../scripts/vscode-host/server.ts';
import { type FaultName, type Flysim, startFlysim } from '../flysim/harness.ts';
import { openPage, type OpenPage, type ThemeName, type Workbench } from './support/workbench.ts';

const app = 'my-openclaw';

describe('The Deployments view', () => {
  let folder: TemporaryFolder;
  let flysim: Flysim;
  let server: VscodeServer;
  let opened: OpenPage;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = temporaryFolder('states');
    flysim = await startFlysim();
    server = await startServer({ extension: root, env: withoutFlyctl(folder.path) });
    opened = await openPage({ server, folder: folder.path });
    workbench = opened.workbench;
    await workbench.openViewContainer('OpenClaw');
  });

  afterAll(async () => {
    await opened?.close();
    await server?.stop();
    await flysim?.stop();
    await folder?.remove();
  });

  /** The welcome text, once it is the expected one, with the labels of its buttons. */
  async function welcome(text: string): Promise<string[]> {
    const content = workbench.page.locator('.sidebar .welcome-view-content').filter({ hasText: text });
    await content.waitFor();
    return content.locator('.monaco-button').allInnerTexts();
  }

  async function refreshWith(...faults: FaultName[]): Promise<void> {
    await flysim.clearFaults();
    for (const fault of faults) await flysim.setFault(fault);
    await workbench.runCommand('OpenClaw: Refresh');
  }

  it('offers to install or choose flyctl where there is none, and finds it when it is chosen', async () => {
    expect(await welcome('was not found on this machine')).toEqual(['Install flyctl', 'Choose flyctl…']);
    await workbench.screenshot('state-not-installed');
    await flysim.setFault('not-logged-in');
    const settings = join(server.userDataDir, 'Machine', 'settings.json');
    writeFileSync(settings, JSON.stringify({ 'openclawDeployments.flyctlPath': flysim.flyctl }));
    expect(await welcome('is not signed in to Fly.io')).toEqual(['Sign In']);
    await workbench.screenshot('state-not-signed-in');
  });

  it('says that Fly.io cannot be reached', async () => {
    await refreshWith('offline');
    expect(await welcome('cannot be reached from here')).toEqual(['Try Again']);
    await workbench.screenshot('state-offline');
  });

  it('says that there are no apps', async () => {
    await refreshWith();
    expect(await welcome('There are no apps')).toEqual(['Deploy OpenClaw on Fly.io']);
    await workbench.screenshot('state-no-apps');
  });

  it('shows a stopped machine in words and offers to start it, not to stop it', async () => {
    await flysim.createApp(app);
    const machine = await flysim.createMachine(app, {
      command: ['sleep', 'infinity'],
      env: { OPENCLAW_STATE_DIR: '/data' },
      volume: { name: 'openclaw_data', path: '/data' },
      start: false,
    });
    await flysim.createApp('another-app');
    await workbench.runCommand('OpenClaw: Refresh');
    const tree = workbench.tree('Deployments');
    await tree.row(app).waitFor();
    await tree.expand(app);
    await tree.row(/stopped|created/).waitFor();
    const titles = await tree.contextMenuTitles(/stopped|created/);
    expect(titles).toContain('Start Machine');
    expect(titles).not.toContain('Stop Machine');

    await tree.contextMenu(/stopped|created/, 'Start Machine');
    await tree.row(/started · /).waitFor();
    await flysim.waitForState(app, machine, 'started');
    const others = await tree.contextMenuTitles(/started · /);
    expect(others).toEqual(
      expect.arrayContaining(['Open openclaw.json', 'Stop Machine', 'Destroy Machine…', 'Copy']),
    );
    expect(others).not.toContain('Start Machine');
  });

  it('asks before it stops a machine, and names what goes offline', async () => {
    const tree = workbench.tree('Deployments');
    await tree.contextMenu(/started · /, 'Stop Machine');
    await workbench.dialog.element.waitFor();
    const text = await workbench.dialog.text();
    expect(text).toContain(`of ${app}?`);
    expect(text).toContain('Its gateway and all its channels go offline.');
    expect(text).toContain(`flyctl machine stop`);
    await workbench.screenshot('state-stop-question');
    await workbench.dialog.press('Cancel');
    await tree.row(/started · /).waitFor();
  });

  it('puts apps that run OpenClaw first', async () => {
    const tree = workbench.tree('Deployments');
    await tree.row('another-app').waitFor();
    const apps = (await tree.texts()).filter((text) => /^(my-openclaw|another-app)/.test(text));
    expect(apps.map((text) => text.split(' ')[0])).toEqual([app, 'another-app']);
  });

  it('keeps what it knew when a refresh fails, and says since when and why', async () => {
    await refreshWith('offline');
    await workbench.page
      .locator('.sidebar')
      .getByText(/^Not refreshed since .*Fly\.io cannot be reached/)
      .waitFor();
    const tree = workbench.tree('Deployments');
    await tree.row(/started · /).waitFor();
    await workbench.screenshot('state-stale');
    await refreshWith();
    await workbench.page
      .locator('.sidebar')
      .getByText(/^Not refreshed since /)
      .waitFor({ state: 'detached' });
  });

  it('says in the list that could not be read why it could not', async () => {
    await flysim.setFault('forbidden', { verb: 'secrets list' });
    const tree = workbench.tree('Deployments');
    await tree.expand('Secrets');
    await tree.row(/token|may not|allowed/i).waitFor();
    await workbench.screenshot('state-forbidden-list');
    await refreshWith();
    await tree.row('none').waitFor();
  });

  it('lists what was done, and how it went', async () => {
    const activity = workbench.tree('Activity');
    await workbench.page.locator('.sidebar .pane-header').filter({ hasText: 'Activity' }).click();
    await activity.expand(/^Starting /);
    await activity.row(/^flyctl machine start/).waitFor();
    expect(await activity.texts()).toContainEqual(expect.stringMatching(/^Starting .* done · /));
    await workbench.screenshot('state-activity');
  });

  it('hides apps, shows them when asked, and offers a way back when nothing is left', async () => {
    const tree = workbench.tree('Deployments');
    await tree.contextMenu('another-app', 'Hide App');
    await tree.row('another-app').waitFor({ state: 'detached' });
    await workbench.runCommand('OpenClaw: Show Hidden Apps');
    await tree.row(/another-app hidden|another-app, hidden/).waitFor();
    await tree.contextMenu('another-app', 'Stop Hiding App');
    await workbench.runCommand('OpenClaw: Stop Showing Hidden Apps');
    await tree.row('another-app').waitFor();
    await workbench.runCommand('OpenClaw: Show Only OpenClaw Apps');
    await tree.row('another-app').waitFor({ state: 'detached' });
    await tree.contextMenu(app, 'Hide App');
    expect(await welcome('No app passes the filter')).toEqual(['Show All Apps']);
    await workbench.screenshot('state-filtered');
    await workbench.runCommand('OpenClaw: Show All Apps');
    await tree.row('another-app').waitFor();
    await workbench.runCommand('OpenClaw: Stop Hiding App');
    await workbench.quickInput.choose(app);
    await tree.row(/started · /).waitFor();
  });

  it('counts in the activity bar what is wrong, and names it in the tree', async () => {
    for (const name of ['second', 'third']) {
      await flysim.createMachine(app, {
        name,
        command: ['sleep', 'infinity'],
        env: { OPENCLAW_STATE_DIR: '/data' },
        region: 'fra',
      });
    }
    await flysim.allocateIp(app, 'shared_v4');
    await workbench.runCommand('OpenClaw: Refresh');
    const tree = workbench.tree('Deployments');
    await tree.row('Several Gateways').waitFor();
    await tree.row(/^Public/).waitFor();
    await workbench.page.locator('.activitybar .badge-content', { hasText: '1' }).first().waitFor();
    await workbench.screenshot('state-troubles');
    expect(await tree.contextMenuTitles('Several Gateways')).toContain('Stop Extra Gateways…');
  });

  it.each<ThemeName>(['dark', 'high-contrast', 'light'])('shows in the %s theme', async (theme) => {
    await workbench.setTheme(theme);
    await workbench
      .tree('Deployments')
      .row(/started · /)
      .waitFor();
    await workbench.screenshot(`state-tree-${theme}`);
  });

  it('speaks Japanese where VS Code does', async () => {
    const japanese = await openPage({ server, folder: folder.path, language: 'ja' });
    try {
      const { page } = japanese.workbench;
      await japanese.workbench.openViewContainer('OpenClaw');
      const tree = japanese.workbench.tree('デプロイメント');
      await tree.expand(app);
      await tree.row('マシン').waitFor();
      expect(await tree.contextMenuTitles(/started · /)).toContain('マシンを停止');
      await flysim.setFault('offline');
      await japanese.workbench.runCommand('OpenClaw: 最新の情報に更新');
      await page
        .locator('.sidebar')
        .getByText(/以降更新されていません。Fly\.io に接続できません。/)
        .waitFor();
    } finally {
      await flysim.clearFaults();
      await japanese.close();
    }
  });
});

/** An environment in which flyctl is not on PATH, nor in a home folder, nor on the login shell's PATH. */
function withoutFlyctl(folder: string): Record<string, string> {
  const home = join(folder, 'home');
  mkdirSync(home);
  return { PATH: '/nowhere', HOME: home, SHELL: '/bin/false' };
}
