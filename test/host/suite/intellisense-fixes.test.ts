import JSON5 from 'json5';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { fix, openWith } from '../fixes.ts';
import { deployment } from '../flysim.ts';

describe('Quick fixes', () => {
  const { app, machine, configFile } = deployment();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const uris = {
    local: vscode.Uri.joinPath(folder, 'openclaw.json'),
    remote: vscode.Uri.parse(`openclaw-fly://${app}/${machine}/data/openclaw.json`),
  };

  beforeEach(() => writeFileSync(configFile, '{}'));

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  for (const [where, uri] of Object.entries(uris)) {
    it(`change a mistyped key or value to what was meant (${where})`, async () => {
      const document = await openWith(uri, '{\n  "gatewya": {},\n  "logging": { "level": "dbug" }\n}\n');
      await fix(document, 'dbug', 'Change to "debug"');
      await fix(document, 'gatewya', 'Change to "gateway"');
      assert.equal(document.getText(), '{\n  "gateway": {},\n  "logging": { "level": "debug" }\n}\n');
    });

    it(`add what is missing, and take away what is dangerous (${where})`, async () => {
      const controlUi =
        '"controlUi": { "allowedOrigins": ["https://example.org"], "dangerouslyDisableDeviceAuth": true }';
      const document = await openWith(uri, `{\n  // mine\n  "gateway": { ${controlUi} }\n}\n`);
      await fix(document, '["https://example.org"]', `Add https://${app}.fly.dev`);
      await fix(document, 'true', 'Set gateway.controlUi.dangerouslyDisableDeviceAuth to false');
      await fix(document, '"gateway"', 'Set gateway.mode to "local"');
      assert.deepEqual(JSON5.parse(document.getText()), {
        gateway: {
          mode: 'local',
          controlUi: {
            allowedOrigins: ['https://example.org', `https://${app}.fly.dev`],
            dangerouslyDisableDeviceAuth: false,
          },
        },
      });
      assert.match(document.getText(), /\/\/ mine/);
    });
  }
});
