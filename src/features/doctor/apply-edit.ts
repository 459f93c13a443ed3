import { posix } from 'node:path';
import * as vscode from 'vscode';
import { toWorkspaceEdit } from '../common/text-edits.ts';
import { runCommand } from '../common/commands.ts';
import { textOf } from './documents.ts';
import { type EditFix, editOf, type FileEdit } from './edit.ts';
import type { Practice } from './practice.ts';
import type { Treatment } from './treatment.ts';

/** Shows what the fix makes of the file and, when the user wants it, saves that; to a machine it is pushed by saving. */
export async function applyEdit(practice: Practice, treatment: Treatment<EditFix>): Promise<void> {
  const { examination, fix } = treatment;
  const edit = editOf(examination.snapshot, fix);
  if (!edit) return;
  if (edit.before !== undefined && (await textOf(edit.uri)) !== edit.before)
    return offerAnotherLook(treatment);
  const title = `${posix.basename(edit.uri.path)}: ${fix.title}`;
  const wanted = await practice.previews.during(edit, title, () => confirm(treatment));
  if (!wanted || !(await save(edit))) return;
  practice.changed(
    fix.kind === 'editToml' ? vscode.l10n.t('The next deploy brings it to the machine.') : undefined,
  );
}

/** Not modal: the difference is to be read. */
async function confirm({ app, fix }: Treatment<EditFix>): Promise<boolean> {
  const yes = fix.kind === 'editToml' ? vscode.l10n.t('Apply') : vscode.l10n.t('Push');
  const question = vscode.l10n.t('{0}: {1}?', app, fix.title);
  return (await vscode.window.showInformationMessage(question, yes, vscode.l10n.t('Cancel'))) === yes;
}

async function save(edit: FileEdit): Promise<boolean> {
  if (edit.before === undefined) {
    await vscode.workspace.fs.writeFile(edit.uri, new TextEncoder().encode(edit.after));
    return true;
  }
  const document = await vscode.workspace.openTextDocument(edit.uri);
  if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(edit.uri, edit.edits)))) return false;
  return document.save();
}

async function offerAnotherLook({ target }: Treatment): Promise<void> {
  const again = vscode.l10n.t('Run Doctor');
  const message = vscode.l10n.t('The file has changed since it was examined, so nothing was changed.');
  if ((await vscode.window.showWarningMessage(message, again)) === again)
    await runCommand('runDoctor', target);
}
