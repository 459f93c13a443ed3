import * as vscode from 'vscode';
import { configSelector } from './documents.ts';
import type { Engine } from './engine.ts';
import type { Schemas } from './schemas.ts';

/** Problems are about keys and values that are strings; how VS Code and we mark them. */
const stringToken = /^"(?:[^"\\]|\\.)*"$/;

/** Offers the key or value that was probably meant. Works on our problems and on those of VS Code's JSON service. */
export function registerSuggestionActions(schemas: Schemas, engine: Engine): vscode.Disposable {
  const suggest = async (
    document: vscode.TextDocument,
    diagnostic: vscode.Diagnostic,
  ): Promise<vscode.CodeAction[]> => {
    const token = document.getText(diagnostic.range);
    if (!stringToken.test(token)) return [];
    const { id } = await schemas.of(document.uri);
    const { line, character } = diagnostic.range.start.translate(0, 1);
    const place = { schema: id, text: document.getText(), position: { line, character } };
    const meant = await engine.request('suggest', { ...place, token });
    if (meant === undefined) return [];
    const action = new vscode.CodeAction(
      vscode.l10n.t('Change to {0}', meant),
      vscode.CodeActionKind.QuickFix,
    );
    action.diagnostics = [diagnostic];
    action.isPreferred = true;
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, diagnostic.range, meant);
    return [action];
  };
  return vscode.languages.registerCodeActionsProvider(
    configSelector,
    {
      provideCodeActions: async (document, _range, { diagnostics }) =>
        (await Promise.all(diagnostics.map((diagnostic) => suggest(document, diagnostic)))).flat(),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
