import * as vscode from 'vscode';
import { copyableCommands } from './copyable.ts';
import type { Confirmation, Plan } from './operation.ts';

/** Whether the user wants the plan; a plan that needs no confirmation is wanted. */
export async function confirmed(plan: Plan): Promise<boolean> {
  const { confirm } = plan;
  if (!confirm) return true;
  return confirm.typed === undefined ? asked(plan, confirm) : typed(plan, confirm, confirm.typed);
}

/** The commands are shown word by word, and can be taken away instead of being run. */
async function asked(plan: Plan, { question, consequence, button }: Confirmation): Promise<boolean> {
  const copy = vscode.l10n.t('Copy Command');
  const commands = copyableCommands(plan);
  const detail = [consequence, commands].filter((text) => text !== '').join('\n\n');
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, button, copy);
  if (chosen === copy) await vscode.env.clipboard.writeText(commands);
  return chosen === button;
}

/** Also shows the commands, on one line as the box has no more. */
async function typed(plan: Plan, { question, consequence }: Confirmation, name: string): Promise<boolean> {
  const commands = copyableCommands(plan).split('\n').filter(Boolean).join(' && ');
  const written = await vscode.window.showInputBox({
    title: question,
    prompt: vscode.l10n.t('{0} Type {1} to run {2}.', consequence, name, commands),
    placeHolder: name,
    ignoreFocusOut: true,
    validateInput: (text) => (text === name || text === '' ? undefined : vscode.l10n.t('Type “{0}”.', name)),
  });
  return written === name;
}
