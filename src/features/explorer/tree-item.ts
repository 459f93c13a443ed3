import * as vscode from 'vscode';
import type { App, Machine } from '../../fly/model.ts';
import type { Group, Node } from '../common/nodes.ts';
import { addressItem } from './items/address-item.ts';
import { type AppHints, appItem, appTooltip } from './items/app-item.ts';
import { entryItem } from './items/entry-item.ts';
import { factItem } from './items/fact-item.ts';
import { colors, item, themed } from './items/item.ts';
import { machineItem, machineTooltip } from './items/machine-item.ts';
import { releaseItem } from './items/release-item.ts';
import { secretItem } from './items/secret-item.ts';
import { snapshotItem, volumeItem, volumeTooltip } from './items/volume-item.ts';

/** What items show that is not in their nodes. */
export interface Hints {
  app(app: App): AppHints;
  /** The configuration on the machine is not what was last pushed from here. */
  drifted(machine: Machine): boolean;
  /** What a machine is called, where that is known. */
  machineName(app: string, id: string): string | undefined;
  /** The app was made private from here, and is public again. */
  publicAgain(app: string): boolean;
  /** Whether machines of the app run the release of this version. */
  runs(app: string, version: number): boolean;
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

const groupIcons: Readonly<Record<Group, string>> = {
  machines: 'server',
  addresses: 'globe',
  volumes: 'database',
  secrets: 'key',
  releases: 'tag',
};

function groupLabel(group: Group): string {
  switch (group) {
    case 'machines':
      return vscode.l10n.t('Machines');
    case 'addresses':
      return vscode.l10n.t('IP Addresses');
    case 'volumes':
      return vscode.l10n.t('Volumes');
    case 'secrets':
      return vscode.l10n.t('Secrets');
    case 'releases':
      return vscode.l10n.t('Releases');
  }
}

function groupItem({ app, group }: Extract<Node, { kind: 'group' }>): vscode.TreeItem {
  return item(groupLabel(group), group === 'machines' ? Expanded : Collapsed, {
    id: `group:${app}:${group}`,
    iconPath: themed(groupIcons[group]),
    contextValue: `group ${group}`,
    accessibilityInformation: { label: vscode.l10n.t('{0} of {1}', groupLabel(group), app) },
  });
}

function stateDirectoryItem({ app, machine }: Extract<Node, { kind: 'stateDirectory' }>): vscode.TreeItem {
  return item(vscode.l10n.t('State Directory'), Collapsed, {
    id: `state:${app}:${machine.id}`,
    iconPath: themed('root-folder'),
    contextValue: 'folder',
    tooltip: vscode.l10n.t('The files of OpenClaw on this machine.'),
  });
}

function noteItem({ id, text, tone }: Extract<Node, { kind: 'note' }>): vscode.TreeItem {
  return item('', None, {
    id,
    description: text,
    tooltip: text,
    accessibilityInformation: { label: text },
    ...(tone === 'warning' ? { iconPath: themed('warning', colors.warning) } : {}),
  });
}

/** How a node looks. A pure switch: everything it shows is in the node and the hints. */
export function toTreeItem(node: Node, hints: Hints): vscode.TreeItem {
  switch (node.kind) {
    case 'app':
      return appItem(node.app, hints.app(node.app));
    case 'fact':
      return factItem(node);
    case 'group':
      return groupItem(node);
    case 'machine':
      return machineItem(node.machine, hints.drifted(node.machine));
    case 'stateDirectory':
      return stateDirectoryItem(node);
    case 'entry':
      return entryItem(node);
    case 'address':
      return addressItem(node.app, node.address, hints.publicAgain(node.app));
    case 'volume':
      return volumeItem(node.app, node.volume, attachedTo(node, hints));
    case 'snapshot':
      return snapshotItem(node.app, node.volume, node.snapshot);
    case 'secret':
      return secretItem(node);
    case 'release':
      return releaseItem(node.app, node.release, hints.runs(node.app, node.release.version));
    case 'note':
      return noteItem(node);
  }
}

/** The tooltips of nodes of which there may be thousands are made when somebody asks for one. */
export function lateTooltip(node: Node, hints: Hints): vscode.MarkdownString | undefined {
  if (node.kind === 'app') return appTooltip(node.app, hints.app(node.app));
  if (node.kind === 'machine') return machineTooltip(node.machine, hints.drifted(node.machine));
  return node.kind === 'volume' ? volumeTooltip(node.volume, attachedTo(node, hints)) : undefined;
}

function attachedTo({ app, volume }: Extract<Node, { kind: 'volume' }>, hints: Hints): string | undefined {
  return volume.attachedMachine === undefined ? undefined : hints.machineName(app, volume.attachedMachine);
}
