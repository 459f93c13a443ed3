import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { deployment } from '../flysim.ts';
import { choosing, comparedTexts } from '../lists.ts';

describe('Compare openclaw.json', () => {
  const { app, machine, configFile, older } = deployment();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const local = vscode.Uri.joinPath(folder, 'openclaw.json');
  const compare = (argument: unknown): Thenable<unknown> =>
    vscode.commands.executeCommand('openclawDeployments.compareConfig', argument);

  const [here, there] = ['my', 'the older'].map(
    (whose) => `{\n  // This is ${whose} machine's.\n  "gateway": { "mode": "local" }\n}\n`,
  );
  assert.ok(here && there);

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    writeFileSync(configFile, here);
    writeFileSync(older.configFile, there);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows the file of the workspace beside that of a machine', async () => {
    await choosing(
      ({ label }) => label === app,
      () => compare(local),
    );
    assert.deepEqual(await comparedTexts(), [here, readFileSync(local.fsPath, 'utf8')]);
  });

  it('shows the file of a machine beside that of the workspace', async () => {
    await choosing(
      ({ label }) => label === 'openclaw.json',
      () => compare({ app, machine }),
    );
    assert.deepEqual(await comparedTexts(), [here, readFileSync(local.fsPath, 'utf8')]);
  });

  it('shows the files of two machines, of different apps too', async () => {
    const [items] = await choosing(
      ({ label }) => label === older.app,
      () => compare({ app, machine }),
    );
    assert.deepEqual(await comparedTexts(), [here, there]);
    assert.deepEqual(
      items?.map(({ label }) => label),
      ['openclaw.json', older.app],
    );
  });
});
