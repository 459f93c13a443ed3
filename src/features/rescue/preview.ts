import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { HistoryFile } from '../../gateway/config-history.ts';
import { closeComparison } from '../common/comparison.ts';

const scheme = 'openclaw-rescue';

/** Shows what a repair would make of a file, and asks whether it is to be made. */
export async function confirmDifference(
  file: HistoryFile,
  change: { readonly title: string; readonly before: string; readonly after: string; readonly yes: string },
): Promise<boolean> {
  const texts: Readonly<Record<string, string>> = { before: change.before, after: change.after };
  const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ authority }) => texts[authority],
  });
  const [left, right] = [previewOf(file, 'before'), previewOf(file, 'after')];
  try {
    await vscode.commands.executeCommand('vscode.diff', left, right, change.title);
    return (
      (await vscode.window.showInformationMessage(change.title, change.yes, vscode.l10n.t('Cancel'))) ===
      change.yes
    );
  } finally {
    await closeComparison(right);
    registration.dispose();
  }
}

/** The query makes every preview a document of its own: VS Code keeps those that were shown for a while. */
function previewOf({ app, machine, path }: HistoryFile, authority: string): vscode.Uri {
  return vscode.Uri.from({
    scheme,
    authority,
    path: `/${app}/${machine}/${posix.basename(path)}`,
    query: String(Date.now()),
  });
}
