import * as vscode from 'vscode';
import type { Verb } from '../../fly/flyctl.ts';
import type { Machine } from '../../fly/model.ts';
import { restartMachine, startMachine, stopMachine, suspendMachine } from '../../fly/verbs/machines.ts';
import { isRunning, isSettled, machineLabel } from '../common/machine-state.ts';
import type { Confirmation, Operation } from '../common/operations/operation.ts';
import type { Services } from '../common/services.ts';

/** One power action: what it says and what it runs. */
interface Power {
  readonly command: 'startMachine' | 'stopMachine' | 'restartMachine' | 'suspendMachine';
  readonly wanted: 'started' | 'stopped' | 'suspended';
  offered(machine: Machine): boolean;
  title(machine: string, app: string): string;
  done(machine: string): string;
  confirm?(machine: string, app: string): Confirmation;
  verb(app: string, machine: string): Verb<void>;
}

const powers: readonly Power[] = [
  {
    command: 'startMachine',
    wanted: 'started',
    offered: ({ state }) => isSettled(state) && !isRunning(state),
    title: (machine, app) => vscode.l10n.t('Starting {0} of {1}', machine, app),
    done: (machine) => vscode.l10n.t('{0} is started.', machine),
    verb: startMachine,
  },
  {
    command: 'stopMachine',
    wanted: 'stopped',
    offered: ({ state }) => isRunning(state),
    title: (machine, app) => vscode.l10n.t('Stopping {0} of {1}', machine, app),
    done: (machine) => vscode.l10n.t('{0} is stopped.', machine),
    confirm: (machine, app) => ({
      question: vscode.l10n.t('Stop machine {0} of {1}?', machine, app),
      consequence: vscode.l10n.t('Its gateway and all its channels go offline.'),
      button: vscode.l10n.t('Stop'),
    }),
    verb: stopMachine,
  },
  {
    command: 'restartMachine',
    wanted: 'started',
    offered: ({ state }) => isRunning(state),
    title: (machine, app) => vscode.l10n.t('Restarting {0} of {1}', machine, app),
    done: (machine) => vscode.l10n.t('{0} has restarted.', machine),
    confirm: (machine, app) => ({
      question: vscode.l10n.t('Restart machine {0} of {1}?', machine, app),
      consequence: vscode.l10n.t('Its gateway is offline until it is back.'),
      button: vscode.l10n.t('Restart'),
    }),
    verb: restartMachine,
  },
  {
    command: 'suspendMachine',
    wanted: 'suspended',
    offered: ({ state }) => isRunning(state),
    title: (machine, app) => vscode.l10n.t('Suspending {0} of {1}', machine, app),
    done: (machine) => vscode.l10n.t('{0} is suspended.', machine),
    confirm: (machine, app) => ({
      question: vscode.l10n.t('Suspend machine {0} of {1}?', machine, app),
      consequence: vscode.l10n.t(
        'Its gateway and all its channels go offline. Its memory is kept, so that a start goes on where it was.',
      ),
      button: vscode.l10n.t('Suspend'),
    }),
    verb: suspendMachine,
  },
];

/** Start, stop, restart and suspend. Each is followed until the machine has really reached the state. */
export function powerOperations({ machines }: Services): readonly Operation<Machine>[] {
  return powers.map(({ command, wanted, offered, title, done, confirm, verb }) => ({
    command,
    offered,
    plan: async (machine) => {
      const { app, id } = machine;
      const label = machineLabel(machine);
      return {
        title: title(label, app),
        app,
        verbs: [verb(app, id)],
        ...(confirm && { confirm: confirm(label, app) }),
        follow: async ({ signal, report }) => {
          report(vscode.l10n.t('waiting until it is {0}', wanted));
          await machines.waitForState(machine, wanted, signal);
        },
        changes: [],
        done: done(label),
      };
    },
  }));
}
