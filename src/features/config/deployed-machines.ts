import * as vscode from 'vscode';
import { Failure, toFailure } from '../../core/errors.ts';
import type { App, Machine } from '../../fly/model.ts';
import { listMachines } from '../../fly/verbs/machines.ts';
import { isRunning, machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';

/** A machine to choose. */
export interface MachineItem extends vscode.QuickPickItem {
  readonly machine: Machine;
}

/**
 * The machines of all apps of the account: those of apps that run OpenClaw first, then those that run. An app whose
 * machines cannot be read has none here.
 * @throws Failure when the apps, or the machines of none of them, can be read.
 */
export async function deployedMachines(services: Services, signal: AbortSignal): Promise<readonly Machine[]> {
  const apps = await services.store.listApps({ signal });
  const reads = await Promise.allSettled(apps.map((app) => machinesOf(services, app, signal)));
  if (signal.aborted) throw new Failure('cancelled');
  const failures = reads.filter((read) => read.status === 'rejected').map(({ reason }) => toFailure(reason));
  for (const { message } of failures) services.log.warn(`Machines of an app could not be read: ${message}`);
  if (failures[0] && failures.length === reads.length) throw failures[0];
  const machines = reads.flatMap((read) => (read.status === 'fulfilled' ? read.value : []));
  return machines.sort((one, other) => rank(services, one) - rank(services, other));
}

/** What the store does not hold is not put there, where every refresh would read it again. */
async function machinesOf(
  { store, flyctl }: Services,
  { name }: App,
  signal: AbortSignal,
): Promise<readonly Machine[]> {
  return store.app(name).machines.data ?? flyctl.run(listMachines(name), { signal });
}

function rank({ store }: Services, { app, state }: Machine): number {
  return (store.isOpenClaw(app) ? 0 : 2) + (isRunning(state) ? 0 : 1);
}

/** How a machine is called among those of several apps. */
export function fullName(machine: Machine): string {
  return vscode.l10n.t('{0} ({1})', machine.app, machineLabel(machine));
}

/** Machines as a list to choose from. */
export function machineItems(machines: readonly Machine[]): MachineItem[] {
  return machines.map((machine) => ({
    machine,
    label: machine.app,
    description: [machineLabel(machine), machine.state, machine.region].join(' · '),
  }));
}
