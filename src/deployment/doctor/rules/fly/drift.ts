import * as l10n from '@vscode/l10n';
import { joinWords } from '../../../../fly/shlex.ts';
import { writeMemory } from '../../../../fly/toml/compute.ts';
import { isSetByFly, mayBeSecret } from '../../../environment.ts';
import type { Finding } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import { holdsSecret, shownCommand } from './command.ts';
import { machineEvidence, placeIn, tomlEvidence, tomlFix } from './shown.ts';
import { liveMachine, planOf } from './subject.ts';

const updateGuide = 'https://docs.openclaw.ai/install/fly#updating-the-machine-command';

/** What the next deploy changes back. */
function drift(
  part: Pick<Finding, 'title' | 'evidence' | 'fixes' | 'place'>,
): readonly Omit<Finding, 'code'>[] {
  return [
    {
      severity: 'warning',
      explanation: l10n.t(
        'The machine was changed after it was deployed. The next deploy sets it to what fly.toml says.',
      ),
      link: updateGuide,
      ...part,
    },
  ];
}

export const driftCommand: Rule = {
  code: 'drift-command',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const wanted = plan?.command.value;
    if (!machine || !plan || !wanted || machine.command.length === 0) return [];
    if (machine.command.join('\0') === wanted.join('\0')) return [];
    const { path } = plan.command;
    const title = l10n.t('Take the machine’s command into fly.toml');
    const line =
      typeof plan.file.toml.valueAt(path) === 'string' ? joinWords(machine.command) : machine.command;
    return drift({
      title: l10n.t('The machine runs another command than fly.toml says'),
      evidence: [machineEvidence(machine, shownCommand(machine.command)), tomlEvidence(plan.file, path)],
      fixes: holdsSecret(machine.command) ? [] : tomlFix(title, plan.file, path, line),
      place: placeIn(plan.file, path),
    });
  },
};

export const driftMemory: Rule = {
  code: 'drift-memory',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const wanted = plan?.memoryMb.value;
    if (!machine || !plan || wanted === undefined || machine.memoryMb === 0 || machine.memoryMb === wanted)
      return [];
    const { toml } = plan.file;
    const { path } = plan.memoryMb;
    const value = writeMemory(toml, path, machine.memoryMb);
    const written = toml.rangeOf(path) ? path : [...path.slice(0, -1), 'size'];
    return drift({
      title: l10n.t('The machine has {0} MB of memory, and fly.toml says {1}', machine.memoryMb, wanted),
      evidence: [
        machineEvidence(machine, l10n.t('{0} MB of memory', machine.memoryMb)),
        tomlEvidence(plan.file, written),
      ],
      fixes: tomlFix(l10n.t('Set it to {0} MB in fly.toml', machine.memoryMb), plan.file, path, value),
      place: placeIn(plan.file, written),
    });
  },
};

export const driftEnv: Rule = {
  code: 'drift-env',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    if (!machine || !plan) return [];
    const names = [...new Set([...Object.keys(plan.env), ...Object.keys(machine.env)])].filter(
      (name) => !isSetByFly(name) && plan.env[name] !== machine.env[name],
    );
    const [first] = names;
    if (first === undefined) return [];
    const fixes = names.flatMap((name) => {
      const value = machine.env[name];
      const title = l10n.t('Take {0} of the machine into fly.toml', name);
      // What may be a secret does not belong into a file.
      return value === undefined || mayBeSecret(name) ? [] : tomlFix(title, plan.file, ['env', name], value);
    });
    return drift({
      title: l10n.t('The machine has other variables than fly.toml says'),
      evidence: names.map((name) => {
        if (machine.env[name] === undefined) return machineEvidence(machine, l10n.t('{0} is not set', name));
        return plan.env[name] === undefined
          ? machineEvidence(machine, l10n.t('{0} is set, and not in fly.toml', name))
          : machineEvidence(machine, l10n.t('{0} has another value than in fly.toml', name));
      }),
      fixes,
      place: placeIn(plan.file, ['env', first]),
    });
  },
};
