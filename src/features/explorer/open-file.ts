import { posix } from 'node:path';
import * as vscode from 'vscode';
import { maxConfigBytes } from '../../gateway/config.ts';
import { isCredential } from '../../gateway/credential-files.ts';
import { fileOf, nodeOf } from '../common/nodes.ts';
import { type RemoteFile, toUri } from '../common/remote-uri.ts';

/**
 * Opens the file of a node as a document. Credentials are asked about before anything is read; what is no text or too
 * large is said to be so.
 */
export async function openFile(argument: unknown): Promise<void> {
  const node = nodeOf(argument);
  if (node?.kind !== 'entry') return;
  const file = fileOf(node);
  const name = posix.basename(file.path);
  if (node.entry.size > maxConfigBytes) {
    return say(vscode.l10n.t('{0} on {1} is larger than 1 MiB, so it is not opened here.', name, file.app));
  }
  if (isCredential(file.path) && !(await confirmCredential(file, name))) return;
  const bytes = await read(toUri(file));
  if (bytes?.includes(0)) {
    return say(vscode.l10n.t('{0} on {1} is not a text file, so it is not opened here.', name, file.app));
  }
  if (bytes) await vscode.window.showTextDocument(toUri(file), { preview: true });
}

/** VS Code opens the document with the bytes that were read here: the file system holds them for a moment. */
async function read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  const location = { viewId: 'openclawDeployments.explorer' };
  return vscode.window.withProgress({ location }, async () => {
    try {
      return await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      // Every other reason was told by the file system already.
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
        say(
          vscode.l10n.t('{0} is not on the machine any more. Refresh its folder.', posix.basename(uri.path)),
        );
      }
      return undefined;
    }
  });
}

async function confirmCredential({ app, path }: RemoteFile, name: string): Promise<boolean> {
  const open = vscode.l10n.t('Open');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Open the credential {0} of {1}?', name, app),
    {
      modal: true,
      detail: vscode.l10n.t(
        '“{0}” holds secrets. Its content will be on the screen, for everybody to read who sees it.',
        path,
      ),
    },
    open,
  );
  return chosen === open;
}

function say(text: string): void {
  void vscode.window.showInformationMessage(text);
}
