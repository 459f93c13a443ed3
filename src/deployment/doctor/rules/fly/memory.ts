import * as l10n from '@vscode/l10n';
import { recommendedMemoryMb } from '../../../../fly/openclaw.ts';
import { writeMemory } from '../../../../fly/toml/compute.ts';
import type { Rule } from '../../rule.ts';
import { guide, machineEvidence, machineFix, placeIn, tomlEvidence, tomlFix } from './shown.ts';
import { liveMachine, planOf } from './subject.ts';
import { together } from './troubles.ts';

/** With this much or less a gateway does not get through its start. */
const tooLittleMb = 512;

/** A machine with less memory than a gateway needs: it is killed, or ends with SIGABRT. */
export const memoryLow: Rule = {
  code: 'memory-low',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const title = l10n.t('Set the memory to {0} MB', recommendedMemoryMb);
    const liveMb = machine?.memoryMb || recommendedMemoryMb;
    const plannedMb = plan?.memoryMb.value ?? recommendedMemoryMb;
    const live = machine &&
      liveMb < recommendedMemoryMb && {
        evidence: [machineEvidence(machine, l10n.t('{0} MB of memory', liveMb))],
        fixes: machineFix(title, machine, { memoryMb: recommendedMemoryMb }),
      };
    const planned = plan &&
      plannedMb < recommendedMemoryMb && {
        evidence: [evidenceOf(plan)],
        fixes: tomlFix(
          title,
          plan.file,
          plan.memoryMb.path,
          writeMemory(plan.file.toml, plan.memoryMb.path, recommendedMemoryMb),
        ),
        place: placeIn(plan.file, plan.memoryMb.path),
      };
    const found = together(live || undefined, planned || undefined);
    if (!found) return [];
    const mb = Math.min(liveMb, plannedMb);
    return [
      {
        severity: mb <= tooLittleMb ? 'error' : 'warning',
        title: l10n.t('The gateway has only {0} MB of memory', mb),
        explanation:
          mb <= tooLittleMb
            ? l10n.t(
                'That is too little to start: the machine is killed and started again. It needs {0} MB.',
                recommendedMemoryMb,
              )
            : l10n.t(
                'It may run out of memory under load and be killed. {0} MB are recommended.',
                recommendedMemoryMb,
              ),
        ...found,
        link: guide,
      },
    ];
  },
};

/** The line with the memory; where its size decides, that one. */
function evidenceOf({
  file,
  memoryMb: { path },
}: NonNullable<ReturnType<typeof planOf>>): ReturnType<typeof tomlEvidence> {
  const size = [...path.slice(0, -1), 'size'];
  return tomlEvidence(file, file.toml.rangeOf(path) ? path : size);
}
