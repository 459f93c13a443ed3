import * as vscode from 'vscode';

/** Colours of states; each comes with an icon and a word, so none is needed to understand the tree. */
export const colors = {
  good: 'charts.green',
  pending: 'charts.yellow',
  warning: 'problemsWarningIcon.foreground',
  error: 'problemsErrorIcon.foreground',
  off: 'disabledForeground',
} as const;

/** A codicon, in a theme colour when one is given. */
export function themed(icon: string, color?: string): vscode.ThemeIcon {
  return color ? new vscode.ThemeIcon(icon, new vscode.ThemeColor(color)) : new vscode.ThemeIcon(icon);
}

/** A tree item with these parts. */
export function item(
  label: string,
  state: vscode.TreeItemCollapsibleState,
  parts: Partial<vscode.TreeItem>,
): vscode.TreeItem {
  return Object.assign(new vscode.TreeItem(label, state), parts);
}

/** Words of a description or flags of a `contextValue`, without those that do not apply. */
export function joined(words: readonly (string | false | undefined)[], separator = ' · '): string {
  return words.filter((word) => typeof word === 'string' && word !== '').join(separator);
}

/** A tooltip of `**name** value` lines; values are escaped, so text from Fly cannot become markup. */
export function tooltip(rows: readonly (readonly [name: string, value: string])[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  for (const [name, value] of rows) {
    if (value === '') continue;
    text.appendMarkdown(`**${name}** `).appendText(value).appendMarkdown('  \n');
  }
  return text;
}
