import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { screenshot } from '../driver.ts';
import { fix, openWith } from '../fixes.ts';
import { deployment } from '../flysim.ts';

const run = promisify(execFile);

interface Answers {
  readonly inputs: readonly string[];
  readonly pick?: string;
}

/** Answers what the extension asks, in its order, while the work is done. */
async function answering({ inputs, pick }: Answers, work: () => Promise<void>): Promise<void> {
  const { showInputBox, showQuickPick } = vscode.window;
  const left = [...inputs];
  Object.assign(vscode.window, {
    showInputBox: async () => left.shift(),
    showQuickPick: async (items: readonly vscode.QuickPickItem[]) =>
      items.find(({ label }) => label === pick),
  });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { showInputBox, showQuickPick });
  }
}

describe('Secrets in openclaw.json', () => {
  const { app, machine, configFile, flyctl } = deployment();
  const uri = vscode.Uri.parse(`openclaw-fly://${app}/${machine}/data/openclaw.json`);

  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const local = vscode.Uri.joinPath(folder, 'openclaw.json');

  async function printed(...args: readonly string[]): Promise<string> {
    return (await run(flyctl, [...args, '-a', app, '--json'])).stdout;
  }

  beforeEach(() => writeFileSync(configFile, '{}'));

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  for (const [where, uriThere] of Object.entries({ remote: uri, local })) {
    it(`move to a Fly secret and leave a reference to it (${where})`, async () => {
      const value = `not-a-real-token-0123456789-${where}`;
      const name = `HOOKS_TOKEN_${where.toUpperCase()}`;
      const document = await openWith(uriThere, `{\n  "hooks": { "token": "${value}" }\n}\n`);
      await answering({ inputs: [name], pick: 'Set Now' }, () => fix(document, value, 'Move to Fly Secret…'));
      assert.equal(document.getText(), `{\n  "hooks": { "token": "\${${name}}" }\n}\n`);
      await screenshot(`host-moved-secret-${where}`);
      const reply = await printed('machine', 'exec', machine, `printenv ${name}`);
      assert.equal(JSON.parse(reply).stdout, `${value}\n`);
    });
  }

  it('are asked for where a placeholder stands in their place', async () => {
    const placeholder = '__OPENCLAW_REDACTED__';
    const document = await openWith(uri, `{\n  "hooks": { "token": "${placeholder}" }\n}\n`);
    await answering({ inputs: ['ASKED_TOKEN', 'the real one'], pick: 'Set Now' }, () =>
      fix(document, placeholder, 'Move to Fly Secret…'),
    );
    assert.equal(document.getText(), '{\n  "hooks": { "token": "${ASKED_TOKEN}" }\n}\n');
    const reply = await printed('machine', 'exec', machine, 'printenv ASKED_TOKEN');
    assert.equal(JSON.parse(reply).stdout, 'the real one\n');
  });

  it('stay where they are when no secret was set', async () => {
    const text = '{\n  "hooks": { "token": "literal" }\n}\n';
    const document = await openWith(uri, text);
    await answering({ inputs: [] }, () => fix(document, 'literal', 'Move to Fly Secret…'));
    assert.equal(document.getText(), text);
    assert.equal(readFileSync(configFile, 'utf8'), '{}');
  });

  it('can be set, staged, from the reference that names them', async () => {
    const document = await openWith(uri, '{\n  "hooks": { "token": "${STAGED_TOKEN}" }\n}\n');
    await answering({ inputs: ['a value'], pick: 'Stage' }, () =>
      fix(document, '${STAGED_TOKEN}', 'Set Fly Secret STAGED_TOKEN…'),
    );
    assert.match(await printed('secrets', 'list'), /"name": "STAGED_TOKEN"[^}]*"status": "Staged"/);
  });
});
