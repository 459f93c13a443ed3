import * as vscode from 'vscode';
import type { Fix } from '../../deployment/doctor/finding.ts';
import { toWorkspaceEdit } from '../common/text-edits.ts';
import { commandId } from '../common/commands.ts';
import { remoteScheme } from '../common/remote-uri.ts';
import { editOf } from './edit.ts';
import { tomlSelector } from './fly-toml.ts';
import type { Problem, Problems } from './problems.ts';
import { Treatment } from './treatment.ts';

const { QuickFix } = vscode.CodeActionKind;

/** Offers the fixes of what the doctor found: edits as edits of the document, others through a command that asks first. */
export function registerCodeActions(problems: Problems): vscode.Disposable {
  const provideCodeActions = (document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] => {
    const actions = problems
      .at(document, range)
      .flatMap((problem) =>
        problem.diagnosis.fixes.flatMap((fix) => actionFor(document, problem, fix) ?? []),
      );
    // A file alone tells some of what its deployment tells, with the same fixes.
    return [...new Map(actions.toReversed().map((action) => [action.title, action])).values()].toReversed();
  };
  return vscode.languages.registerCodeActionsProvider(
    [...tomlSelector, { scheme: remoteScheme }],
    { provideCodeActions },
    { providedCodeActionKinds: [QuickFix] },
  );
}

/** Nothing when the fix is an edit of a text that is not that of the document any more. */
function actionFor(
  document: vscode.TextDocument,
  { examination, diagnosis }: Problem,
  fix: Fix,
): vscode.CodeAction | undefined {
  const action = new vscode.CodeAction(fix.title, QuickFix);
  if (fix.kind === 'editToml' || fix.kind === 'editConfig') {
    const edit = editOf(examination.snapshot, fix);
    if (edit?.uri.toString() === document.uri.toString()) {
      if (edit.before !== document.getText()) return undefined;
      action.edit = toWorkspaceEdit(edit.uri, edit.edits);
      return action;
    }
  }
  // The same may be done by an edit, which has the title of the fix.
  if (fix.kind === 'flyctl') action.title = vscode.l10n.t('{0} with flyctl…', fix.title);
  const treatment = new Treatment(examination, diagnosis, fix);
  action.command = { title: action.title, command: commandId('applyDoctorFix'), arguments: [treatment] };
  return action;
}
