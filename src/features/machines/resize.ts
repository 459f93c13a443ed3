import * as vscode from 'vscode';
import {
  memoryChoices,
  type MemoryLimits,
  memoryLimits,
  memoryProblem,
  memoryText,
  sizeName,
} from '../../fly/machine-size.ts';
import type { Machine, MachineSize } from '../../fly/model.ts';
import { recommendedMemoryMb, runsOpenClaw } from '../../fly/openclaw.ts';
import type { MachineChange } from '../../fly/verbs/machine-update.ts';
import { listSizes } from '../../fly/verbs/platform.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Plan } from '../common/operations/operation.ts';
import type { Services } from '../common/services.ts';
import { updatePlan } from './update-plan.ts';

/** Asks for one of Fly's sizes, then for the memory, which flyctl would set to the least that the size has. */
export async function planSize(services: Services, machine: Machine): Promise<Plan | undefined> {
  const size = await pickSize(await services.flyctl.run(listSizes()), machine);
  if (!size) return undefined;
  const memoryMb = await pickMemory(machine, size);
  return memoryMb === undefined ? undefined : resize(services, machine, { size: size.name, memoryMb }, size);
}

/** Asks for the memory; the CPUs stay. */
export async function planMemory(services: Services, machine: Machine): Promise<Plan | undefined> {
  const memoryMb = await pickMemory(machine, machine);
  return memoryMb === undefined ? undefined : resize(services, machine, { memoryMb }, machine);
}

type Cpus = Pick<Machine, 'cpuKind' | 'cpus'>;

function resize(
  services: Services,
  machine: Machine,
  change: MachineChange & { readonly memoryMb: number },
  cpus: Cpus,
): Plan | undefined {
  const wanted = [sizeName(cpus), memoryText(change.memoryMb)] as const;
  const label = machineLabel(machine);
  if (sizeName(machine) === wanted[0] && machine.memoryMb === change.memoryMb) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} has {1} and {2} already.', label, ...wanted),
    );
    return undefined;
  }
  return updatePlan(services, machine, change, {
    title: vscode.l10n.t('Changing the size of {0} of {1}', label, machine.app),
    question: vscode.l10n.t('Change {0} of {1} to {2} with {3}?', label, machine.app, ...wanted),
    consequence: vscode.l10n.t('The price changes with the size.'),
    button: vscode.l10n.t('Change Size'),
    done: vscode.l10n.t('{0} has {1} and {2} now.', label, ...wanted),
  });
}

async function pickSize(sizes: readonly MachineSize[], machine: Machine): Promise<MachineSize | undefined> {
  const current = sizeName(machine);
  const items = sizes.map((size) => ({
    label: size.name,
    description: [
      vscode.l10n.t('memory from {0}', memoryText(size.memoryMb)),
      ...(size.name === current ? [vscode.l10n.t('current')] : []),
    ].join(' · '),
    size,
  }));
  const title = vscode.l10n.t('Size of {0}', machineLabel(machine));
  const placeHolder = vscode.l10n.t('The next deploy sets it to what fly.toml says');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.size;
}

/** An amount that flyctl takes for these CPUs. */
async function pickMemory(machine: Machine, cpus: Cpus): Promise<number | undefined> {
  const limits = memoryLimits(cpus);
  if (!limits) return askMemory(machine, undefined);
  const items = memoryChoices(limits, [machine.memoryMb, recommendedMemoryMb]).map((mb) => ({
    label: memoryText(mb),
    description: hintsFor(machine, mb).join(' · '),
    mb,
  }));
  const other = { label: vscode.l10n.t('Other Amount…'), description: '', mb: undefined };
  const title = vscode.l10n.t('Memory of {0} with {1}', machineLabel(machine), sizeName(cpus));
  const placeHolder = vscode.l10n.t('The next deploy sets it to what fly.toml says');
  const chosen = await vscode.window.showQuickPick([...items, other], { title, placeHolder });
  return chosen === other ? askMemory(machine, limits) : chosen?.mb;
}

function hintsFor(machine: Machine, mb: number): readonly string[] {
  const hints = mb === machine.memoryMb ? [vscode.l10n.t('current')] : [];
  if (!runsOpenClaw(machine)) return hints;
  if (mb === recommendedMemoryMb) hints.push(vscode.l10n.t('recommended for OpenClaw'));
  if (mb < recommendedMemoryMb) hints.push(vscode.l10n.t('less than OpenClaw wants'));
  return hints;
}

async function askMemory(machine: Machine, limits: MemoryLimits | undefined): Promise<number | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Memory of {0} in MB', machineLabel(machine)),
    value: String(machine.memoryMb),
    ignoreFocusOut: true,
    validateInput: (entered) => memoryProblem(entered, limits),
  });
  return text === undefined ? undefined : Number(text);
}
