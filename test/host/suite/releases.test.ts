import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandId } from '../../../src/features/common/commands.ts';
import { releaseItem } from '../../../src/features/explorer/items/release-item.ts';
import type { Release } from '../../../src/fly/model.ts';
import { eventually } from '../eventually.ts';
import { deployment } from '../flysim.ts';
import { menuOf } from '../menus.ts';

const { app } = deployment();

const release: Release = {
  version: 3,
  status: 'complete',
  description: 'Deploy image',
  user: 'ada@example.com',
  createdAt: '2026-11-22T07:00:00Z',
  image: 'registry.fly.io/my-openclaw:deployment-3',
  inProgress: false,
};
const node = { kind: 'release', app, release };

describe('Releases', () => {
  it('can be shown and their image copied, and nothing about them can be changed', () => {
    const menu = menuOf(releaseItem(app, release, false).contextValue);
    assert.ok(menu.includes('1_open@1 showRelease'));
    assert.ok(menu.includes('8_copy@1 copyText'));
    assert.ok(!menu.some((entry) => /^[5-7]_/.test(entry)));
  });

  it('are shown as JSON that cannot be edited', async () => {
    await vscode.commands.executeCommand(commandId('showRelease'), node);
    const { document } = await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.fileName.endsWith('my-openclaw v3.json') ? editor : undefined;
    });
    assert.deepEqual(JSON.parse(document.getText()), release);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), undefined);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('have their image copied', async () => {
    await vscode.commands.executeCommand(commandId('copyText'), node);
    assert.equal(await vscode.env.clipboard.readText(), release.image);
  });
});
