import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { screenshot } from '../driver.ts';
import { eventually } from '../eventually.ts';
import { deployment, type TestMachine } from '../flysim.ts';

const original = `{
  "gateway": { "mode": "local" },
  "logging": { "level": "info" }
}
`;

const uriOf = ({ app, machine }: TestMachine): vscode.Uri =>
  vscode.Uri.parse(`openclaw-fly://${app}/${machine}/data/openclaw.json`);

/** VS Code keeps a closed document for a while, and a file's state for seconds: it is read until it is the one on disk. */
async function open(
  uri: vscode.Uri,
  text: string,
  column = vscode.ViewColumn.One,
): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(uri, { preview: false, viewColumn: column });
  return eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    return document.getText() === text ? document : undefined;
  });
}

function placeIn(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + 1);
}

async function valuesOffered(document: vscode.TextDocument, text: string): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    placeIn(document, text),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label)).sort();
}

async function hoverText(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    placeIn(document, text),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

function wordsWithProblems(document: vscode.TextDocument): readonly string[] {
  return vscode.languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range));
}

const isTrue = (value: boolean): true | undefined => value || undefined;

describe('two machines with different versions of OpenClaw', () => {
  const { older, ...newest } = deployment();

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const machine of [newest, older]) writeFileSync(machine.configFile, original);
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are each judged, completed and explained by their own schema, side by side', async () => {
    const first = await open(uriOf(newest), original);
    const second = await open(uriOf(older), original, vscode.ViewColumn.Two);
    await eventually(() => isTrue(wordsWithProblems(second).includes('"info"')));
    assert.deepEqual(wordsWithProblems(second), ['"info"']);
    assert.deepEqual(wordsWithProblems(first), []);
    assert.deepEqual(await valuesOffered(second, 'info'), ['"noisy"', '"quiet"']);
    const offered = await valuesOffered(first, 'info');
    assert.ok(offered.includes('"debug"') && !offered.includes('"quiet"'), offered.join());
    assert.match(await hoverText(second, 'logging'), /What the older gateway logs/);
    assert.match(await hoverText(first, 'logging'), /log/i);
    await screenshot('host-two-versions');
  });
});

describe('openclaw.json of the workspace', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder, 'openclaw.json');
  const sample = readFileSync(uri.fsPath, 'utf8');

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('is completed and explained by the schema of the workspace', async () => {
    const document = await open(uri, sample);
    const offered = await eventually(async () => {
      const labels = await valuesOffered(document, '"info"');
      return labels.includes('"debug"') ? labels : undefined;
    });
    assert.ok(offered.includes('"trace"'));
    assert.match(await hoverText(document, '"logging"'), /log/i);
  });

  it('is judged by the schema of another deployment as soon as fly.toml names it', async () => {
    const flyToml = vscode.Uri.joinPath(folder, 'fly.toml');
    const before = await vscode.workspace.fs.readFile(flyToml);
    const text = new TextDecoder().decode(before);
    const document = await open(uri, sample);
    try {
      const changed = text.replace(/^app = .*$/m, `app = '${deployment().older.app}'`);
      await vscode.workspace.fs.writeFile(flyToml, new TextEncoder().encode(changed));
      await eventually(() => isTrue(wordsWithProblems(document).includes('"info"')));
      const offered = await eventually(async () => {
        const labels = await valuesOffered(document, '"info"');
        return labels.includes('"noisy"') ? labels : undefined;
      });
      assert.deepEqual(offered, ['"noisy"', '"quiet"']);
    } finally {
      await vscode.workspace.fs.writeFile(flyToml, before);
    }
    await eventually(() => isTrue(wordsWithProblems(document).length === 0));
  });
});
