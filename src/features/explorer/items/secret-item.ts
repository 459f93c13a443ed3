import * as vscode from 'vscode';
import type { Secret } from '../../../fly/model.ts';
import { colors, item, joined, themed } from './item.ts';

function secretIcon(status: string): vscode.ThemeIcon {
  if (status === 'Partial') return themed('key', colors.warning);
  return themed('key', status === 'Staged' ? colors.pending : undefined);
}

function statusWord(status: string): string {
  switch (status) {
    case 'Deployed':
      return vscode.l10n.t('deployed');
    case 'Staged':
      return vscode.l10n.t('staged, not deployed yet');
    case 'Partial':
      return vscode.l10n.t('deployed to some machines only');
    default:
      return status.toLowerCase();
  }
}

/** A secret by its name; Fly shows no value. */
export function secretItem(app: string, { name, digest, status }: Secret): vscode.TreeItem {
  const description = statusWord(status);
  return item(name, vscode.TreeItemCollapsibleState.None, {
    id: `secret:${app}:${name}`,
    description,
    iconPath: secretIcon(status),
    contextValue: joined(['secret', 'copyable', status === 'Staged' && 'staged'], ' '),
    accessibilityInformation: { label: vscode.l10n.t('Secret {0}, {1}', name, description) },
    tooltip: vscode.l10n.t('Digest {0}. The value cannot be read back from Fly.', digest),
  });
}
