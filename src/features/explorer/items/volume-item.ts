import * as vscode from 'vscode';
import type { Snapshot, Volume } from '../../../fly/model.ts';
import { volumeCost } from '../../../fly/prices.ts';
import { dollars, momentLabel, sizeInWords } from '../../common/words.ts';
import { colors, item, joined, themed, tooltip } from './item.ts';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

function whereOf({ attachedMachine }: Volume, machineName: string | undefined): string {
  return attachedMachine === undefined
    ? vscode.l10n.t('not attached')
    : vscode.l10n.t('on {0}', machineName ?? attachedMachine);
}

/** @param machineName Of the machine that it is attached to, where that is known. */
export function volumeItem(app: string, volume: Volume, machineName: string | undefined): vscode.TreeItem {
  const attached = volume.attachedMachine !== undefined;
  const description = joined([
    `${volume.sizeGb} GB`,
    volume.state !== 'created' && volume.state,
    whereOf(volume, machineName),
    volume.region,
    volume.encrypted ? vscode.l10n.t('encrypted') : vscode.l10n.t('not encrypted'),
  ]);
  return item(volume.name, Collapsed, {
    id: `volume:${app}:${volume.id}`,
    description,
    iconPath: themed('database', attached ? undefined : colors.off),
    contextValue: joined(['volume', 'copyable', attached && 'attached'], ' '),
    accessibilityInformation: { label: vscode.l10n.t('Volume {0}, {1}', volume.name, description) },
  });
}

export function volumeTooltip(volume: Volume, machineName: string | undefined): vscode.MarkdownString {
  return tooltip([
    [vscode.l10n.t('Volume'), volume.id],
    [vscode.l10n.t('State'), volume.state],
    [vscode.l10n.t('Attached'), whereOf(volume, machineName)],
    [vscode.l10n.t('Encrypted'), volume.encrypted ? vscode.l10n.t('yes') : vscode.l10n.t('no')],
    [
      vscode.l10n.t('Cost'),
      vscode.l10n.t('about {0} a month, also while it is not in use', dollars(volumeCost(volume))),
    ],
    [vscode.l10n.t('Created'), momentLabel(volume.createdAt)],
  ]);
}

/** A snapshot is known by its time. */
export function snapshotItem(app: string, volume: Volume, snapshot: Snapshot): vscode.TreeItem {
  const { id, sizeBytes, createdAt, status, retentionDays } = snapshot;
  const label = createdAt === '' ? id : momentLabel(createdAt);
  const description = joined([
    sizeBytes > 0 && sizeInWords(sizeBytes),
    status,
    retentionDays !== undefined && vscode.l10n.t('days kept: {0}', retentionDays),
  ]);
  return item(label, None, {
    id: `snapshot:${app}:${volume.id}:${id || createdAt}`,
    description,
    iconPath: themed('device-camera'),
    contextValue: 'snapshot copyable',
    accessibilityInformation: {
      label: vscode.l10n.t('Snapshot of {0}, {1}, {2}', volume.name, label, description),
    },
    tooltip: tooltip([
      [vscode.l10n.t('Snapshot'), id],
      [vscode.l10n.t('Volume'), `${volume.name} (${volume.id})`],
      [vscode.l10n.t('Status'), status],
    ]),
  });
}
