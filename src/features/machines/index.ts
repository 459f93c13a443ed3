import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { machineLabel } from '../common/machine-state.ts';
import { onThing } from '../common/operations/on-thing.ts';
import { machineSubject } from '../common/operations/subjects.ts';
import { ReadOnlyDocuments } from '../common/read-only-documents.ts';
import type { Services } from '../common/services.ts';
import { changeOperations } from './changes.ts';
import { gatewayOperation, gatewaysSubject } from './gateways.ts';
import { powerOperations } from './power.ts';
import { CommandRunner } from './run-command.ts';
import { openSshConsole } from './ssh-console.ts';
import { trafficOperations } from './traffic.ts';

/** How long it is told in the status bar that something was copied, in milliseconds. */
const toldMs = 3_000;

const inspection = (): Promise<typeof import('./inspect.ts')> => import('./inspect.ts');

/** The address is reached through WireGuard, from the app's other machines and by a proxy of flyctl. */
async function copyPrivateIp(machine: Machine): Promise<void> {
  const label = machineLabel(machine);
  if (machine.privateIp === '') {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} has no private address now.', label));
    return;
  }
  await vscode.env.clipboard.writeText(machine.privateIp);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', machine.privateIp), toldMs);
}

/** What can be done to a machine, and what can be seen of it. */
export function registerMachines(services: Services): vscode.Disposable {
  const documents = new ReadOnlyDocuments('openclaw-machine');
  const runner = new CommandRunner(services, documents);
  const machines = machineSubject(services);
  return vscode.Disposable.from(
    documents,
    services.operations.register(machines, [
      ...powerOperations(services),
      ...trafficOperations,
      ...changeOperations(services),
    ]),
    services.operations.register(gatewaysSubject(services), [gatewayOperation(services)]),
    onThing(machines, 'showMachineDetails', async (machine) =>
      (await inspection()).showDetails(services, documents, machine),
    ),
    onThing(machines, 'showMachineEvents', async (machine) =>
      (await inspection()).showEvents(services, documents, machine),
    ),
    onThing(machines, 'showMachineDrift', async (machine) =>
      (await inspection()).showDrift(services, documents, machine),
    ),
    onThing(machines, 'copyMachineIp', copyPrivateIp),
    onThing(machines, 'openSshConsole', (machine) => openSshConsole(services, machine)),
    onThing(machines, 'runOnMachine', (machine) => runner.run(machine)),
  );
}
