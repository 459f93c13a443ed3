import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** The code actions at the first letter of the text's first occurrence. */
async function fixesAt(document: vscode.TextDocument, text: string): Promise<readonly vscode.CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf(text) + 1);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(start, start),
  );
}

async function take({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) await vscode.workspace.applyEdit(edit);
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Takes the fix of that title, waiting for it, since problems appear after a pause. */
export async function fix(document: vscode.TextDocument, text: string, title: string): Promise<void> {
  await take(
    await eventually(async () => (await fixesAt(document, text)).find((action) => action.title === title)),
  );
}

/**
 * Opens a file and puts the text in it without saving.
 *
 * @param original What the file holds. VS Code keeps a closed document for a while, and a file's state for seconds: with
 * this given, it is read until it is the one on disk, so that it can be saved.
 */
export async function openWith(
  uri: vscode.Uri,
  text: string,
  original?: string,
): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(uri, { preview: false });
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    return original === undefined || document.getText() === original ? true : undefined;
  });
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
  return document;
}
