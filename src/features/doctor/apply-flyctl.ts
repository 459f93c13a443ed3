import * as vscode from 'vscode';
import type { Fix } from '../../deployment/doctor/finding.ts';
import { commandName, typedCommand } from '../../fly/command.ts';
import { awaitGateway } from './gateway-wait.ts';
import type { Practice } from './practice.ts';
import type { Treatment } from './treatment.ts';

type FlyctlFix = Extract<Fix, { readonly kind: 'flyctl' }>;

/** Shows the commands word by word and, when the user wants it, runs them and waits for the gateway. */
export async function applyFlyctl(practice: Practice, treatment: Treatment<FlyctlFix>): Promise<void> {
  const { app, fix, examination } = treatment;
  if (!(await confirm(treatment))) return;
  const { services } = practice;
  // When one fails, Try Again goes on with it.
  const left = [...fix.verbs];
  await services.actions.run({ title: `${app}: ${fix.title}` }, async (context) => {
    for (let [verb] = left; verb; [verb] = left) {
      context.report(commandName(verb.args));
      await services.flyctl.run(verb, { signal: context.signal });
      left.shift();
    }
    practice.changed(
      fix.awaitsGateway ? await awaitGateway(services, examination.snapshot, context) : undefined,
    );
  });
}

async function confirm({ app, fix }: Treatment<FlyctlFix>): Promise<boolean> {
  const run = vscode.l10n.t('Run');
  const commands = fix.verbs.map(({ args }) => typedCommand(args));
  const detail = [fix.consequence, ...commands].filter((line) => line !== '').join('\n\n');
  const question = vscode.l10n.t('{0}: {1}?', app, fix.title);
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, run)) === run;
}
