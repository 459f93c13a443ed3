import * as vscode from 'vscode';
import type { Address } from '../../../fly/model.ts';
import { colors, item, joined, themed } from './item.ts';

function addressType(type: string): string {
  switch (type) {
    case 'v4':
      return vscode.l10n.t('dedicated IPv4');
    case 'v6':
      return 'IPv6';
    case 'shared_v4':
      return vscode.l10n.t('shared IPv4');
    case 'private_v6':
      return vscode.l10n.t('private IPv6');
    case 'egress_v4':
    case 'egress_v6':
      return vscode.l10n.t('egress');
    default:
      return type;
  }
}

function reachOf({ type, public: isPublic }: Address): 'public' | 'private' | 'egress' {
  if (isPublic) return 'public';
  return type.startsWith('egress_') ? 'egress' : 'private';
}

/** @param unwanted The app was made private from here: a public address is trouble. */
export function addressItem(app: string, address: Address, unwanted: boolean): vscode.TreeItem {
  const reach = reachOf(address);
  const description = joined([
    addressType(address.type),
    address.region,
    address.public ? vscode.l10n.t('public') : vscode.l10n.t('not public'),
  ]);
  return item(address.address, vscode.TreeItemCollapsibleState.None, {
    id: `address:${app}:${address.address}`,
    description,
    iconPath: address.public ? themed('globe', unwanted ? colors.error : undefined) : themed('lock'),
    contextValue: `address copyable ${reach}`,
    accessibilityInformation: { label: vscode.l10n.t('IP address {0}, {1}', address.address, description) },
    tooltip: address.public
      ? vscode.l10n.t('Anyone on the internet can reach this address.')
      : vscode.l10n.t('This address cannot be reached from the internet.'),
  });
}
