import * as vscode from 'vscode';
import { typedCommand } from '../../../fly/command.ts';
import type { Verb } from '../../../fly/flyctl.ts';
import type { Plan } from './operation.ts';

/** flyctl's commands of a plan as they can be typed, one on each line. What is secret is not in them. */
export function copyableCommands({ verbs }: Pick<Plan, 'verbs'>): string {
  return verbs.flatMap(lines).join('\n');
}

function lines({ args, stdin }: Verb<unknown>): readonly string[] {
  const command = typedCommand(args);
  return stdin ? [`# ${vscode.l10n.t('reads the value from standard input')}`, command] : [command];
}
