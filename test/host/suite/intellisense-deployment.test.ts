import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { screenshot } from '../driver.ts';
import { eventually } from '../eventually.ts';
import { openWith } from '../fixes.ts';
import { deployment } from '../flysim.ts';

const text = `{
  "gateway": {
    "mode": "local",
    "controlUi": { "allowedOrigins": ["ORIGIN"] }
  },
  "agents": {
    "defaults": { "model": "MODEL" },
    "entries": { "main": {}, "work": {} }
  },
  "channels": { "discord": { "token": "\${SECRET", "accounts": { "mine": {} } } },
  "bindings": [{ "agentId": "AGENT", "match": { "channel": "discord", "accountId": "ACCOUNT" } }]
}
`;

async function labelsAt(document: vscode.TextDocument, word: string): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(document.getText().indexOf(word)),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('Completions from the deployment', () => {
  const { app, machine, configFile } = deployment();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const uris = {
    local: vscode.Uri.joinPath(folder, 'openclaw.json'),
    remote: vscode.Uri.parse(`openclaw-fly://${app}/${machine}/data/openclaw.json`),
  };
  const expected: Readonly<Record<string, string>> = {
    SECRET: 'ANTHROPIC_API_KEY',
    ORIGIN: '"https://claw.example.org"',
    MODEL: '"anthropic/claude-opus-5"',
    AGENT: '"work"',
    ACCOUNT: '"mine"',
  };

  beforeEach(() => writeFileSync(configFile, '{}'));

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  for (const [where, uri] of Object.entries(uris)) {
    it(`name secrets, addresses, models, agents and accounts (${where})`, async () => {
      const document = await openWith(uri, text);
      for (const [word, label] of Object.entries(expected)) {
        await eventually(async () => ((await labelsAt(document, word)).includes(label) ? true : undefined));
      }
      assert.ok(!(await labelsAt(document, 'ACCOUNT')).includes('"work"'));
    });
  }

  it('are shown where they are typed', async () => {
    const document = await openWith(uris.remote, text.replace('MODEL', ''));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const at = document.positionAt(document.getText().indexOf('SECRET'));
    editor.selection = new vscode.Selection(at, at);
    await eventually(async () => ((await labelsAt(document, 'SECRET')).length > 0 ? true : undefined));
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await screenshot('host-deployment-completions');
  });
});
