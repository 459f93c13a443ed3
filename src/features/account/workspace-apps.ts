import * as vscode from 'vscode';
import { appNameOf } from '../../fly/fly-toml.ts';
import type { DeploymentStore } from '../../fly/store.ts';

const pattern = '**/{fly.toml,fly.private.toml}';

async function readNames(): Promise<string[]> {
  const files = await vscode.workspace.findFiles(pattern, '**/node_modules/**', 20);
  const names = await Promise.all(
    files.map(async (file) => appNameOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)))),
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Keeps the store's `knownApps` equal to the apps that the workspace's fly.toml files name. */
export function fromWorkspace(store: DeploymentStore): vscode.Disposable {
  const update = async (): Promise<void> => {
    store.knownApps = await readNames().catch(() => []);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  void update();
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(update),
    watcher.onDidCreate(update),
    watcher.onDidDelete(update),
    vscode.workspace.onDidChangeWorkspaceFolders(update),
  );
}
