import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder, type TemporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer, type VscodeServer } from '../../scripts/vscode-host/server.ts';
import { sampleWorkspace } from '../demo/cloud.ts';
import { openPage, type OpenPage } from './support/workbench.ts';

describe('Restricted Mode', () => {
  let folder: TemporaryFolder;
  let server: VscodeServer;
  let opened: OpenPage;
  let ran: string;

  beforeAll(async () => {
    folder = temporaryFolder('restricted');
    const workspace = join(folder.path, 'workspace');
    cpSync(sampleWorkspace, workspace, { recursive: true });
    ran = join(folder.path, 'ran');
    const flyctlPath = join(folder.path, 'flyctl');
    writeFileSync(flyctlPath, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
    server = await startServer({
      extension: root,
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
      machineSettings: { 'openclawDeployments.flyctlPath': flyctlPath },
    });
    opened = await openPage({ server, folder: workspace });
  });

  afterAll(async () => {
    await opened?.close();
    await server?.stop();
    await folder?.remove();
  });

  it('says why there are no deployments, and runs nothing', async () => {
    const { workbench } = opened;
    await workbench.openViewContainer('OpenClaw');
    const content = workbench.page.locator('.sidebar .welcome-view-content');
    await content.filter({ hasText: 'does not run in Restricted Mode' }).waitFor();
    await workbench.screenshot('restricted-view');
    expect(existsSync(ran)).toBe(false);
  });

  it('still knows what openclaw.json may hold', async () => {
    const { editor } = opened.workbench;
    await editor.open('openclaw.json');
    await editor.setText('{ "gatewya": {} }');
    await editor.problem('Property gatewya is not allowed');
    expect(existsSync(ran)).toBe(false);
  });
});
