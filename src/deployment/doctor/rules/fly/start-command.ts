import * as l10n from '@vscode/l10n';
import { recordAt } from '../../../../gateway/check/path.ts';
import type { Fix } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import {
  hasOption,
  isGatewayCommand,
  isOpenClawCommand,
  replaceableCommand,
  shownCommand,
} from './command.ts';
import {
  guide,
  machineEvidence,
  machineFix,
  machineOptionFix,
  placeIn,
  tomlEvidence,
  tomlFix,
  tomlOptionFix,
} from './shown.ts';
import { configOf, inspectionOf, liveMachine, type Plan, planOf } from './subject.ts';
import { together } from './troubles.ts';

/** A command that starts OpenClaw, but not its gateway. */
export const commandWithoutGateway: Rule = {
  code: 'command-without-gateway',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const title = l10n.t('Start the gateway');
    const live = machine &&
      startsOther(machine.command) &&
      !gatewayRuns(snapshot) && {
        evidence: [machineEvidence(machine, shownCommand(machine.command))],
        fixes: replaceableCommand(machine)
          ? machineFix(title, machine, { command: machine.command.flatMap(withGateway) })
          : [],
      };
    const planned = plan &&
      startsOther(plan.command.value ?? []) && {
        evidence: [tomlEvidence(plan.file, plan.command.path)],
        fixes: gatewayInToml(title, plan),
        place: placeIn(plan.file, plan.command.path),
      };
    const found = together(live || undefined, planned || undefined);
    if (!found) return [];
    return [
      {
        severity: 'error',
        title: l10n.t('The command does not start the gateway'),
        explanation: l10n.t(
          'It has no “gateway”, so OpenClaw prints its help or runs something else and ends.',
        ),
        ...found,
        link: guide,
      },
    ];
  },
};

function startsOther(words: readonly string[]): boolean {
  return isOpenClawCommand(words) && !isGatewayCommand(words);
}

function gatewayRuns(snapshot: Snapshot): boolean {
  return (inspectionOf(snapshot)?.gateways.length ?? 0) > 0;
}

function withGateway(word: string): readonly string[] {
  return isOpenClawCommand([word]) ? [word, 'gateway'] : [word];
}

function gatewayInToml(title: string, { file, command }: Plan): readonly Fix[] {
  const line = file.toml.valueAt(command.path);
  if (typeof line !== 'string') return [];
  return tomlFix(title, file, command.path, line.split(' ').flatMap(withGateway).join(' '));
}

/** Without this word a gateway refuses to start as long as its configuration does not say `gateway.mode`. */
const allowOption = '--allow-unconfigured';

/** A gateway that may not start without a configuration, and has none that it takes for one. */
export const unconfiguredRefused: Rule = {
  code: 'unconfigured-refused',
  layer: 'fly',
  examine(snapshot) {
    if (isConfigured(snapshot)) return [];
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const lacks = (words: readonly string[]): boolean =>
      (words.length === 0 || isGatewayCommand(words)) && !hasOption(words, allowOption);
    const title = l10n.t('Add {0}', allowOption);
    const live = machine &&
      lacks(machine.command) && {
        evidence: [
          machineEvidence(machine, shownCommand(machine.command) || l10n.t('the command of the image')),
        ],
        fixes: machineOptionFix(title, machine, allowOption),
      };
    const planned = plan &&
      lacks(plan.command.value ?? []) && {
        evidence: [tomlEvidence(plan.file, plan.command.path)],
        fixes: tomlOptionFix(title, plan, allowOption),
        place: placeIn(plan.file, plan.command.path),
      };
    const found = together(live || undefined, planned || undefined);
    if (!found) return [];
    const known = inspectionOf(snapshot) !== undefined;
    return [
      {
        severity: known ? 'warning' : 'info',
        title: l10n.t('The gateway does not start without a configuration'),
        explanation: l10n.t(
          'The command has no {0}: until openclaw.json has "gateway": {"mode": "local"}, the machine ends with exit code 78.',
          allowOption,
        ),
        ...found,
        link: guide,
      },
    ];
  },
};

function isConfigured(snapshot: Snapshot): boolean {
  return recordAt(configOf(snapshot), 'gateway')['mode'] !== undefined || gatewayRuns(snapshot);
}
