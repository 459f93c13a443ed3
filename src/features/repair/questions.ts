import * as vscode from 'vscode';
import type { StartGuards } from '../../gateway/start-guards.ts';
import { describeGuards } from './describe.ts';
import { type Patient, stepLabel, takeStep } from './patient.ts';

/** Says that a lock is, or may be, in use and stays. Whether the user wants to clear it nevertheless. */
export async function wantsOverride(patient: Patient, guards: StartGuards): Promise<boolean> {
  const isHeld = guards.locks.some(({ verdict }) => verdict === 'held');
  const message = isHeld
    ? vscode.l10n.t('The gateway lock of {0} is in use. Nothing was removed.', patient.name)
    : vscode.l10n.t(
        'It cannot be told whether the gateway lock of {0} is in use. Nothing was removed.',
        patient.name,
      );
  const anyway = vscode.l10n.t('Clear Anyway…');
  const options = { modal: true, detail: describeGuards(guards) };
  const chosen = await vscode.window.showWarningMessage(message, options, stepLabel('showLogs'), anyway);
  if (chosen !== anyway) {
    await takeStep(patient, chosen);
    return false;
  }
  return confirmsOverride(patient);
}

/** The first button is what Return presses, and it keeps the lock. */
async function confirmsOverride({ name, machine }: Patient): Promise<boolean> {
  const keep = vscode.l10n.t('Keep the Lock');
  const clear = vscode.l10n.t('Clear the Lock in Use');
  const message = vscode.l10n.t('Clear a gateway lock of {0} ({1}) that may be in use?', name, machine.app);
  const detail = vscode.l10n.t(
    'It keeps a second gateway away. Two gateways on one state directory answer the same messages, lose others and can spoil what OpenClaw remembers. Do this only if you know that no gateway runs.',
  );
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, keep, clear)) === clear;
}

/** Shows what would go before anything does. Nothing is returned when nothing shall. */
export async function askToClear(
  { name, machine }: Patient,
  guards: StartGuards,
): Promise<'restart' | 'clear' | undefined> {
  const restart = vscode.l10n.t('Clear and Restart');
  const clear = vscode.l10n.t('Clear Only');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Clear the stale gateway lock of {0} ({1})?', name, machine.app),
    { modal: true, detail: describeGuards(guards) },
    restart,
    clear,
  );
  if (chosen === restart) return 'restart';
  return chosen === clear ? 'clear' : undefined;
}

/** No file keeps the gateway down but a lease, which only ends by itself. Whether to wait for that. */
export async function wantsToWait({ name }: Patient, guards: StartGuards): Promise<boolean> {
  const wait = vscode.l10n.t('Wait and Restart');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} has no stale lock, but its gateway is kept from starting.', name),
    { modal: true, detail: describeGuards(guards) },
    wait,
  );
  return chosen === wait;
}
