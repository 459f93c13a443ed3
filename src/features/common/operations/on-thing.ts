import type * as vscode from 'vscode';
import type { CommandName } from '../commands.ts';
import { onCommand } from '../on-command.ts';
import type { Subject } from './operation.ts';

/** Registers a command that works on a thing: the one that its argument names, or else the user's choice. */
export function onThing<S>(
  subject: Pick<Subject<S>, 'choose'>,
  name: CommandName,
  work: (thing: S) => Promise<unknown>,
): vscode.Disposable {
  return onCommand(name, async (argument) => {
    const thing = await subject.choose(argument);
    if (thing !== undefined) await work(thing);
  });
}
