import * as vscode from 'vscode';
import type { Finding } from '../../gateway/check/finding.ts';
import { rangeAt } from './convert.ts';
import type { Diagnostics } from './diagnostics.ts';
import { configSelector } from './documents.ts';
import type { Engine } from './engine.ts';
import type { Schemas } from './schemas.ts';

const { QuickFix } = vscode.CodeActionKind;

/** Offers to bring settings of earlier versions up to date, one or all of a file; comments and layout stay. */
export function registerMigrationActions(
  schemas: Schemas,
  engine: Engine,
  diagnostics: Diagnostics,
): vscode.Disposable {
  const migration = async (
    document: vscode.TextDocument,
    title: string,
    paths: readonly string[],
  ): Promise<vscode.CodeAction[]> => {
    const { id } = await schemas.of(document.uri);
    const change = await engine.request('migrate', { schema: id, text: document.getText(), paths });
    if (!change) return [];
    const action = new vscode.CodeAction(title, QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, rangeAt(document, change.offset, change.length), change.content);
    return [action];
  };
  const provideCodeActions = async (
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<vscode.CodeAction[]> => {
    const here = diagnostics.at(document, range).filter(isLegacy);
    if (here.length === 0) return [];
    const legacy = diagnostics.findingsOf(document).filter(isLegacy);
    const single = here.map(({ path }) => migration(document, vscode.l10n.t('Migrate {0}', path), [path]));
    const paths = legacy.map(({ path }) => path);
    const all = legacy.length > 1 ? [migration(document, vscode.l10n.t('Migrate All in File'), paths)] : [];
    return (await Promise.all([...single, ...all])).flat();
  };
  return vscode.languages.registerCodeActionsProvider(
    configSelector,
    { provideCodeActions },
    { providedCodeActionKinds: [QuickFix] },
  );
}

function isLegacy({ code }: Finding): boolean {
  return code === 'legacy-key';
}
