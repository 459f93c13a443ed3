import * as vscode from 'vscode';

/** Closes the tabs that compare something with the file. */
export async function closeComparison(modified: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = tabs.filter(
    ({ input }) =>
      input instanceof vscode.TabInputTextDiff && input.modified.toString() === modified.toString(),
  );
  await vscode.window.tabGroups.close(shown);
}

/** Shows two documents beside each other while the user decides. */
export async function whileCompared<T>(
  left: vscode.Uri,
  right: vscode.Uri,
  title: string,
  decide: () => Promise<T>,
): Promise<T> {
  await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
  try {
    return await decide();
  } finally {
    await closeComparison(right);
  }
}
