import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import type { Container, Machine } from '../../fly/model.ts';
import { isRunning, machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';

/** In a terminal flyctl would take the time to update itself first. */
const env = { FLY_JSON: null, FLY_NO_UPDATE_CHECK: '1' };

/** Opens a shell of the machine in a terminal. */
export async function openSshConsole({ locator }: Services, machine: Machine): Promise<void> {
  const { app, id, state, containers } = machine;
  if (!isRunning(state)) throw new Failure('noStartedMachine', { facts: { app, machine: id } });
  const container = await pickContainer(containers);
  if (containers.length > 1 && !container) return;
  const inside = container ? ['--container', container] : [];
  const terminal = vscode.window.createTerminal({
    name: vscode.l10n.t('SSH: {0}', machineLabel(machine)),
    shellPath: await locator.locate(),
    shellArgs: ['ssh', 'console', '-a', app, '--machine', id, ...inside],
    env,
    iconPath: new vscode.ThemeIcon('terminal'),
    isTransient: true,
  });
  terminal.show();
}

async function pickContainer(containers: readonly Container[]): Promise<string | undefined> {
  if (containers.length <= 1) return undefined;
  const items = containers.map(({ name, state }) => ({ label: name, description: state }));
  const placeHolder = vscode.l10n.t('Container');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.label;
}
