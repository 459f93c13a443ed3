import * as vscode from 'vscode';
import type { Address, App, Machine, Volume } from '../../fly/model.ts';
import { isRunning, isSettled } from '../common/machine-state.ts';
import type { Group, Node } from '../common/nodes.ts';
import { entryItem } from './entry-item.ts';
import { facts, item, themed } from './item.ts';

/** What the tree knows about an app beyond its own record. */
export interface AppHints {
  readonly openclaw: boolean;
  /** Named by the fly.toml of the workspace. */
  readonly ofWorkspace: boolean;
  /** The account has no other app. */
  readonly only: boolean;
}

/** What items show that is not in their nodes. */
export interface Hints {
  app(app: App): AppHints;
  /** The configuration on the machine is not what was last pushed from here. */
  drifted(machine: Machine): boolean;
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

function appItem(app: App, hints: AppHints): vscode.TreeItem {
  const words = [app.organization, app.status];
  if (hints.ofWorkspace) words.push(vscode.l10n.t('this workspace'));
  return item(app.name, hints.openclaw || hints.only ? Expanded : Collapsed, {
    id: `app:${app.name}`,
    description: words.filter(Boolean).join(' · '),
    iconPath: themed(hints.openclaw ? 'hubot' : 'cloud'),
    contextValue: hints.openclaw ? 'app copyable openclaw' : 'app copyable',
    tooltip: facts([
      [vscode.l10n.t('App'), app.name],
      [vscode.l10n.t('Organization'), app.organization],
      [vscode.l10n.t('Status'), app.status],
      [vscode.l10n.t('Hostname'), app.hostname],
    ]),
  });
}

const groupIcons: Readonly<Record<Group, string>> = {
  machines: 'server',
  addresses: 'globe',
  volumes: 'database',
  secrets: 'key',
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
  }
}

/** Machine states by icon and colour; the description says them in words. */
function machineIcon(machine: Machine, drifted: boolean): vscode.ThemeIcon {
  if (machine.hostStatus === 'unreachable') return themed('warning', 'problemsWarningIcon.foreground');
  if (machine.state === 'failed') return themed('error', 'problemsErrorIcon.foreground');
  if (!isSettled(machine.state)) return themed('loading~spin');
  if (isRunning(machine.state)) {
    return themed('vm-running', drifted ? 'problemsWarningIcon.foreground' : 'charts.green');
  }
  return themed('vm-outline', 'disabledForeground');
}

/** A size in the words of Fly's own presets, e.g. `shared-cpu-2x · 2 GB`. */
function machineSize({ cpuKind, cpus, memoryMb }: Machine): string {
  const kind = cpuKind === 'shared' ? 'shared-cpu' : cpuKind;
  const memory = memoryMb % 1024 === 0 ? `${memoryMb / 1024} GB` : `${memoryMb} MB`;
  return `${kind}-${cpus}x · ${memory}`;
}

function lastExit(machine: Machine): string {
  const exit = machine.events.find((event) => event.exitCode !== undefined);
  if (!exit) return '';
  const code = vscode.l10n.t(
    'code {0} at {1}',
    exit.exitCode ?? '',
    new Date(exit.timestamp).toLocaleString(),
  );
  return exit.oomKilled ? vscode.l10n.t('{0}, out of memory', code) : code;
}

function machineFlags(machine: Machine): string {
  const flags = ['machine', 'copyable'];
  if (isRunning(machine.state)) flags.push('stoppable');
  else if (isSettled(machine.state)) flags.push('startable');
  return flags.join(' ');
}

