import { posix } from 'node:path';
import * as vscode from 'vscode';

/** Whether it is the address of an openclaw.json on this computer. */
export function isLocalConfig(value: unknown): value is vscode.Uri {
  return (
    value instanceof vscode.Uri && value.scheme === 'file' && posix.basename(value.path) === 'openclaw.json'
  );
}

/** The openclaw.json files at the roots of the workspace's folders. */
export async function localConfigs(): Promise<vscode.Uri[]> {
  const candidates = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
    vscode.Uri.joinPath(uri, 'openclaw.json'),
  );
  const found = await Promise.all(
    candidates.map((uri) =>
      vscode.workspace.fs.stat(uri).then(
        () => uri,
        () => undefined,
      ),
    ),
  );
  return found.filter((uri) => uri !== undefined);
}

async function find(argument: unknown): Promise<vscode.Uri | undefined> {
  if (isLocalConfig(argument)) return argument;
  const active = vscode.window.activeTextEditor?.document.uri;
  if (isLocalConfig(active)) return active;
  const [first, ...others] = await localConfigs();
  if (first && others.length === 0) return first;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the openclaw.json to push'),
    canSelectMany: false,
    ...(first ? { defaultUri: first } : {}),
  });
  return chosen?.[0];
}

/**
 * The local file to push: the one that the command was called on, the active editor's, the workspace's only one, or
 * the user's choice. It is saved first; `undefined` when none was chosen or it could not be saved.
 */
export async function chooseLocalConfig(argument: unknown): Promise<vscode.Uri | undefined> {
  const uri = await find(argument);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri?.toString());
  if (open?.isDirty && !(await open.save())) return undefined;
  return uri;
}
