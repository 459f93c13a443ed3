import * as l10n from '@vscode/l10n';
import type { Finding } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import { isGatewayCommand } from './command.ts';
import { guide, machineEvidence, machineFix, placeIn, tomlEvidence, tomlFix } from './shown.ts';
import { inspectionOf, liveMachine, planOf } from './subject.ts';
import { together } from './troubles.ts';

const variable = 'NODE_OPTIONS';
const option = '--max-old-space-size';
/** Of the machine's memory; the rest is for what is not on the heap, and for other processes. */
const share = 0.75;
/** With a smaller heap, in MB, a gateway of 2026.9 ends before it is ready. */
const neededMb = 256;

type Trouble = 'missing' | 'small' | 'large';

/** A limit of Node's heap that does not fit the machine: too high is killed by the kernel, too low ends by itself. */
export const heapLimit: Rule = {
  code: 'heap-limit',
  layer: 'fly',
  examine(snapshot) {
    const machine = liveMachine(snapshot);
    const plan = planOf(snapshot);
    const liveOptions =
      machine && (inspectionOf(snapshot)?.settings[variable] ?? machine.env[variable] ?? '');
    const live = machine && judge(machine.command, liveOptions, machine.memoryMb);
    const plannedOptions = plan?.env[variable] ?? '';
    const planned =
      plan && judge(plan.command.value ?? [], plannedOptions, plan.memoryMb.value ?? machine?.memoryMb ?? 0);
    const trouble = live ?? planned;
    if (!trouble) return [];
    const found = together(
      machine &&
        live && {
          evidence: [
            machineEvidence(
              machine,
              l10n.t('{0} = “{1}”, {2} MB of memory', variable, liveOptions ?? '', machine.memoryMb),
            ),
          ],
          fixes: machineFix(fixTitle(machine.memoryMb), machine, {
            env: { [variable]: withLimit(liveOptions ?? '', machine.memoryMb) },
          }),
        },
      plan &&
        planned && {
          evidence: [tomlEvidence(plan.file, ['env', variable])],
          fixes: tomlFix(
            fixTitle(memoryOf(plan.memoryMb.value, machine?.memoryMb)),
            plan.file,
            ['env', variable],
            withLimit(plannedOptions, memoryOf(plan.memoryMb.value, machine?.memoryMb)),
          ),
          place: placeIn(plan.file, ['env', variable]),
        },
    );
    return found ? [{ ...words[trouble](), ...found, link: guide }] : [];
  },
};

const words: Readonly<Record<Trouble, () => Pick<Finding, 'severity' | 'title' | 'explanation'>>> = {
  missing: () => ({
    severity: 'warning',
    title: l10n.t('The heap of the gateway has no limit of its own'),
    explanation: l10n.t(
      'Node then guesses one from the memory. Set {0} to three quarters of the memory.',
      option,
    ),
  }),
  small: () => ({
    severity: 'error',
    title: l10n.t('The heap of the gateway is too small to start'),
    explanation: l10n.t(
      'It ends with “JavaScript heap out of memory”. Set {0} to three quarters of the memory.',
      option,
    ),
  }),
  large: () => ({
    severity: 'warning',
    title: l10n.t('The heap of the gateway may grow beyond the memory'),
    explanation: l10n.t(
      'The kernel then kills the gateway before it cleans up. Set {0} to three quarters of the memory.',
      option,
    ),
  }),
};

function judge(
  command: readonly string[],
  options: string | undefined,
  memoryMb: number,
): Trouble | undefined {
  if (command.length > 0 && !isGatewayCommand(command)) return undefined;
  // V8 takes underscores for dashes; the command's own options win.
  const found = [
    ...`${options ?? ''} ${command.join(' ')}`.matchAll(/--max[-_]old[-_]space[-_]size[= ](\d+)/g),
  ].at(-1);
  if (!found) return 'missing';
  const limit = Number(found[1]);
  if (limit < neededMb) return 'small';
  return memoryMb > 0 && limit > memoryMb * share ? 'large' : undefined;
}

function memoryOf(...candidates: readonly (number | undefined)[]): number {
  return candidates.find((mb) => mb !== undefined && mb > 0) ?? 2_048;
}

function fixTitle(memoryMb: number): string {
  return l10n.t('Set {0} to {1}', option, limitFor(memoryMb));
}

function limitFor(memoryMb: number): number {
  return Math.max(neededMb, Math.floor(memoryMb * share));
}

function withLimit(options: string, memoryMb: number): string {
  const others = options.replace(/\s*--max[-_]old[-_]space[-_]size[= ]\d+/g, '').trim();
  return [others, `${option}=${limitFor(memoryMb)}`].filter((part) => part !== '').join(' ');
}
