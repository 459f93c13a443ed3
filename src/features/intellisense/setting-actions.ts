import { modify, type JSONPath } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { Finding } from '../../gateway/check/finding.ts';
import { toRange } from '../common/text-edits.ts';
import type { Checks } from './checks.ts';
import { rangeAt } from './convert.ts';
import type { Diagnostics } from './diagnostics.ts';
import { configSelector } from './documents.ts';
import type { Schemas } from './schemas.ts';

const { QuickFix } = vscode.CodeActionKind;

const origins: JSONPath = ['gateway', 'controlUi', 'allowedOrigins'];

/** Offers the setting that is missing, or the value that is safe, where there is only one that makes sense. */
export function registerSettingActions(
  schemas: Schemas,
  checks: Checks,
  diagnostics: Diagnostics,
): vscode.Disposable {
  const provideCodeActions = async (
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<vscode.CodeAction[]> => {
    const findings = diagnostics.at(document, range);
    if (findings.length === 0) return [];
    const deployment = checks.deploymentOf(document.uri, await schemas.of(document.uri));
    const [hostname] = deployment?.hostnames ?? [];
    const origin = hostname === undefined ? undefined : `https://${hostname}`;
    // New settings are put in by an editor of JSON, which would break what only JSON5 allows.
    const isJson = diagnostics.findingsOf(document).every(({ code }) => code !== 'json5-syntax');
    return findings.flatMap((finding) => [
      ...replacements(document, finding),
      ...(isJson ? additions(document, finding, origin) : []),
    ]);
  };
  return vscode.languages.registerCodeActionsProvider(
    configSelector,
    { provideCodeActions },
    { providedCodeActionKinds: [QuickFix] },
  );
}

function replacements({ uri }: vscode.TextDocument, { code, path, range }: Finding): vscode.CodeAction[] {
  if (code !== 'dangerous-switch') return [];
  const title = vscode.l10n.t('Set {0} to false', path);
  return [toAction(uri, title, [vscode.TextEdit.replace(toRange(range), 'false')])];
}

/** @param origin The app's own address, where it has one. */
function additions(
  document: vscode.TextDocument,
  { code }: Finding,
  origin: string | undefined,
): vscode.CodeAction[] {
  if (code === 'missing-mode') {
    const edits = editsFor(document, ['gateway', 'mode'], 'local');
    return [toAction(document.uri, vscode.l10n.t('Set gateway.mode to "local"'), edits)];
  }
  if (origin === undefined) return [];
  if (code === 'missing-app-origin') {
    const edits = editsFor(document, [...origins, -1], origin);
    return [toAction(document.uri, vscode.l10n.t('Add {0}', origin), edits)];
  }
  if (code === 'missing-origins' || code === 'open-origins') {
    const edits = editsFor(document, origins, [origin]);
    return [toAction(document.uri, vscode.l10n.t('Allow Only {0}', origin), edits)];
  }
  return [];
}

function toAction(uri: vscode.Uri, title: string, edits: vscode.TextEdit[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(uri, edits);
  return action;
}

/** @param path Ends with -1 for a new element at the end of an array. */
function editsFor(document: vscode.TextDocument, path: JSONPath, value: unknown): vscode.TextEdit[] {
  const edits = modify(document.getText(), path, value, {
    formattingOptions: { insertSpaces: true, tabSize: 2 },
    isArrayInsertion: path.at(-1) === -1,
  });
  return edits.map(({ offset, length, content }) =>
    vscode.TextEdit.replace(rangeAt(document, offset, length), content),
  );
}
