import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { screenshot } from '../driver.ts';
import { eventually } from '../eventually.ts';
import { deployment } from '../flysim.ts';

const original = `{
  // The gateway's configuration.
  "gateway": { "mode": "local" },
  "logging": { "level": "info" }
}
`;

describe('openclaw.json of a machine', () => {
  const { app, machine, configFile } = deployment();
  const uri = vscode.Uri.parse(`openclaw-fly://${app}/${machine}/data/openclaw.json`);

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    writeFileSync(configFile, original);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  /** VS Code keeps a closed document for a while, and a file's state for seconds: it is read until it is the one on disk. */
  async function open(): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    return eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      return editor.document.getText() === original ? editor : undefined;
    });
  }

  async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
    const start = editor.document.positionAt(editor.document.getText().indexOf(from));
    const end = start.translate(0, from.length);
    assert.equal(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), to)), true);
  }

  it('opens by the command, as JSON with comments, with the bytes on the volume', async () => {
    await vscode.commands.executeCommand('openclawDeployments.openConfig', { app, machine });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri.toString());
    assert.equal(document.languageId, 'jsonc');
    assert.equal(document.getText(), original);
  });

  it('is pushed by saving, with its mode and every comment', async () => {
    const mode = statSync(configFile).mode;
    const editor = await open();
    await replace(editor, '"info"', '"debug"');
    assert.equal(await editor.document.save(), true);
    assert.equal(readFileSync(configFile, 'utf8'), original.replace('"info"', '"debug"'));
    assert.equal(statSync(configFile).mode, mode);
  });

  it('is not overwritten when somebody else changed it meanwhile', async () => {
    const editor = await open();
    const foreign = original.replace('"info"', '"trace"');
    writeFileSync(configFile, foreign);
    await replace(editor, '"info"', '"debug"');
    assert.equal(await editor.document.save(), false);
    assert.equal(editor.document.isDirty, true);
    assert.equal(readFileSync(configFile, 'utf8'), foreign);
  });

  it('has problems where the schema of OpenClaw sees them, and none for comments', async () => {
    const editor = await open();
    await replace(editor, '"info"', '"loud"');
    const problems = await eventually(() => {
      const found = vscode.languages.getDiagnostics(uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      problems.map(({ range }) => editor.document.getText(range)),
      ['"loud"'],
    );
    await screenshot('host-config-problem');
  });

  it('offers the values that the schema allows', async () => {
    const editor = await open();
    const inside = editor.document.positionAt(original.indexOf('info'));
    const labels = await eventually(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        inside,
      );
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('"debug"') ? found : undefined;
    });
    assert.ok(labels.includes('"trace"'));
  });
});

describe('openclaw.json of the workspace', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder, 'openclaw.json');

  it('has no problems as it is, and one for a key that OpenClaw does not know', async () => {
    const editor = await vscode.window.showTextDocument(uri);
    assert.equal(editor.document.languageId, 'jsonc');
    const at = editor.document.positionAt(editor.document.getText().indexOf('"gateway"'));
    await editor.edit((edit) => edit.insert(at, '"gatewya": {},\n  '));
    const problems = await eventually(() => {
      const found = vscode.languages.getDiagnostics(uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      problems.map(({ range }) => editor.document.getText(range)),
      ['"gatewya"'],
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
