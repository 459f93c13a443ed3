import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { HistoryFile } from '../../gateway/config-history.ts';

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
  try {
    // The query makes every preview a document of its own: VS Code keeps those that were shown for a while.
    const [left, right] = Object.keys(texts).map((authority) =>
      vscode.Uri.from({
        scheme,
        authority,
        path: `/${file.app}/${file.machine}/${posix.basename(file.path)}`,
        query: String(Date.now()),
      }),
    );
    await vscode.commands.executeCommand('vscode.diff', left, right, change.title);
    return (
      (await vscode.window.showInformationMessage(change.title, change.yes, vscode.l10n.t('Cancel'))) ===
      change.yes
    );
  } finally {
    registration.dispose();
  }
}
