import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { screenshot } from '../driver.ts';
import { eventually } from '../eventually.ts';
import { fix, openWith } from '../fixes.ts';
import { deployment } from '../flysim.ts';

const { app, machine, configFile } = deployment();
const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(folder);
const uris = {
  local: vscode.Uri.joinPath(folder, 'openclaw.json'),
  remote: vscode.Uri.parse(`openclaw-fly://${app}/${machine}/data/openclaw.json`),
};

interface Problem {
  readonly word: string;
  readonly source: string | undefined;
  readonly code: unknown;
}

function problemsOf(document: vscode.TextDocument): readonly Problem[] {
  return vscode.languages.getDiagnostics(document.uri).map(({ range, source, code }) => ({
    word: document.getText(range),
    source,
    code,
  }));
}

/** Waits until the word has a problem of that code. */
async function problemWith(document: vscode.TextDocument, word: string, code: string): Promise<Problem> {
  return eventually(() =>
    problemsOf(document).find((problem) => problem.word === word && problem.code === code),
  );
}

const text5 = `// JSON5, as OpenClaw reads it
{
  gateway: { mode: 'local' },
  logging: { level: 'loud' },
}
`;

describe('JSON5', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has its problems told, and is none itself (local)', async () => {
    const before = await vscode.workspace.fs.readFile(uris.local);
    await vscode.workspace.fs.writeFile(uris.local, new TextEncoder().encode(text5));
    try {
      const { document } = await vscode.window.showTextDocument(uris.local);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await calmly(document);
      await screenshot('host-json5');
    } finally {
      await vscode.workspace.fs.writeFile(uris.local, before);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('has its problems told, and is none itself (remote)', async () => {
    writeFileSync(configFile, text5);
    const document = await eventually(async () => {
      const { document: opened } = await vscode.window.showTextDocument(uris.remote);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      return opened.getText() === text5 ? opened : undefined;
    });
    await calmly(document);
  });

  /** Waits until exactly the wrong value is an error, and the syntax is mentioned. */
  async function calmly(document: vscode.TextDocument): Promise<void> {
    await eventually(() => {
      const found = vscode.languages.getDiagnostics(document.uri);
      const errors = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      const words = errors.map(({ range }) => document.getText(range)).join();
      const isCalm = words === "'loud'" && found.some(({ code }) => code === 'json5-syntax');
      return isCalm ? true : undefined;
    });
    assert.equal(document.languageId, 'json5');
  }
});

describe('What is wrong in openclaw.json', () => {
  beforeEach(() => writeFileSync(configFile, '{}'));

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  for (const [where, uri] of Object.entries(uris)) {
    it(`is told by rules, on the exact word (${where})`, async () => {
      const text = '{\n  "gateway": { "mode": "local" },\n  "hooks": { "token": "literal-0123456789" },\n';
      const document = await openWith(uri, `${text}  "cron": { "webhookToken": "\${NO_SUCH_NAME}" }\n}\n`);
      await problemWith(document, '"literal-0123456789"', 'literal-secret');
      await problemWith(document, '${NO_SUCH_NAME}', 'missing-variable');
      await screenshot(`host-problems-${where}`);
    });

    it(`is told once where the schema sees it (${where})`, async () => {
      const document = await openWith(uri, '{\n  "gateway": { "mode": "local" },\n  "gatewya": {}\n}\n');
      await eventually(() => problemsOf(document).find(({ word }) => word === '"gatewya"'));
      // The problem of a rule comes after all of the schema, so that both have spoken.
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, document.positionAt(2), '  "cron": { "webhookToken": "literal-0123456789" },\n');
      await vscode.workspace.applyEdit(edit);
      await problemWith(document, '"literal-0123456789"', 'literal-secret');
      const told = problemsOf(document).filter(({ word }) => word === '"gatewya"');
      assert.equal(told.length, 1, JSON.stringify(told));
      assert.equal(told[0]?.source === 'OpenClaw', where === 'remote');
    });

    it(`is migrated where it is a setting of an earlier version (${where})`, async () => {
      const text =
        '{\n  // mine\n  "gateway": { "mode": "local" },\n  "agents": { "list": [{ "id": "main" }] }\n}\n';
      const document = await openWith(uri, text);
      await problemWith(document, '"list"', 'legacy-key');
      await fix(document, '"list"', 'Migrate agents.list');
      assert.match(document.getText(), /\/\/ mine\n[^]*"entries": \{\s*"main": \{\s*\}/);
      assert.doesNotMatch(document.getText(), /"list"/);
    });

    it(`is migrated all at once (${where})`, async () => {
      const agents = '"agents": { "list": [{ "id": "main" }] }';
      const slack = '"channels": { "slack": { "channels": { "C1": { "allow": true } } } }';
      const text = `{\n  "gateway": { "mode": "local" },\n  ${agents}, // mine\n  ${slack}\n}\n`;
      const document = await openWith(uri, text);
      await problemWith(document, '"list"', 'legacy-key');
      await fix(document, '"list"', 'Migrate All in File');
      assert.match(document.getText(), /"entries"[^]*\/\/ mine[^]*"enabled": true/);
      await eventually(() =>
        problemsOf(document).some(({ code }) => code === 'legacy-key') ? undefined : true,
      );
    });
  }
});
