import * as vscode from 'vscode';
import type { Verb } from '../../fly/flyctl.ts';
import type { Machine } from '../../fly/model.ts';
import { destroyMachine, stopMachine } from '../../fly/verbs/machines.ts';
import { isRunning, machineLabel } from '../common/machine-state.ts';
import type { Plan } from '../common/operations/operation.ts';

/** Fly's own time between the signal to stop and the kill. */
const defaultStopMs = 5_000;
/** What a stop may take beyond that, in seconds. */
const patienceSeconds = 60;

/** Asks how a machine that runs is to end. */
export async function planDestroy(machine: Machine): Promise<Plan | undefined> {
  const verbs = await ending(machine);
  if (!verbs) return undefined;
  const label = machineLabel(machine);
  const { app } = machine;
  return {
    title: vscode.l10n.t('Destroying {0} of {1}', label, app),
    app,
    verbs,
    confirm: {
      question: vscode.l10n.t('Destroy machine {0} of {1}?', label, app),
      consequence: lossOf(machine),
      button: vscode.l10n.t('Destroy'),
      typed: label,
    },
    changes: ['machines', 'volumes'],
    done: vscode.l10n.t('{0} is destroyed.', label),
  };
}

async function ending(machine: Machine): Promise<readonly Verb<void>[] | undefined> {
  const { app, id, state, stopTimeoutMs = defaultStopMs } = machine;
  if (!isRunning(state)) return [destroyMachine(app, id)];
  const waitSeconds = Math.ceil(stopTimeoutMs / 1_000) + patienceSeconds;
  const items = [
    {
      label: vscode.l10n.t('Stop It First'),
      description: vscode.l10n.t('the gateway ends in good order'),
      verbs: [stopMachine(app, id, { waitSeconds }), destroyMachine(app, id)],
    },
    {
      label: vscode.l10n.t('Destroy It While It Runs'),
      description: '--force',
      verbs: [destroyMachine(app, id, { force: true })],
    },
  ];
  const title = vscode.l10n.t('{0} is started', machineLabel(machine));
  return (await vscode.window.showQuickPick(items, { title }))?.verbs;
}

function lossOf(machine: Machine): string {
  const volumes = machine.mounts.map(({ volume }) => volume).join(', ');
  return volumes === ''
    ? vscode.l10n.t('It has no volume: everything on it is lost. This cannot be undone.')
    : vscode.l10n.t(
        'What is not on its volume is lost, and its configuration too. The volume stays and is paid for: {0}. This cannot be undone.',
        volumes,
      );
}
