import * as vscode from 'vscode';

/** The document of the address, if it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** What the file holds; what is in its editor, where it is open. @throws FileSystemError */
export async function textOf(uri: vscode.Uri): Promise<string> {
  const open = openDocument(uri);
  return open ? open.getText() : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
