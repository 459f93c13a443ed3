import type * as vscode from 'vscode';
import { onCommand } from '../common/on-command.ts';
import type { Services } from '../common/services.ts';
import { clearGatewayLock } from './lock-repair.ts';
import { patientOf } from './patient.ts';

/** Clear Gateway Lock. */
export function registerRepair(services: Services): vscode.Disposable {
  return onCommand('clearGatewayLock', async (argument) => {
    const machine = await services.machines.choose(argument);
    if (machine) await clearGatewayLock(patientOf(services, machine));
  });
}
