import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import type { Container, Machine } from '../../fly/model.ts';
import { openFlyctlTerminal } from '../common/flyctl-terminal.ts';
import { isRunning, machineLabel } from '../common/machine-state.ts';
import type { Services } from '../common/services.ts';

/** Opens a shell of the machine in a terminal. */
export async function openSshConsole({ locator }: Services, machine: Machine): Promise<void> {
  const { app, id, state, containers } = machine;
  if (!isRunning(state)) throw new Failure('noStartedMachine', { facts: { app, machine: id } });
  const container = await pickContainer(containers);
  if (containers.length > 1 && !container) return;
  const inside = container ? ['--container', container] : [];
  openFlyctlTerminal(await locator.locate(), {
    name: vscode.l10n.t('SSH: {0}', machineLabel(machine)),
    icon: 'terminal',
    args: ['ssh', 'console', '-a', app, '--machine', id, ...inside],
  });
}

async function pickContainer(containers: readonly Container[]): Promise<string | undefined> {
  if (containers.length <= 1) return undefined;
  const items = containers.map(({ name, state }) => ({ label: name, description: state }));
  const placeHolder = vscode.l10n.t('Container');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.label;
}
