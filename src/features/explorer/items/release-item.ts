import * as vscode from 'vscode';
import type { Release } from '../../../fly/model.ts';
import { momentLabel } from '../../common/words.ts';
import { colors, item, joined, themed, tooltip } from './item.ts';

function releaseIcon({ status, inProgress }: Release, running: boolean): vscode.ThemeIcon {
  if (inProgress || status === 'running' || status === 'pending') return themed('loading~spin');
  if (status === 'failed' || status === 'interrupted') return themed('error', colors.error);
  if (status === 'cancelled') return themed('circle-slash', colors.off);
  return running ? themed('rocket', colors.good) : themed('tag');
}

/** @param running Machines of the app run it now. */
export function releaseItem(app: string, release: Release, running: boolean): vscode.TreeItem {
  const label = `v${release.version}`;
  const description = joined([
    release.status,
    running && vscode.l10n.t('on the machines'),
    momentLabel(release.createdAt),
    release.user,
    release.description,
  ]);
  return item(label, vscode.TreeItemCollapsibleState.None, {
    id: `release:${app}:${release.version}`,
    description,
    iconPath: releaseIcon(release, running),
    contextValue: 'release copyable',
    accessibilityInformation: { label: vscode.l10n.t('Release {0}, {1}', label, description) },
    tooltip: tooltip([
      [vscode.l10n.t('Release'), label],
      [vscode.l10n.t('Status'), release.status],
      [vscode.l10n.t('Description'), release.description],
      [vscode.l10n.t('Deployed by'), release.user],
      [vscode.l10n.t('Deployed'), momentLabel(release.createdAt)],
      [vscode.l10n.t('Image'), release.image],
    ]),
  });
}
