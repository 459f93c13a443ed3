import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answering } from '../answers.ts';
import { eventually } from '../eventually.ts';
import { fix, openWith } from '../fixes.ts';
import { deployment } from '../flysim.ts';

const guide = `# Mine, by hand.
app = 'my-openclaw'   # the app

[env]
  NODE_OPTIONS = '--max-old-space-size=1536'
  OPENCLAW_STATE_DIR = '/data'

[processes]
  app = 'node dist/index.js gateway --allow-unconfigured --port 3000 --bind lan'

[[vm]]
  size = 'shared-cpu-2x'
  memory = '2048mb'   # enough

[mounts]
  source = 'openclaw_data'
  destination = '/data'
`;

/** What the doctor shows in Problems. */
function problems(uri: vscode.Uri, code: string): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'OpenClaw Doctor')
    .filter((shown) => (typeof shown.code === 'object' ? shown.code.value : shown.code) === code);
}

function problem(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return eventually(() => problems(uri, code)[0]);
}

async function noProblem(uri: vscode.Uri, code: string): Promise<void> {
  await eventually(() => (problems(uri, code).length === 0 ? true : undefined));
}

async function edit({ uri }: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(uri, range, text);
  await vscode.workspace.applyEdit(change);
}

describe('The doctor', () => {
  const { app, machine, configFile, flyctl } = deployment();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const toml = vscode.Uri.joinPath(folder, 'fly.toml');
  const run = (...args: string[]): string => execFileSync(flyctl, [...args, '-a', app], { encoding: 'utf8' });
  const examine = (): Thenable<unknown> =>
    vscode.commands.executeCommand('openclawDeployments.runDoctor', { app, machine });

  const config = existsSync(configFile) ? readFileSync(configFile) : undefined;

  // A machine without a configuration answers sooner.
  before(() => rmSync(configFile, { force: true }));
  after(() => config && writeFileSync(configFile, config));

  afterEach(async () => {
    await vscode.window.showTextDocument(toml);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says what is wrong with an open fly.toml, and changes nothing but that', async () => {
    const small = guide.replace(`'2048mb'`, `'512mb'`);
    const document = await openWith(toml, small);
    const found = await problem(toml, 'memory-low');
    assert.equal(document.getText(found.range), `'512mb'`);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);

    await fix(document, `'512mb'`, 'Set the memory to 2048 MB');
    assert.equal(document.getText(), guide);
    await noProblem(toml, 'memory-low');
  });

  it('shows what is wrong with a deployment where it can be seen, until that is edited', async () => {
    const document = await openWith(toml, guide);
    await examine();
    const found = await problem(toml, 'public-addresses');
    assert.equal(document.getText(found.range), `'my-openclaw'`);

    await edit(document, new vscode.Range(0, 0, 0, 0), '# One more line.\n');
    const followed = await problem(toml, 'public-addresses');
    assert.equal(followed.range.start.line, found.range.start.line + 1);
    assert.equal(document.getText(followed.range), `'my-openclaw'`);

    await edit(document, followed.range, `'other'`);
    await noProblem(toml, 'public-addresses');
  });

  it('runs the commands of a fix when they were read, and looks again', async () => {
    const before = run('ips', 'list');
    const document = await openWith(toml, guide);
    await examine();
    await problem(toml, 'public-addresses');
    const release = (): Promise<void> =>
      fix(document, `'my-openclaw'`, 'Release the public addresses with flyctl…');
    try {
      const refused = await answering(undefined, release);
      assert.match(refused.join(), /flyctl ips release \S+ -a my-openclaw/);
      assert.equal(run('ips', 'list'), before);

      await answering('Run', release);
      assert.notEqual(run('ips', 'list'), before);
      await noProblem(toml, 'public-addresses');
    } finally {
      run('ips', 'allocate-v4', '--shared');
      await vscode.commands.executeCommand('openclawDeployments.refresh');
    }
  });
});
