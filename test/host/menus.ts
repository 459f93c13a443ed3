import * as vscode from 'vscode';

interface MenuEntry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when: string;
  readonly group: string;
}

/**
 * The menu of a node of the Deployments tree.
 * @returns `group command`, without the prefix of the extension, in the order of the menu; entries of the same place by
 * their order in the manifest.
 */
export function menuOf(contextValue: string | undefined): readonly string[] {
  const manifest: { contributes: { menus: Record<string, readonly MenuEntry[]> } } | undefined =
    vscode.extensions.getExtension('openclaw-deployments.openclaw-deployments')?.packageJSON;
  const entries = manifest?.contributes.menus['view/item/context'] ?? [];
  return entries
    .filter(({ when }) => applies(when, contextValue ?? ''))
    .map(({ command, submenu, group }) => `${group} ${(command ?? submenu ?? '').replace(/^.*\./, '')}`)
    .sort();
}

/** Of the clauses, those about the node count; the window is taken to be as all others want it. */
function applies(when: string, contextValue: string): boolean {
  return when.split(' && ').every((clause) => {
    const pattern = /^(!?)\(?viewItem =~ \/(.*)\/\)?$/.exec(clause);
    return !pattern || new RegExp(pattern[2] ?? '').test(contextValue) === (pattern[1] === '');
  });
}
