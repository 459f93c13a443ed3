import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answering } from '../answers.ts';
import { eventually } from '../eventually.ts';
import { openWith } from '../fixes.ts';
import { deployment } from '../flysim.ts';

const tailscaleOnLan = `{
  "gateway": { "mode": "local", "bind": "lan",
  "tailscale": { "mode": "serve" } } }`;

describe('A push', () => {
  const { app, machine, configFile } = deployment();
  const uri = vscode.Uri.parse(`openclaw-fly://${app}/${machine}/data/openclaw.json`);
  const onVolume = (): string => readFileSync(configFile, 'utf8');

  let original = '';
  let count = 0;

  // Another content each time: VS Code would not read again what it has already.
  beforeEach(() => {
    count += 1;
    original = `{\n  "gateway": { "mode": "local" } // ${count}\n}\n`;
    writeFileSync(configFile, original);
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  for (const [what, text] of Object.entries({
    'the schema does not allow': '{ "gateway": { "mode": "local", "nope": 1 } }',
    'cannot be read': '{ "gateway": ',
    'the gateway refuses though its schema allows it': tailscaleOnLan,
  })) {
    it(`is refused for what ${what}, and for nothing else`, async () => {
      const document = await openWith(uri, text, original);
      assert.equal(await document.save(), false);
      assert.equal(document.isDirty, true);
      assert.equal(onVolume(), original);

      const edit = new vscode.WorkspaceEdit();
      const end = document.positionAt(text.length);
      edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), `${original}\n`);
      await vscode.workspace.applyEdit(edit);
      assert.equal(await document.save(), true);
    });
  }

  it('asks about the warnings that it brings, and about none that were there', async () => {
    const withSecret =
      '{\n  "gateway": { "mode": "local" },\n  "hooks": { "token": "literal-0123456789" }\n}\n';
    const document = await openWith(uri, withSecret, original);
    const refused = await answering(undefined, async () => assert.equal(await document.save(), false));
    assert.match(refused.join(), /Line 3: .*secret/);
    assert.equal(onVolume(), original);

    const asked = await answering('Push', async () => assert.equal(await document.save(), true));
    assert.equal(asked.length, 1);
    assert.equal(onVolume(), withSecret);

    await openWith(uri, withSecret.replace('\n}', ',\n  "logging": { "level": "debug" }\n}'), withSecret);
    const again = await answering(undefined, async () => assert.equal(await document.save(), true));
    assert.deepEqual(again, []);
    assert.match(onVolume(), /debug/);
  });

  it('asks before it takes away what the gateway needs', async () => {
    const document = await openWith(uri, '{ "logging": { "level": "debug" } }', original);
    const asked = await answering(undefined, async () => assert.equal(await document.save(), false));
    assert.match(asked.join(), /gateway\.mode/);
    assert.equal(onVolume(), original);
  });

  it('never puts a placeholder in the place of a secret', async () => {
    const text = original.replace('"local"', '"local", "auth": { "token": "__OPENCLAW_REDACTED__" }');
    const document = await openWith(uri, text, original);
    const asked = await answering('Push', async () => assert.equal(await document.save(), false));
    assert.deepEqual(asked, []);
    assert.equal(onVolume(), original);
  });

  it('goes past errors only where a setting has them asked about', async () => {
    const settings = vscode.workspace.getConfiguration('openclawDeployments');
    await settings.update('push.onErrors', 'ask', vscode.ConfigurationTarget.Workspace);
    try {
      const text = '{ "gateway": { "mode": "local" }, "nope": 1 }';
      const document = await openWith(uri, text, original);
      const asked = await answering('Push Anyway', async () => assert.equal(await document.save(), true));
      assert.match(asked.join(), /nope/);
      assert.equal(onVolume(), text);
    } finally {
      await settings.update('push.onErrors', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('is never the work of automatic saving', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const files = vscode.workspace.getConfiguration('files');
    const local = vscode.Uri.joinPath(folder, 'openclaw.json');
    const before = await vscode.workspace.fs.readFile(local);
    await files.update('autoSaveDelay', 50, vscode.ConfigurationTarget.Workspace);
    await files.update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Workspace);
    try {
      const remote = await openWith(uri, `${original}\n`);
      // The later of the two is saved by itself.
      const saved = await openWith(local, `${original}\n\n`);
      await eventually(() => (saved.isDirty ? undefined : true));
      assert.equal(remote.isDirty, true);
      assert.equal(onVolume(), original);
    } finally {
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
      await files.update('autoSaveDelay', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.writeFile(local, before);
      await vscode.window.showTextDocument(uri);
    }
  });
});
