import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { runCommand } from '../common/commands.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';

/** The machine whose gateway is repaired. */
export interface Patient {
  readonly services: Services;
  readonly machine: Machine;
  /** What the machine is called on screen. */
  readonly name: string;
  readonly shell: RemoteShell;
}

export function patientOf(services: Services, machine: Machine): Patient {
  return { services, machine, name: machineLabel(machine), shell: services.shell(machine) };
}

/** What else can be done; each is a command that asks by itself before it changes anything. */
const nextSteps = ['startMachine', 'restartMachine', 'rescue', 'showLogs'] as const;

export type NextStep = (typeof nextSteps)[number];

/** What the button of a next step says. */
export function stepLabel(step: NextStep): string {
  switch (step) {
    case 'startMachine':
      return vscode.l10n.t('Start Machine');
    case 'restartMachine':
      return vscode.l10n.t('Restart Machine');
    case 'rescue':
      return vscode.l10n.t('Rescue…');
    case 'showLogs':
      return vscode.l10n.t('Show Logs');
  }
}

/** Takes the step whose button was pressed; nothing happens for other buttons. */
export async function takeStep({ machine }: Patient, chosen: string | undefined): Promise<void> {
  const step = nextSteps.find((candidate) => stepLabel(candidate) === chosen);
  if (step) await runCommand(step, { app: machine.app, machine: machine.id });
}

/** Says how it is, and offers what can be done next. A detail makes it a dialog that is read before anything else. */
export async function tell(
  patient: Patient,
  tone: 'info' | 'warning',
  message: string,
  steps: readonly NextStep[],
  detail?: string,
): Promise<void> {
  const { showInformationMessage, showWarningMessage } = vscode.window;
  const show = tone === 'info' ? showInformationMessage : showWarningMessage;
  const options = detail === undefined ? {} : { modal: true, detail };
  const done = show(message, options, ...steps.map(stepLabel)).then((chosen) => takeStep(patient, chosen));
  // A message stays until somebody looks at it: whoever waits for the command does not wait for that.
  if (detail !== undefined) await done;
}
