import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { startServer, type VscodeServer } from '../../scripts/vscode-host/server.ts';
import { sampleWorkspace } from '../demo/cloud.ts';
import { openPage, themes, type OpenPage, type ThemeName } from './support/workbench.ts';

const themeNames: readonly ThemeName[] = ['light', 'dark', 'high-contrast'];

describe('VS Code with the extension', () => {
  let server: VscodeServer;
  let page: OpenPage;

  beforeAll(async () => {
    server = await startServer({ extension: root });
    page = await openPage({ server, folder: sampleWorkspace });
  });

  afterAll(async () => {
    await page?.close();
    await server?.stop();
  });

  it('has the Deployments view in a container of its own', async () => {
    await page.workbench.openViewContainer('OpenClaw');
    const view = page.workbench.page.locator('.sidebar');
    expect(await view.innerText()).toContain('Deployments');
  });

  it.each(themeNames)('shows in the %s theme', async (theme) => {
    await page.workbench.setTheme(theme);
    await page.workbench.screenshot(`workbench-${theme}`);
    const workbench = page.workbench.page.locator('.monaco-workbench');
    expect(await workbench.getAttribute('class')).toContain(themes[theme].className);
  });
});
