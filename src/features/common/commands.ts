import * as vscode from 'vscode';

/** Every command of the extension, without its prefix. A test compares the list with package.json. */
export const commandNames = [
  'refresh',
  'signIn',
  'pickFlyctl',
  'whereLooked',
  'showLog',
  'openConfig',
  'pushConfig',
  'clearGatewayLock',
  'showLogs',
  'startMachine',
  'stopMachine',
  'restartMachine',
  'copyText',
] as const;

export type CommandName = (typeof commandNames)[number];

/** The full id of a command. */
export function commandId(name: CommandName): string {
  return `openclawDeployments.${name}`;
}

/** Registers a command's handler. `argument` is what the menu or the caller passed first, if anything. */
export function onCommand(
  name: CommandName,
  handler: (argument: unknown) => Promise<void> | void,
): vscode.Disposable {
  return vscode.commands.registerCommand(commandId(name), handler);
}

/** Runs one of the extension's own commands. */
export async function runCommand(name: CommandName, argument?: unknown): Promise<void> {
  await vscode.commands.executeCommand(commandId(name), argument);
}
