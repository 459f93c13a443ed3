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

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A size in words, e.g. `1.5 KB`. */
export function sizeInWords(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${value.toLocaleString(undefined, { maximumFractionDigits: power === 0 ? 0 : 1 })} ${units[power]}`;
}

/** A moment in the user's own time; what is no time is shown as it is. */
export function momentLabel(time: string | number): string {
  const date = new Date(time);
  if (time === '' || Number.isNaN(date.getTime())) return String(time);
  return date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** US dollars, e.g. `$13.39`. */
export function dollars(amount: number): string {
  return amount.toLocaleString(undefined, { style: 'currency', currency: 'USD' });
}
