import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { runsOpenClaw } from '../../fly/openclaw.ts';
import { cloneMachine } from '../../fly/verbs/machine-clone.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Plan } from '../common/operations/operation.ts';
import { askRegion } from '../common/regions.ts';
import type { Services } from '../common/services.ts';

/** Asks where the copy is to be and what it is called. */
export async function planClone(services: Services, machine: Machine): Promise<Plan | undefined> {
  const region = await askRegion(services, {
    title: vscode.l10n.t('Clone {0}: Region', machineLabel(machine)),
    near: [machine.region],
    what: machineLabel(machine),
  });
  if (region === undefined) return undefined;
  const name = await askName(machine);
  if (name === undefined) return undefined;
  const label = machineLabel(machine);
  const { app, id } = machine;
  return {
    title: vscode.l10n.t('Cloning {0} of {1}', label, app),
    app,
    verbs: [cloneMachine(app, id, { region, ...(name !== '' && { name }) })],
    confirm: {
      question: vscode.l10n.t('Clone {0} of {1} into {2}?', label, app, region),
      consequence: consequenceOf(machine),
      button: vscode.l10n.t('Clone'),
    },
    changes: ['machines', 'volumes'],
    done: vscode.l10n.t('{0} is cloned.', label),
  };
}

function consequenceOf(machine: Machine): string {
  const label = machineLabel(machine);
  const sentences = [vscode.l10n.t('The copy starts at once and is paid for like {0}.', label)];
  if (machine.mounts.length > 0) {
    sentences.push(
      vscode.l10n.t(
        'It gets a new volume that is empty: configuration, sign-ins and sessions stay with {0}.',
        label,
      ),
    );
  }
  if (runsOpenClaw(machine)) {
    sentences.push(
      vscode.l10n.t(
        'Then two gateways share the bot tokens and nothing else: messages are answered twice or not at all, and Telegram answers 409.',
      ),
    );
  }
  return sentences.join(' ');
}

async function askName(machine: Machine): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Clone {0}: Name', machineLabel(machine)),
    prompt: vscode.l10n.t('Leave it empty to let Fly choose one.'),
    validateInput: (name) =>
      /^[\w-]{0,63}$/.test(name)
        ? undefined
        : vscode.l10n.t('Use letters, digits, hyphens and underscores, 63 at most.'),
  });
}
