import { posix } from 'node:path';
import * as vscode from 'vscode';

const names = ['fly.toml', 'fly.private.toml'];

/** The files that a workspace deploys apps with. */
export const tomlSelector: readonly vscode.DocumentFilter[] = ['file', 'vscode-vfs'].map((scheme) => ({
  scheme,
  pattern: `**/{${names.join(',')}}`,
}));

/** Whether it is a fly.toml of the workspace. The other side of a diff is none. */
export function isFlyToml({ uri }: vscode.TextDocument): boolean {
  return (
    tomlSelector.some(({ scheme }) => scheme === uri.scheme) &&
    names.includes(posix.basename(uri.path)) &&
    vscode.workspace.getWorkspaceFolder(uri) !== undefined
  );
}
