import * as vscode from 'vscode';
import { holdsSecret } from '../../deployment/doctor/rules/fly/command.ts';
import type { Machine } from '../../fly/model.ts';
import { joinWords, splitWords } from '../../fly/shlex.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Plan } from '../common/operations/operation.ts';
import type { Services } from '../common/services.ts';
import { updatePlan } from './update-plan.ts';

/** Asks for the command that the machine starts with. */
export async function planCommand(services: Services, machine: Machine): Promise<Plan | undefined> {
  const obstacle = obstacleOf(machine);
  if (obstacle !== undefined) {
    void vscode.window.showInformationMessage(obstacle);
    return undefined;
  }
  const label = machineLabel(machine);
  const before = joinWords(machine.init.cmd);
  const line = await vscode.window.showInputBox({
    title: vscode.l10n.t('Command of {0}', label),
    prompt: vscode.l10n.t(
      'It is split into words as a shell does, and run without one. Leave it empty to let the image decide. The next deploy sets it back to what fly.toml says.',
    ),
    value: before,
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  const command = line === undefined ? undefined : splitWords(line);
  if (!command || joinWords(command) === before) return undefined;
  return updatePlan(
    services,
    machine,
    { command },
    {
      title: vscode.l10n.t('Changing the command of {0} of {1}', label, machine.app),
      question: vscode.l10n.t('Change the command of {0} of {1}?', label, machine.app),
      consequence:
        command.length > 0
          ? vscode.l10n.t('It was: {0}', before || vscode.l10n.t('(the image decides)'))
          : vscode.l10n.t('The image decides what runs. It was: {0}', before),
      button: vscode.l10n.t('Change Command'),
      done: vscode.l10n.t('{0} has another command now.', label),
    },
  );
}

/** Why flyctl cannot change the command, or why it is better not to. */
function obstacleOf({ init, otherCommands, command, ...machine }: Machine): string | undefined {
  const label = machineLabel(machine);
  if (init.exec.length > 0 || otherCommands > 0) {
    return vscode.l10n.t(
      'flyctl cannot change what {0} runs: its configuration has “exec” or several processes. Change fly.toml and deploy.',
      label,
    );
  }
  if (holdsSecret(command)) {
    return vscode.l10n.t(
      'The command of {0} seems to hold a secret, which a change would show to other programs of this computer. Make it a Fly secret first.',
      label,
    );
  }
  return undefined;
}

function problemOf(line: string): string | undefined {
  const words = splitWords(line);
  if (!words) return vscode.l10n.t('A quote is not closed.');
  return holdsSecret(words)
    ? vscode.l10n.t(
        'This seems to hold a secret. Make it a Fly secret, which the gateway finds in its environment.',
      )
    : undefined;
}
