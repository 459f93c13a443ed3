import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answering } from '../answers.ts';
import { screenshot } from '../driver.ts';
import { eventually } from '../eventually.ts';
import { deployment, type TestMachine } from '../flysim.ts';
import { choosing } from '../lists.ts';

/** OpenClaw on the machine checks a file before it is put in place, which takes long on a busy computer. */
const pushMs = 90_000;

describe('Push openclaw.json to Several Machines', () => {
  const { older, ...mine } = deployment();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const local = vscode.Uri.joinPath(folder, 'openclaw.json');
  const onVolume = ({ configFile }: TestMachine): string => readFileSync(configFile, 'utf8');

  let before = '';
  let count = 0;
  let [wanted, original] = ['', ''];

  function useLocal(text: string): void {
    wanted = text;
    writeFileSync(local.fsPath, text);
  }

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    count += 1;
    original = `{ "gateway": { "mode": "local" } } // ${count}\n`;
    for (const { configFile } of [mine, older]) writeFileSync(configFile, original);
    before = readFileSync(local.fsPath, 'utf8');
    useLocal(`{\n  // For all of ${count}.\n  "gateway": { "mode": "local" }\n}\n`);
  });

  afterEach(() => {
    writeFileSync(local.fsPath, before);
    for (const { configFile } of [mine, older]) writeFileSync(configFile, original);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** @returns What was asked, and the rows of the table at the end: app, outcome and reason. */
  async function pushToBoth(answer: string | undefined) {
    let lists: readonly (readonly vscode.QuickPickItem[])[] = [];
    const known = new Set(vscode.workspace.textDocuments);
    const asked = await answering(answer, async () => {
      lists = await choosing(
        () => true,
        () => vscode.commands.executeCommand('openclawDeployments.pushToSeveral', local),
      );
    });
    const report = (): vscode.TextDocument | undefined =>
      vscode.workspace.textDocuments.find(
        (document) => document.uri.scheme === 'openclaw-outcomes' && !known.has(document),
      );
    return { asked, offered: lists[0]?.map(({ label }) => label), report };
  }

  async function rows(report: () => vscode.TextDocument | undefined): Promise<readonly string[]> {
    const lines = (await eventually(report)).getText().split('\n');
    return lines.filter((line) => line.startsWith('| ')).slice(2);
  }

  it('offers the apps that run OpenClaw, asks once, and pushes to each', async () => {
    const { asked, offered, report } = await pushToBoth('Push');
    assert.deepEqual(offered?.toSorted(), [mine.app, older.app].toSorted());
    assert.equal(asked.length, 1);
    for (const { app } of [mine, older]) assert.match(asked.join(), new RegExp(`^${app} .*is replaced`, 'm'));
    assert.equal(onVolume(mine), wanted);
    assert.equal(onVolume(older), wanted);
    const found = await rows(report);
    assert.deepEqual(
      found.map((row) => /Pushed/.test(row)),
      [true, true],
    );
    await screenshot('host-push-to-several');
  }).timeout(pushMs);

  it('leaves alone what has the file already, and creates what has none', async () => {
    writeFileSync(mine.configFile, wanted);
    rmSync(older.configFile);
    const { asked, report } = await pushToBoth('Push');
    assert.match(asked.join(), new RegExp(`^${mine.app} .*already has exactly this file`, 'm'));
    assert.match(asked.join(), new RegExp(`^${older.app} .*is created`, 'm'));
    assert.equal(onVolume(older), wanted);
    const found = await rows(report);
    assert.equal(found.filter((row) => /Had it already/.test(row)).length, 1);
  }).timeout(pushMs);

  it('stops at the first failure and says why', async () => {
    useLocal('{ "gateway": ');
    const { report } = await pushToBoth('Push');
    assert.deepEqual([onVolume(mine), onVolume(older)], [original, original]);
    const [first, second] = await rows(report);
    assert.match(first ?? '', /Not pushed .*would refuse it/);
    assert.match(second ?? '', /Not tried/);
  });

  it('writes nothing without a yes', async () => {
    await pushToBoth(undefined);
    await screenshot('host-push-to-several-differences');
    assert.deepEqual([onVolume(mine), onVolume(older)], [original, original]);
  });
});