function machineItem(machine: Machine, drifted: boolean): vscode.TreeItem {
  const label = machine.name || machine.id;
  const words = [machine.state, machine.region, machineSize(machine)];
  if (machine.cordoned) words.push(vscode.l10n.t('cordoned'));
  if (machine.hostStatus === 'unreachable') words.push(vscode.l10n.t('host unreachable'));
  if (drifted) words.unshift(vscode.l10n.t('config changed'));
  const description = words.join(' · ');
  return item(label, isRunning(machine.state) ? Collapsed : None, {
    id: `machine:${machine.app}:${machine.id}`,
    description,
    iconPath: machineIcon(machine, drifted),
    contextValue: machineFlags(machine),
    accessibilityInformation: { label: vscode.l10n.t('Machine {0}, {1}', label, description) },
    tooltip: facts([
      [vscode.l10n.t('Machine'), machine.id],
      [vscode.l10n.t('State'), machine.state],
      [vscode.l10n.t('Region'), machine.region],
      [vscode.l10n.t('Size'), machineSize(machine)],
      [vscode.l10n.t('Image'), machine.image],
      [vscode.l10n.t('Checks'), machine.checks.map(({ name, status }) => `${name}: ${status}`).join(', ')],
      [vscode.l10n.t('Last exit'), lastExit(machine)],
      [vscode.l10n.t('Updated'), machine.updatedAt],
      [vscode.l10n.t('Configuration'), drifted ? vscode.l10n.t('not the one last pushed from here') : ''],
    ]),
  });
}

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

function addressItem(app: string, address: Address): vscode.TreeItem {
  const reach = address.public ? vscode.l10n.t('public') : vscode.l10n.t('not public');
  return item(address.address, None, {
    id: `address:${app}:${address.address}`,
    description: [addressType(address.type), address.region, reach].filter(Boolean).join(' · '),
    iconPath: themed(address.public ? 'globe' : 'lock'),
    contextValue: 'address copyable',
    tooltip: address.public
      ? vscode.l10n.t('Anyone on the internet can reach this address.')
      : vscode.l10n.t('This address cannot be reached from the internet.'),
  });
}

function volumeItem(app: string, volume: Volume): vscode.TreeItem {
  const where = volume.attachedMachine ?? vscode.l10n.t('not attached');
  return item(volume.name, None, {
    id: `volume:${app}:${volume.id}`,
    description: [`${volume.sizeGb} GB`, volume.region, where].join(' · '),
    iconPath: themed('database'),
    contextValue: 'volume copyable',
    tooltip: facts([
      [vscode.l10n.t('Volume'), volume.id],
      [vscode.l10n.t('State'), volume.state],
      [vscode.l10n.t('Attached to'), where],
      [vscode.l10n.t('Encrypted'), volume.encrypted ? vscode.l10n.t('yes') : vscode.l10n.t('no')],
      [vscode.l10n.t('Created'), volume.createdAt],
    ]),
  });
}

/** How a node looks. A pure switch: everything it shows is in the node and the hints. */
export function toTreeItem(node: Node, hints: Hints): vscode.TreeItem {
  switch (node.kind) {
    case 'app':
      return appItem(node.app, hints.app(node.app));
    case 'group':
      return item(groupLabel(node.group), node.group === 'machines' ? Expanded : Collapsed, {
        id: `group:${node.app}:${node.group}`,
        iconPath: themed(groupIcons[node.group]),
        contextValue: `group ${node.group}`,
      });
    case 'machine':
      return machineItem(node.machine, hints.drifted(node.machine));
    case 'stateDirectory':
      return item(vscode.l10n.t('State Directory'), Collapsed, {
        id: `state:${node.app}:${node.machine.id}`,
        iconPath: themed('root-folder'),
        contextValue: 'folder',
        tooltip: vscode.l10n.t('The files of OpenClaw on this machine.'),
      });
    case 'entry':
      return entryItem(node);
    case 'address':
      return addressItem(node.app, node.address);
    case 'volume':
      return volumeItem(node.app, node.volume);
    case 'secret':
      return item(node.secret.name, None, {
        id: `secret:${node.app}:${node.secret.name}`,
        description: node.secret.status.toLowerCase(),
        iconPath: themed('key'),
        contextValue: 'secret copyable',
        tooltip: vscode.l10n.t('Digest {0}. The value cannot be read back from Fly.', node.secret.digest),
      });
    case 'note':
      return item('', None, {
        id: node.id,
        description: node.text,
        tooltip: node.text,
        ...(node.tone === 'warning' ? { iconPath: themed('warning', 'problemsWarningIcon.foreground') } : {}),
      });
  }
}
