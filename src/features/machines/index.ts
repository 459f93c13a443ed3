import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import type { Verb } from '../../fly/flyctl.ts';
import { restartMachine, startMachine, stopMachine } from '../../fly/verbs/machines.ts';
import { onCommand } from '../common/on-command.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';

/** One power action: what it says and what it runs. */
interface PowerAction {
  readonly command: 'startMachine' | 'stopMachine' | 'restartMachine';
  readonly wanted: 'started' | 'stopped';
  title(machine: string): string;
  done(machine: string): string;
  /** Asked first when the action interrupts the gateway. */
  readonly confirm?: { question(machine: string, app: string): string; readonly button: string };
  verb(app: string, machine: string): Verb<void>;
}

function powerActions(): readonly PowerAction[] {
  return [
    {
      command: 'startMachine',
      wanted: 'started',
      title: (machine) => vscode.l10n.t('Starting {0}', machine),
      done: (machine) => vscode.l10n.t('{0} is started.', machine),
      verb: startMachine,
    },
    {
      command: 'stopMachine',
      wanted: 'stopped',
      title: (machine) => vscode.l10n.t('Stopping {0}', machine),
      done: (machine) => vscode.l10n.t('{0} is stopped.', machine),
      confirm: {
        question: (machine, app) =>
          vscode.l10n.t(
            'Stop machine {0} of {1}? Its gateway and all its channels go offline.',
            machine,
            app,
          ),
        button: vscode.l10n.t('Stop'),
      },
      verb: stopMachine,
    },
    {
      command: 'restartMachine',
      wanted: 'started',
      title: (machine) => vscode.l10n.t('Restarting {0}', machine),
      done: (machine) => vscode.l10n.t('{0} has restarted.', machine),
      confirm: {
        question: (machine, app) =>
          vscode.l10n.t('Restart machine {0} of {1}? Its gateway is offline until it is back.', machine, app),
        button: vscode.l10n.t('Restart'),
      },
      verb: restartMachine,
    },
  ];
}

async function confirmed(action: PowerAction, machine: Machine): Promise<boolean> {
  if (!action.confirm) return true;
  const { question, button } = action.confirm;
  const text = question(machineLabel(machine), machine.app);
  return (await vscode.window.showWarningMessage(text, { modal: true }, button)) === button;
}

async function perform(services: Services, action: PowerAction, machine: Machine): Promise<void> {
  if (!(await confirmed(action, machine))) return;
  const label = machineLabel(machine);
  const result = await services.actions.run({ title: action.title(label) }, async ({ signal, report }) => {
    await services.flyctl.run(action.verb(machine.app, machine.id), { signal });
    report(vscode.l10n.t('waiting until it is {0}', action.wanted));
    await services.machines.waitForState(machine, action.wanted, signal);
  });
  if (result.status === 'ok') vscode.window.setStatusBarMessage(action.done(label), 8_000);
}

/** Start, Stop and Restart Machine. */
export function registerMachines(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...powerActions().map((action) =>
      onCommand(action.command, async (argument) => {
        const machine = await services.machines.choose(argument);
        if (machine) await perform(services, action, machine);
      }),
    ),
  );
}
