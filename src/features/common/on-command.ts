import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import { showFailure } from './actions.ts';
import { commandId, type CommandName } from './commands.ts';

/**
 * Registers a command's handler. `argument` is what the menu or the caller passed first, if anything. What the handler
 * throws is shown with its next steps; Try Again runs the command again.
 */
export function onCommand(
  name: CommandName,
  handler: (argument: unknown) => Promise<void> | void,
): vscode.Disposable {
  const run = async (argument: unknown): Promise<void> => {
    try {
      await handler(argument);
    } catch (error) {
      void showFailure(toFailure(error), () => run(argument));
    }
  };
  return vscode.commands.registerCommand(commandId(name), run);
}
