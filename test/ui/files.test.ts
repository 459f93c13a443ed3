import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { startServer, type VscodeServer } from '../../scripts/vscode-host/server.ts';
import { temporaryFolder, type TemporaryFolder } from '../../scripts/processes/folder.ts';
import { volumeFolderOf } from '../demo/flyctl.ts';
import { type Flysim, startFlysim } from '../flysim/harness.ts';
import { openPage, type OpenPage, type Workbench } from './support/workbench.ts';

const app = 'my-openclaw';
const config = '{ "gateway": { "mode": "local" }, "logging": { "level": "info" } }\n';

const files: Readonly<Record<string, string>> = {
  '.env': 'ANTHROPIC_API_KEY=sk-ant-test\n',
  'openclaw.json': config,
  'logs/commands.log': 'started\n',
  'workspace/AGENTS.md': '# Agents\n',
};

describe('The files of a machine', () => {
  let folder: TemporaryFolder;
  let flysim: Flysim;
  let server: VscodeServer;
  let opened: OpenPage;
  let workbench: Workbench;
  let stateDir: string;

  beforeAll(async () => {
    folder = temporaryFolder('files');
    flysim = await startFlysim();
    await flysim.createApp(app);
    const machine = await flysim.createMachine(app, {
      command: ['sleep', 'infinity'],
      env: { OPENCLAW_STATE_DIR: '/data' },
      volume: { name: 'openclaw_data', path: '/data' },
    });
    await flysim.waitForState(app, machine, 'started');
    stateDir = await volumeFolderOf(flysim, app);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(stateDir, name, '..'), { recursive: true });
      writeFileSync(join(stateDir, name), content);
    }
    server = await startServer({
      extension: root,
      machineSettings: { 'openclawDeployments.flyctlPath': flysim.flyctl },
    });
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

  it('are below it, folders first, and credentials are marked', async () => {
    const tree = workbench.tree('Deployments');
    await tree.expand(/started · /);
    await tree.expand('State Directory');
    await tree.expand('workspace');
    await tree.row('AGENTS.md').waitFor();
    const texts = (await tree.texts()).join('\n');
    expect(texts).toMatch(/State Directory[^]*logs[^]*workspace[^]*AGENTS\.md[^]*\.env[^]*openclaw\.json/);
    expect(await tree.row('.env').innerText()).toContain('credential · 30 B');
    expect(await tree.row('AGENTS.md').innerText()).not.toContain('credential');
    await workbench.screenshot('files-tree');
  });

  it('open with a click, credentials after a question', async () => {
    const tree = workbench.tree('Deployments');
    await tree.row('AGENTS.md').click();
    await workbench.editor.tab('AGENTS.md').waitFor();
    await expect.poll(() => workbench.editor.visibleLines()).toContain('# Agents');
    await tree.row('.env').click();
    await workbench.dialog.element.waitFor();
    const question = await workbench.dialog.text();
    expect(question).toContain(`Open the credential .env of ${app}?`);
    await workbench.screenshot('files-credential');
    await workbench.dialog.press('Cancel');
    expect(await workbench.editor.tab('.env').count()).toBe(0);
    await tree.row('.env').click();
    await workbench.dialog.press('Open');
    await workbench.editor.tab('.env').waitFor();
    await expect.poll(() => workbench.editor.visibleLines()).toContain('ANTHROPIC_API_KEY=sk-ant-test');
  });

  it('are read again when their folder is refreshed', async () => {
    const tree = workbench.tree('Deployments');
    writeFileSync(join(stateDir, 'workspace', 'SOUL.md'), '# Soul\n');
    await tree.inlineAction('workspace', 'Refresh');
    await tree.row('SOUL.md').waitFor();
  });

  it('say when what was pushed was changed elsewhere', async () => {
    const tree = workbench.tree('Deployments');
    await tree.inlineAction(/started · /, 'Open openclaw.json');
    await workbench.editor.tab('openclaw.json').waitFor();
    await expect.poll(() => workbench.editor.visibleLines()).toContain(config.trim());
    await workbench.editor.setText(config.replace('info', 'debug'));
    await workbench.page.locator('.tab.dirty').waitFor();
    await workbench.editor.save('openclaw.json');
    expect(readFileSync(join(stateDir, 'openclaw.json'), 'utf8')).toContain('debug');
    writeFileSync(join(stateDir, 'openclaw.json'), config.replace('info', 'trace'));
    await workbench.runCommand('OpenClaw: Refresh');
    const changed = tree.row(/config changed · started/);
    await changed.waitFor();
    await workbench.screenshot('files-drift');
    writeFileSync(join(stateDir, 'openclaw.json'), config.replace('info', 'debug'));
    await workbench.runCommand('OpenClaw: Refresh');
    await changed.waitFor({ state: 'detached' });
    expect(readFileSync(join(stateDir, 'openclaw.json'), 'utf8')).toContain('debug');
  });
});
