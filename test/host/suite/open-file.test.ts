import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { answering } from '../answers.ts';
import { deployment } from '../flysim.ts';

/** What the extension says without a question while the work is done. */
async function told(work: () => Promise<unknown>): Promise<readonly string[]> {
  const { showInformationMessage } = vscode.window;
  const messages: string[] = [];
  const show = async (message: string): Promise<undefined> => {
    messages.push(message);
  };
  Object.assign(vscode.window, { showInformationMessage: show });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { showInformationMessage });
  }
  return messages;
}

describe('A file of the state directory', () => {
  const { app, machine, configFile } = deployment();
  const stateDir = dirname(configFile);
  const folder = join(stateDir, 'opened');

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    mkdirSync(folder, { recursive: true });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens the file as a click on its row of the tree does. */
  async function click(name: string, content: string | Uint8Array): Promise<void> {
    writeFileSync(join(folder, name), content);
    await vscode.commands.executeCommand('openclawDeployments.openFile', {
      kind: 'entry',
      app,
      machine: { app, id: machine },
      folder: '/data/opened',
      entry: { name, kind: 'file', size: content.length, mtimeMs: 0 },
    });
  }

  function shown(): vscode.TextDocument | undefined {
    return vscode.window.activeTextEditor?.document;
  }

  it('opens as a document of its machine', async () => {
    const text = '# Who I am\n\nA lobster.\n';
    await click('SOUL.md', text);
    assert.equal(shown()?.uri.toString(), `openclaw-fly://${app}/${machine}/data/opened/SOUL.md`);
    assert.equal(shown()?.languageId, 'markdown');
    assert.equal(shown()?.getText(), text);
  });

  it('may have any name', async () => {
    await click("it's 100% #1?.txt", 'x');
    assert.equal(shown()?.getText(), 'x');
  });

  it('is asked about when it is a credential, and stays closed unless that is wanted', async () => {
    const asked = await answering(undefined, () => click('.env', 'TOKEN=first'));
    assert.equal(asked.length, 1);
    assert.match(asked.join(), new RegExp(`\\.env of ${app}`));
    assert.match(asked.join(), /\/data\/opened\/\.env.* will be on the screen/);
    assert.equal(shown(), undefined);
    await answering('Open', () => click('.env', 'TOKEN=second'));
    assert.equal(shown()?.getText(), 'TOKEN=second');
  });

  it('is not opened when it is no text or too large', async () => {
    const binary = await told(() => click('image.png', Buffer.from([0x89, 0x50, 0x00, 0x01])));
    assert.match(binary.join(), /image\.png on .* is not a text file/);
    const large = await told(() => click('large.log', Buffer.alloc(1024 * 1024 + 1, 'x')));
    assert.match(large.join(), /large\.log on .* is larger than 1 MiB/);
    assert.equal(shown(), undefined);
  });
});
