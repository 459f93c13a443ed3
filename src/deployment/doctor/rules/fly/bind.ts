import * as l10n from '@vscode/l10n';
import { stringAt } from '../../../../gateway/check/path.ts';
import type { Severity } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isGatewayCommand, optionOf, shownCommand } from './command.ts';
import { guide, machineEvidence, machineOptionFix, placeIn, tomlEvidence, tomlOptionFix } from './shown.ts';
import { configOf, inspectionOf, isAtLeast, liveMachine, planOf, versionOf } from './subject.ts';
import { together } from './troubles.ts';

/** From here on a gateway that is told nothing listens for everybody when it is in a container. */
const bindsInContainers = [2026, 5, 28];

/** A gateway that only its own machine reaches: “App is not listening on expected address” in Fly's log. */
export const bindLoopback: Rule = {
  code: 'bind-loopback',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const listens = inspectionOf(snapshot)?.gateways.flatMap((gateway) => gateway.listens) ?? [];
    const seen = listens.length === 0 ? undefined : listens.every(isLoopback);
    const judged =
      machine && (seen === undefined ? judge(snapshot, machine.command) : seen ? 'error' : undefined);
    const sameCommand = machine?.command.join('\0') === plan?.command.value?.join('\0');
    const planJudged =
      plan && (sameCommand && seen === false ? undefined : judge(snapshot, plan.command.value ?? []));
    const title = l10n.t('Add --bind lan');
    const live = machine &&
      judged && {
        evidence: [
          machineEvidence(machine, shownCommand(machine.command) || l10n.t('the command of the image')),
          ...(seen
            ? [machineEvidence(machine, l10n.t('the gateway listens on {0}', listens.join(', ')))]
            : []),
        ],
        fixes: machineOptionFix(title, machine, '--bind', 'lan'),
      };
    const planned = plan &&
      planJudged && {
        evidence: [tomlEvidence(plan.file, plan.command.path)],
        fixes: tomlOptionFix(title, plan, '--bind', 'lan'),
        place: placeIn(plan.file, plan.command.path),
      };
    const found = together(live || undefined, planned || undefined);
    if (!found) return [];
    return [
      {
        severity: judged === 'error' || planJudged === 'error' ? 'error' : 'warning',
        title: l10n.t('Nobody outside of the machine reaches the gateway'),
        explanation: l10n.t(
          'It listens on 127.0.0.1 only, where Fly’s proxy does not come. With --bind lan it listens on 0.0.0.0.',
        ),
        ...found,
        link: guide,
      },
    ];
  },
};

/** What the command and the configuration make of it, where nobody has seen where the gateway listens. */
function judge(snapshot: Snapshot, words: readonly string[]): Severity | undefined {
  if (words.length > 0 && !isGatewayCommand(words)) return undefined;
  const bind = optionOf(words, '--bind') ?? stringAt(configOf(snapshot), 'gateway', 'bind') ?? 'auto';
  if (bind === 'loopback') return 'error';
  if (bind !== 'auto') return undefined;
  const version = versionOf(snapshot);
  return version && isAtLeast(version, bindsInContainers) ? undefined : 'warning';
}

function isLoopback(address: string): boolean {
  return /^(?:127\.|\[::1\]|\[::ffff:127\.)/.test(address);
}
