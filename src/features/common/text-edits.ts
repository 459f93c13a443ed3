import * as vscode from 'vscode';
import type { Range, TextEdit } from '../../core/text.ts';

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Changes nothing of the file but the places of the edits. */
export function toWorkspaceEdit(uri: vscode.Uri, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) result.replace(uri, toRange(range), text);
  return result;
}
