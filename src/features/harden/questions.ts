import * as vscode from 'vscode';
import { chosenSteps, type ExposurePlan, type FileStep, type Step } from '../../deployment/harden/plan.ts';
import { commandOf } from '../../deployment/harden/plan-text.ts';
import type { Documents } from './documents.ts';

interface StepItem extends vscode.QuickPickItem {
  readonly step: Step;
}

/** The steps that the user wants, with those that they need; none when the user left. */
export async function chooseSteps(plan: ExposurePlan): Promise<readonly Step[]> {
  const { app, aim, steps } = plan;
  const items = steps.map((step): StepItem => ({
    step,
    label: step.title,
    description: commandOf(step) ?? '',
    detail: step.effect,
    picked: step.picked,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    title:
      aim === 'private'
        ? vscode.l10n.t('Harden {0} to Private: the Steps', app)
        : vscode.l10n.t('Make {0} Public Again: the Steps', app),
    placeHolder: vscode.l10n.t('Leave out what you do not want. The plan in the editor explains them.'),
  });
  return chosenSteps(plan, new Set((chosen ?? []).map(({ step }) => step.id)));
}

/** Whether each file may be written as it is shown. */
export async function agreedToFiles(documents: Documents, steps: readonly Step[]): Promise<boolean> {
  for (const step of steps) if (step.kind === 'file' && !(await agreedTo(documents, step))) return false;
  return true;
}

/** Not modal: the difference is to be read. */
async function agreedTo(documents: Documents, { file, source, after }: FileStep): Promise<boolean> {
  const title = vscode.l10n.t('What {0} is to be, beside {1}', file, source.file);
  return documents.during({ file, before: source.text, after }, title, async () => {
    const write = vscode.l10n.t('Use This');
    const question = vscode.l10n.t('Write {0} like this? Nothing is done yet.', file);
    const chosen = await vscode.window.showInformationMessage(question, write, vscode.l10n.t('Cancel'));
    return chosen === write;
  });
}

/** The last question before the first step, with the commands word by word. */
export async function confirmed(
  { app, aim, warnings }: ExposurePlan,
  steps: readonly Step[],
): Promise<boolean> {
  const isPrivate = aim === 'private';
  const question = isPrivate
    ? vscode.l10n.t('Make {0} private?', app)
    : vscode.l10n.t('Make {0} public again?', app);
  const button = isPrivate ? vscode.l10n.t('Make Private') : vscode.l10n.t('Make Public');
  const detail = [
    warnings.map(({ text }) => text).join('\n'),
    steps.map((step) => commandOf(step) ?? step.title).join('\n'),
  ].join('\n\n');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, button)) === button;
}
