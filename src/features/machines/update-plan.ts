import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { type MachineChange, updateMachine } from '../../fly/verbs/machine-update.ts';
import { isRunning } from '../common/machine-state.ts';
import type { Confirmation, Plan } from '../common/operations/operation.ts';
import type { Services } from '../common/services.ts';

/** What is said about a change. */
interface Words extends Confirmation {
  readonly title: string;
  readonly done: string;
}

/** A change of the machine's configuration, with what every such change means. A machine that is stopped stays so. */
export function updatePlan(
  { machines }: Services,
  machine: Machine,
  change: MachineChange,
  { title, done, question, consequence, button }: Words,
): Plan {
  const { app, id, state } = machine;
  const runs = isRunning(state);
  const meaning = [
    consequence,
    runs
      ? vscode.l10n.t('The machine restarts: its gateway is offline for a minute or more.')
      : vscode.l10n.t('The machine stays {0}.', state),
    vscode.l10n.t('The next deploy sets it back to what fly.toml says.'),
  ];
  return {
    title,
    app,
    verbs: [updateMachine(app, id, runs ? change : { ...change, start: false })],
    confirm: { question, consequence: meaning.join(' '), button },
    follow: async ({ signal }) => {
      if (runs) await machines.waitForState(machine, 'started', signal);
    },
    changes: ['machines'],
    done,
  };
}
