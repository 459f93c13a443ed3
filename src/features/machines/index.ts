import type * as vscode from 'vscode';
import { machineSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import { powerOperations } from './power.ts';

/** What can be done to a machine. */
export function registerMachines(services: Services): vscode.Disposable {
  return services.operations.register(machineSubject(services), powerOperations(services));
}
