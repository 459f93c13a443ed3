import * as vscode from 'vscode';

/** Every command of the extension, without its prefix. A test compares the list with package.json. */
export const commandNames = [
  'refresh',
  'signIn',
  'pickFlyctl',
  'whereLooked',
  'showLog',
  'openConfig',
  'openFile',
  'pushConfig',
  'pushToSeveral',
  'compareConfig',
  'configHistory',
  'refreshSchema',
  'setSecret',
  'moveToSecret',
  'runDoctor',
  'applyDoctorFix',
  'clearGatewayLock',
  'rescue',
  'showLogs',
  'startMachine',
  'stopMachine',
  'restartMachine',
  'copyText',
  'suspendMachine',
  'cordonMachine',
  'uncordonMachine',
  'changeMachineSize',
  'changeMachineMemory',
  'changeMachineCommand',
  'cloneMachine',
  'destroyMachine',
  'showMachineDrift',
  'showMachineDetails',
  'showMachineEvents',
  'openSshConsole',
  'runOnMachine',
  'stopExtraGateways',
  'unsetSecret',
  'generateGatewayToken',
  'importSecrets',
  'deploySecrets',
  'showSnapshots',
  'showSizeUsed',
  'extendVolume',
  'snapshotVolume',
  'restoreSnapshot',
  'forkVolume',
  'destroyVolume',
  'showRelease',
  'openControlUi',
  'copyControlUiUrl',
  'openDashboard',
  'startProxy',
  'stopProxy',
  'showProxies',
  'filterByOrganization',
  'showOnlyOpenClaw',
  'showAllApps',
  'hideApp',
  'unhideApp',
  'showHiddenApps',
  'concealHiddenApps',
  'pinApp',
  'unpinApp',
  'addApp',
  'showApp',
  'copyFlyctlCommand',
  'copyRunCommands',
] as const;

export type CommandName = (typeof commandNames)[number];

/** The full id of a command. */
export function commandId(name: CommandName): string {
  return `openclawDeployments.${name}`;
}

/** Runs one of the extension's own commands. */
export async function runCommand(name: CommandName, argument?: unknown): Promise<void> {
  await vscode.commands.executeCommand(commandId(name), argument);
}
