import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { cordonMachine, uncordonMachine } from '../../fly/verbs/machines.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Operation } from '../common/operations/operation.ts';

/** Takes a machine out of what Fly's proxy leads to, and puts it back. */
export const trafficOperations: readonly Operation<Machine>[] = [
  {
    command: 'cordonMachine',
    offered: ({ cordoned }) => !cordoned,
    plan: async (machine) => {
      const label = machineLabel(machine);
      const { app, id } = machine;
      return {
        title: vscode.l10n.t('Cordoning {0} of {1}', label, app),
        app,
        verbs: [cordonMachine(app, id)],
        confirm: {
          question: vscode.l10n.t('Cordon machine {0} of {1}?', label, app),
          consequence: vscode.l10n.t(
            'Fly’s proxy leads nobody to it: the Control UI and webhooks do not reach it. It runs on, and channels that connect by themselves stay online. Uncordon undoes it.',
          ),
          button: vscode.l10n.t('Cordon'),
        },
        changes: ['machines'],
        done: vscode.l10n.t('{0} is cordoned.', label),
      };
    },
  },
  {
    command: 'uncordonMachine',
    offered: ({ cordoned }) => cordoned,
    plan: async (machine) => {
      const label = machineLabel(machine);
      const { app, id } = machine;
      return {
        title: vscode.l10n.t('Uncordoning {0} of {1}', label, app),
        app,
        verbs: [uncordonMachine(app, id)],
        changes: ['machines'],
        done: vscode.l10n.t('Fly’s proxy leads to {0} again.', label),
      };
    },
  },
];
