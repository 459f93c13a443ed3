import * as vscode from 'vscode';
import type { Machine } from '../../../fly/model.ts';
import { versionOfImage } from '../../../fly/openclaw.ts';
import { isRunning, isSettled, machineLabel } from '../../common/machine-state.ts';
import { momentLabel } from '../../common/words.ts';
import { colors, item, joined, themed, tooltip } from './item.ts';
import {
  failingChecks,
  lastEvents,
  lastExit,
  lastRestart,
  machineSize,
  monthlyCost,
} from './machine-words.ts';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

/** What Fly calls the only group of processes of an app that names none. */
const onlyGroup = 'app';

/** Machine states by icon and colour; the description says them in words. */
function machineIcon(machine: Machine, drifted: boolean): vscode.ThemeIcon {
  if (hostTrouble(machine) !== '') return themed('warning', colors.warning);
  if (machine.state === 'failed') return themed('error', colors.error);
  if (!isSettled(machine.state)) return themed('loading~spin');
  if (!isRunning(machine.state)) return themed('vm-outline', colors.off);
  if (machine.checks.some(({ status }) => status === 'critical')) return themed('vm-running', colors.error);
  const calm = !drifted && !machine.cordoned && failingChecks(machine) === '';
  return themed('vm-running', calm ? colors.good : colors.warning);
}

function hostTrouble({ hostStatus }: Machine): string {
  switch (hostStatus) {
    case '':
    case 'ok':
      return '';
    case 'unreachable':
      return vscode.l10n.t('host unreachable');
    default:
      return vscode.l10n.t('host {0}', hostStatus);
  }
}

function machineFlags({ state, cordoned }: Machine): string {
  const power = isRunning(state) ? 'stoppable' : isSettled(state) && 'startable';
  return joined(['machine', 'copyable', power, cordoned ? 'cordoned' : 'uncordoned'], ' ');
}

/** A machine: its state first, unless something is wrong with it. */
export function machineItem(machine: Machine, drifted: boolean): vscode.TreeItem {
  const { state, region, processGroup, containers, cordoned } = machine;
  const label = machineLabel(machine);
  const description = joined([
    drifted && vscode.l10n.t('config changed'),
    hostTrouble(machine),
    state,
    failingChecks(machine),
    cordoned && vscode.l10n.t('cordoned'),
    versionOfImage(machine.image),
    region,
    machineSize(machine),
    processGroup !== onlyGroup && processGroup,
    containers.length > 0 && vscode.l10n.t('containers: {0}', containers.length),
  ]);
  return item(label, isRunning(state) ? Collapsed : None, {
    id: `machine:${machine.app}:${machine.id}`,
    description,
    iconPath: machineIcon(machine, drifted),
    contextValue: machineFlags(machine),
    accessibilityInformation: { label: vscode.l10n.t('Machine {0}, {1}', label, description) },
  });
}

export function machineTooltip(machine: Machine, drifted: boolean): vscode.MarkdownString {
  const { checks, containers } = machine;
  return tooltip([
    [vscode.l10n.t('Machine'), machine.id],
    [vscode.l10n.t('State'), joined([machine.state, machine.cordoned && vscode.l10n.t('cordoned')])],
    [vscode.l10n.t('Host'), hostTrouble(machine)],
    [vscode.l10n.t('Configuration'), drifted ? vscode.l10n.t('not the one last pushed from here') : ''],
    [vscode.l10n.t('Region'), machine.region],
    [vscode.l10n.t('Size'), machineSize(machine)],
    [vscode.l10n.t('Cost'), monthlyCost(machine)],
    [vscode.l10n.t('Image'), machine.image],
    [vscode.l10n.t('Process group'), machine.processGroup],
    [vscode.l10n.t('Containers'), containers.map(({ name, state }) => `${name}: ${state}`).join(', ')],
    [vscode.l10n.t('Checks'), checks.map(({ name, status }) => `${name}: ${status}`).join(', ')],
    [vscode.l10n.t('Last restart'), lastRestart(machine)],
    [vscode.l10n.t('Last exit'), lastExit(machine)],
    [vscode.l10n.t('Events'), lastEvents(machine)],
    [vscode.l10n.t('Updated'), momentLabel(machine.updatedAt)],
  ]);
}
