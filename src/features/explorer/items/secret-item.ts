import * as vscode from 'vscode';
import type { Node } from '../../common/nodes.ts';
import { colors, item, joined, themed } from './item.ts';

type SecretNode = Extract<Node, { kind: 'secret' }>;

function secretIcon({ secret, mark }: SecretNode): vscode.ThemeIcon {
  if (mark === 'missing') return themed('warning', colors.warning);
  if (secret.status === 'Partial') return themed('key', colors.warning);
  if (secret.status === 'Staged') return themed('key', colors.pending);
  return themed('key', mark === 'unused' ? colors.off : undefined);
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

function tooltipOf({ secret, mark }: SecretNode): string {
  if (mark === 'missing') {
    return vscode.l10n.t(
      'The configuration of the gateway uses {0}, but no secret and no variable gives it.',
      secret.name,
    );
  }
  const digest = vscode.l10n.t('Digest {0}. The value cannot be read back from Fly.', secret.digest);
  return mark === 'unused'
    ? vscode.l10n.t('{0} Nothing in the known configuration uses it.', digest)
    : digest;
}

/** A secret by its name; Fly shows no value. One that the configuration misses is shown as well. */
export function secretItem(node: SecretNode): vscode.TreeItem {
  const { app, secret, mark } = node;
  const missing = mark === 'missing';
  const description = joined([
    missing && vscode.l10n.t('missing'),
    mark === 'unused' && vscode.l10n.t('unused'),
    statusWord(secret.status),
  ]);
  return item(secret.name, vscode.TreeItemCollapsibleState.None, {
    id: `secret:${app}:${secret.name}`,
    description,
    iconPath: secretIcon(node),
    // What is not there cannot be unset or deployed.
    contextValue: missing
      ? 'missing copyable'
      : joined(['secret', 'copyable', secret.status === 'Staged' && 'staged'], ' '),
    accessibilityInformation: { label: vscode.l10n.t('Secret {0}, {1}', secret.name, description) },
    tooltip: tooltipOf(node),
  });
}
