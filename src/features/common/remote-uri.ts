import * as vscode from 'vscode';

/** The scheme of files on a machine: `openclaw-fly://APP/MACHINE/absolute/path`. */
export const remoteScheme = 'openclaw-fly';

/** A file on a machine. `path` is absolute there. */
export interface RemoteFile {
  readonly app: string;
  readonly machine: string;
  readonly path: string;
}

/** The stable address under which VS Code edits a file on a machine. */
export function toUri({ app, machine, path }: RemoteFile): vscode.Uri {
  return vscode.Uri.from({ scheme: remoteScheme, authority: app, path: `/${machine}${path}` });
}

/** @throws FileSystemError when the address does not name a file on a machine. */
export function fromUri(uri: vscode.Uri): RemoteFile {
  const [, machine, path] = /^\/([^/]+)(\/.+)$/.exec(uri.path) ?? [];
  if (uri.scheme !== remoteScheme || uri.authority === '' || machine === undefined || path === undefined) {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  return { app: uri.authority, machine, path };
}
