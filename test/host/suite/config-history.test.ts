import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answering } from '../answers.ts';
import { screenshot } from '../driver.ts';
import { deployment } from '../flysim.ts';
import { choosing, comparedTexts, type ShownList, usingList } from '../lists.ts';

/** OpenClaw on the machine checks a file before it is put in place, which takes long on a busy computer. */
const pushMs = 90_000;

describe('Config History', () => {
  const { app, machine, configFile } = deployment();
  const onVolume = (): string => readFileSync(configFile, 'utf8');

  let count = 0;
  let [oldest, older, newest] = ['', '', ''];

  async function history(use: (list: ShownList) => Promise<void>): Promise<void> {
    await usingList(
      () => vscode.commands.executeCommand('openclawDeployments.configHistory', { app, machine }),
      use,
    );
  }

  /** Whatever is fetched is kept; a comparison leaves no editor of the file itself behind. */
  async function keep(text: string): Promise<void> {
    writeFileSync(configFile, text);
    await choosing(
      ({ label }) => label === 'openclaw.json',
      () => vscode.commands.executeCommand('openclawDeployments.compareConfig', { app, machine }),
    );
  }

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    count += 1;
    [oldest = '', older = '', newest = ''] = ['oldest', 'older', 'newest'].map(
      (age) => `{\n  // The ${age} one of ${count}.\n  "gateway": { "mode": "local" }\n}\n`,
    );
    for (const text of [oldest, older, newest]) await keep(text);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('lists the newest first, says who it is of, and marks what is on the machine', async () => {
    writeFileSync(configFile, older);
    await history(async (list) => {
      const [first, second, third] = await list.items();
      assert.equal(first?.description, `Opened · ${newest.length} bytes`);
      assert.equal(second?.description, `Opened · ${older.length} bytes · $(check) on the machine now`);
      assert.equal(third?.description, `Opened · ${oldest.length} bytes`);
      await screenshot('host-config-history');
    });
  });

  it('compares the chosen version with what is on the machine', async () => {
    writeFileSync(configFile, oldest);
    await history((list) => list.accept());
    assert.deepEqual(await comparedTexts(), [newest, oldest]);
    await screenshot('host-config-history-diff');
  });

  it('compares a version with the one before it', async () => {
    await history((list) => list.press(0, 'Compare with the Version Before'));
    assert.deepEqual(await comparedTexts(), [older, newest]);
  });

  it('compares any two versions, the older one on the left', async () => {
    const wanted = await versionTimes();
    const sizeOfOldest = `${oldest.length} bytes`;
    await history(async (list) => {
      await choosing(
        // Versions of the same second have the same label.
        ({ label, description }) => label === wanted[2] && description?.includes(sizeOfOldest) === true,
        async () => {
          await list.press(0, 'Compare with Another Version…');
          return comparedTexts();
        },
      );
    });
    assert.deepEqual(await comparedTexts(), [oldest, newest]);
  });

  it('restores nothing without a yes', async () => {
    await answering(undefined, () => history((list) => list.press(2, 'Restore…')));
    assert.equal(onVolume(), newest);
  });

  it('does not bring back what the gateway would refuse', async () => {
    const refused = newest.replace('}\n}', '');
    await keep(refused);
    writeFileSync(configFile, newest);
    const told = await answering('Restore', () => history((list) => list.press(0, 'Restore…')));
    assert.match(told.join(), /was not pushed: the gateway of .* would refuse it/);
    assert.equal(onVolume(), newest);
  });

  // The last one: a push is followed for half a minute, in which every change is kept too.
  it('restores a version after it was confirmed, and keeps what it replaced', async () => {
    const foreign = newest.replace('newest', 'unseen');
    writeFileSync(configFile, foreign);
    const asked = await answering('Restore', () => history((list) => list.press(1, 'Restore…')));
    assert.match(asked.join(), new RegExp(`Restore openclaw\\.json of ${app} \\(.+\\) as it was on`));
    assert.equal(onVolume(), older);
    await history(async (list) => {
      const [first] = await list.items();
      assert.match(first?.description ?? '', /^Restored · .* on the machine now$/);
      await list.press(0, 'Compare with the Version Before');
    });
    assert.deepEqual(await comparedTexts(), [foreign, older]);
  }).timeout(pushMs);

  async function versionTimes(): Promise<readonly string[]> {
    let times: readonly string[] = [];
    await history(async (list) => {
      times = (await list.items()).map(({ label }) => label);
    });
    return times;
  }
});
