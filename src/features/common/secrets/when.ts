import * as vscode from 'vscode';
import type { Machine, Secret } from '../../../fly/model.ts';
import type { ActionContext } from '../actions.ts';
import { isRunning, machineLabel } from '../machine-state.ts';
import type { Services } from '../services.ts';

/** When machines get a change of secrets. */
export interface When {
  readonly stage: boolean;
  /** What that means for them, in sentences. */
  readonly effect: string;
  /** Those that are restarted. */
  readonly restarted: readonly Machine[];
}

/** How many machines are named; the others are counted. */
const named = 6;

/** What a change that is not staged does to the machines of an app. */
export function applied(machines: readonly Machine[], staged: readonly Secret[] = []): When {
  const restarted = machines.filter(({ state }) => isRunning(state));
  const others = staged.map(({ name }) => name).join(', ');
  const along = others === '' ? '' : vscode.l10n.t('They get what is staged, too: {0}.', others);
  return { stage: false, effect: [restart(restarted), along].filter(Boolean).join(' '), restarted };
}

function restart(machines: readonly Machine[]): string {
  const names = machines.slice(0, named).map(machineLabel).join(', ');
  if (machines.length === 0) return vscode.l10n.t('Restarts nothing, because no machine is running.');
  if (machines.length === 1) return vscode.l10n.t('Restarts 1 machine: {0}.', names);
  if (machines.length <= named) {
    return vscode.l10n.t('Restarts {0} machines, one after the other: {1}.', machines.length, names);
  }
  return vscode.l10n.t('Restarts {0} machines, one after the other: {1} …', machines.length, names);
}

/**
 * Asks whether machines are restarted now; where there is none, nothing is asked.
 * @param now What the button says that does it now, e.g. `Set Now`.
 * @returns `undefined` when the user left.
 * @throws Failure when the machines cannot be read.
 */
export async function askWhen(services: Services, app: string, now: string): Promise<When | undefined> {
  const machines = await services.store.machines(app, { fresh: true });
  const later: When = {
    stage: true,
    effect: vscode.l10n.t('Restarts nothing. Machines have it after the next deploy.'),
    restarted: [],
  };
  if (machines.length === 0) return later;
  const staged = (services.store.app(app).secrets.data ?? []).filter(isStaged);
  const choices = [
    { label: now, when: applied(machines, staged) },
    { label: vscode.l10n.t('Stage'), when: later },
  ].map((choice) => ({ ...choice, detail: choice.when.effect }));
  const placeHolder = vscode.l10n.t('When do the machines of {0} get the change?', app);
  return (await vscode.window.showQuickPick(choices, { placeHolder, ignoreFocusOut: true }))?.when;
}

/** Whether a machine does not have the present value yet. */
export function isStaged({ status }: Secret): boolean {
  return status === 'Staged' || status === 'Partial';
}

/** Waits until the machines that were restarted run again. @throws Failure */
export async function followRestart(
  { machines }: Services,
  { restarted }: When,
  { signal, report }: ActionContext,
): Promise<void> {
  for (const machine of restarted) {
    report(vscode.l10n.t('waiting until {0} is started', machineLabel(machine)));
    await machines.waitForState(machine, 'started', signal);
  }
}
