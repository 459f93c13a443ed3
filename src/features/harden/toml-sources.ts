import { posix, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import type { TomlSource } from '../../deployment/harden/standing.ts';
import { tomlFilesOf } from '../common/workspace-apps.ts';

/** The fly.toml files of the workspace that name the app, where flyctl can read them: on this computer's disk. */
export async function readTomls(app: string): Promise<readonly TomlSource[]> {
  const files = (await tomlFilesOf(app)).filter(({ scheme }) => scheme === 'file');
  const sources = await Promise.all(files.map(readToml));
  return sources.filter((source) => source !== undefined);
}

async function readToml(uri: vscode.Uri): Promise<TomlSource | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath;
  if (folder === undefined) return undefined;
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  return { folder, file: relative(folder, uri.fsPath).split(sep).join(posix.sep), text };
}
