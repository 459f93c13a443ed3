import * as vscode from 'vscode';
import type { LogRow } from '../../fly/logs/session.ts';
import type { LogSubject } from '../../shared/logs.ts';
import { type Format, formatRows } from './export.ts';
import type { LogDocuments } from './documents.ts';

/** What is needed to take rows out of a log. */
export interface TakingServices {
  readonly redact: (text: string) => string;
  readonly documents: LogDocuments;
}

/** Copies rows to the clipboard. */
export async function copyRows(
  rows: readonly LogRow[],
  format: Format,
  { redact }: TakingServices,
): Promise<void> {
  if (rows.length === 0) return;
  await vscode.env.clipboard.writeText(formatRows(rows, format, redact).trimEnd());
  vscode.window.setStatusBarMessage(told(rows.length), 4_000);
}

/** Saves rows to a file that the user picks; its ending tells in which format. */
export async function saveRows(
  rows: readonly LogRow[],
  subject: LogSubject,
  { redact }: TakingServices,
): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${nameOf(subject)}.log`;
  const file = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [vscode.l10n.t('Log')]: ['log', 'txt'], [vscode.l10n.t('JSON Lines')]: ['jsonl', 'json'] },
    title: vscode.l10n.t('Save Log'),
  });
  if (!file) return;
  const format = /\.jsonl?$/.test(file.path) ? 'json' : 'text';
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(formatRows(rows, format, redact)));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Log saved.'), 4_000);
}

/** Opens rows as a document that cannot be changed. */
export async function openRows(
  rows: readonly LogRow[],
  subject: LogSubject,
  { redact, documents }: TakingServices,
): Promise<void> {
  await documents.open(nameOf(subject), formatRows(rows, 'text', redact));
}

function told(rows: number): string {
  return rows === 1 ? vscode.l10n.t('One log line copied.') : vscode.l10n.t('{0} log lines copied.', rows);
}

/** With the time, to the second, in a form that a file can be called. */
function nameOf({ title }: LogSubject): string {
  return `${title} ${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;
}
