import * as vscode from 'vscode';
import { commandId } from '../../common/commands.ts';
import type { Fact, Node } from '../../common/nodes.ts';
import { machineLabel } from '../../common/machine-state.ts';
import { colors, item, themed } from './item.ts';

type FactNode = Extract<Node, { kind: 'fact' }>;

interface Look {
  readonly label: string;
  readonly description: string;
  readonly icon: vscode.ThemeIcon;
  readonly tooltip: string;
  /** Flags of its `contextValue` beside its name. */
  readonly flags?: string;
  readonly command?: vscode.Command;
}

function exposureLook({ publicAddresses, unwanted }: Extract<Fact, { name: 'exposure' }>): Look {
  if (publicAddresses === 0) {
    return {
      label: vscode.l10n.t('Private'),
      description: vscode.l10n.t('no address on the internet'),
      icon: themed('lock', colors.good),
      tooltip: vscode.l10n.t('Only your organization’s private network reaches this app.'),
    };
  }
  return {
    label: unwanted ? vscode.l10n.t('Public Again') : vscode.l10n.t('Public'),
    description: vscode.l10n.t('addresses on the internet: {0}', publicAddresses),
    icon: themed('globe', unwanted ? colors.error : colors.warning),
    tooltip: unwanted
      ? vscode.l10n.t('This app was made private from here. A deploy or somebody else made it public again.')
      : vscode.l10n.t(
          'Anyone on the internet can reach this app. Only the gateway’s own sign-in protects it.',
        ),
  };
}

function names({ machines }: Extract<Fact, { name: 'gateways' | 'drift' }>): string {
  return machines.map(machineLabel).join(', ');
}

function look(node: FactNode): Look {
  const { fact } = node;
  switch (fact.name) {
    case 'gateways':
      return {
        label: vscode.l10n.t('Several Gateways'),
        description: names(fact),
        icon: themed('warning', colors.error),
        tooltip: vscode.l10n.t(
          'Each has a state of its own, and all answer the same messages. Keep the one with the volume that you use, and stop the others.',
        ),
      };
    case 'url':
      return {
        label: fact.url,
        description: '',
        icon: themed('link-external'),
        tooltip: vscode.l10n.t('Open {0} in the browser', fact.url),
        flags: 'copyable',
        command: {
          command: commandId('openControlUi'),
          title: vscode.l10n.t('Open in Browser'),
          arguments: [node],
        },
      };
    case 'exposure':
      return exposureLook(fact);
    case 'version':
      return {
        label: vscode.l10n.t('OpenClaw {0}', fact.version),
        description: '',
        icon: themed('versions'),
        tooltip: vscode.l10n.t('By the image of its machines.'),
      };
    case 'drift':
      return {
        label: vscode.l10n.t('Config Changed'),
        description: names(fact),
        icon: themed('diff', colors.warning),
        tooltip: vscode.l10n.t('The configuration on the machine is not the one last pushed from here.'),
      };
  }
}

/** Something worth knowing of a deployment as a whole. */
export function factItem(node: FactNode): vscode.TreeItem {
  const { app, fact } = node;
  const { label, description, icon, tooltip, flags, command } = look(node);
  return item(label, vscode.TreeItemCollapsibleState.None, {
    id: `fact:${app}:${fact.name}`,
    description,
    iconPath: icon,
    contextValue: ['fact', fact.name, ...(flags === undefined ? [] : [flags])].join(' '),
    accessibilityInformation: { label: description === '' ? label : `${label}, ${description}` },
    tooltip,
    ...(command && { command }),
  });
}
