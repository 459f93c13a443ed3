import * as vscode from 'vscode';
import type { DeploymentStore } from '../../fly/store.ts';

/** Where a workspace folder keeps its fly.toml; OpenClaw's own repository has the private one in `deploy`. */
const places = ['fly.toml', 'fly.private.toml', 'deploy/fly.private.toml'];

async function appNamedBy(file: vscode.Uri): Promise<string | undefined> {
  try {
    const { appNameOf } = await import('../../fly/fly-toml.ts');
    return appNameOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  } catch {
    return undefined;
  }
}

function candidates(): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.flatMap(({ uri }) => places.map((place) => vscode.Uri.joinPath(uri, place)));
}

/** The workspace's fly.toml files that name the app. */
export async function tomlFilesOf(app: string): Promise<readonly vscode.Uri[]> {
  const files = candidates();
  const names = await Promise.all(files.map(appNamedBy));
  return files.filter((_, index) => names[index] === app);
}

/** The workspace's fly.toml that names the app; the first one where several do. */
export async function tomlFileOf(app: string): Promise<vscode.Uri | undefined> {
  return (await tomlFilesOf(app))[0];
}

async function readNames(): Promise<string[]> {
  const names = await Promise.all(candidates().map(appNamedBy));
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Keeps the store's `knownApps` equal to the apps that the workspace's fly.toml files name. */
export class WorkspaceApps implements vscode.Disposable {
  readonly #store: DeploymentStore;
  readonly #subscriptions: vscode.Disposable;
  #ready: Promise<void>;
  #reads = 0;

  constructor(store: DeploymentStore) {
    this.#store = store;
    const watcher = vscode.workspace.createFileSystemWatcher('**/{fly.toml,fly.private.toml}');
    const update = (): void => {
      this.#ready = this.#update();
    };
    this.#subscriptions = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(update),
      watcher.onDidCreate(update),
      watcher.onDidDelete(update),
      vscode.workspace.onDidChangeWorkspaceFolders(update),
    );
    this.#ready = this.#update();
  }

  /** Resolves when the names of the current files are in the store. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    this.#reads += 1;
    const read = this.#reads;
    const names = await readNames();
    // A read that began before another one may end after it.
    if (read === this.#reads) this.#store.knownApps = names;
  }
}
