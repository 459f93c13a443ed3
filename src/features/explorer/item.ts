import * as vscode from 'vscode';

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

/** A tooltip of `**name** value` lines; values are escaped, so text from Fly cannot become markup. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  for (const [name, value] of rows) {
    if (value === '') continue;
    text.appendMarkdown(`**${name}** `).appendText(value).appendMarkdown('  \n');
  }
  return text;
}
