import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answering } from '../answers.ts';
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
  const onVolume = (): string => readFileSync(configFile, 'utf8');
  const activeTab = (): string => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';

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

  describe('that somebody else changed meanwhile', () => {
    const foreign = original.replace('"info"', '"trace"');
    const mine = original.replace('"info"', '"debug"');

    async function edited(): Promise<vscode.TextDocument> {
      const editor = await open();
      writeFileSync(configFile, foreign);
      await replace(editor, '"info"', '"debug"');
      return editor.document;
    }

    it('is left as it is when the user cancels, again and again', async () => {
      const document = await edited();
      for (const time of [1, 2]) {
        const asked = await answering(undefined, async () => assert.equal(await document.save(), false));
        assert.match(asked.join(), /openclaw\.json changed on my-openclaw since it was opened/, `${time}`);
      }
      assert.equal(document.isDirty, true);
      assert.equal(onVolume(), foreign);
    });

    it('is overwritten when the user wants it', async () => {
      const document = await edited();
      await answering('Overwrite', async () => assert.equal(await document.save(), true));
      assert.equal(onVolume(), mine);
    });

    it('is merged with three sides', async () => {
      const document = await edited();
      await answering('Merge…', async () => assert.equal(await document.save(), false));
      assert.equal(onVolume(), foreign);
      await eventually(() => (/Merging/.test(activeTab()) ? true : undefined));
      await screenshot('host-merge-editor');
      await vscode.commands.executeCommand('merge.acceptAllInput2');
      await eventually(() => (document.getText() === mine ? true : undefined));
      assert.equal(await document.save(), true);
      assert.equal(onVolume(), mine);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('is merged without a question where only the gateway’s own notes changed', async () => {
      const editor = await open();
      writeFileSync(
        configFile,
        original.replace('\n}', ',\n  "meta": { "lastTouchedVersion": "2026.9.6" }\n}'),
      );
      await replace(editor, '"info"', '"debug"');
      const asked = await answering(undefined, async () => assert.equal(await editor.document.save(), true));
      assert.deepEqual(asked, []);
      assert.match(
        onVolume(),
        /The gateway's configuration[^]*"debug"[^]*"lastTouchedVersion": "2026\.9\.6"/,
      );
      await eventually(() => (editor.document.getText() === onVolume() ? true : undefined));
    });
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
