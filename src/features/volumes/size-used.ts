import * as vscode from 'vscode';
import { Failure } from '../../core/errors.ts';
import type { Volume } from '../../fly/model.ts';
import { type DiskUse, diskUse, diskUseText, isNearlyFull } from '../../gateway/disk-use.ts';
import { runCommand } from '../common/commands.ts';
import { isRunning } from '../common/machine-state.ts';
import type { OfApp } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';

/** Asks the machine that has the volume how full it is, and says so. */
export async function showSizeUsed(services: Services, { app, value: volume }: OfApp<Volume>): Promise<void> {
  const { id, name, attachedMachine } = volume;
  if (attachedMachine === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No machine of {0} has {1}, and only a machine can tell how full it is.', app, name),
    );
    return;
  }
  const result = await services.actions.run(
    { title: vscode.l10n.t('Asking how full {0} of {1} is', name, app) },
    async ({ signal }) => {
      const machine = await services.machines.find(app, attachedMachine);
      const path = machine.mounts.find((mount) => mount.volume === id)?.path;
      if (path === undefined) throw new Failure('notFound', { facts: { app, machine: attachedMachine } });
      if (!isRunning(machine.state)) {
        throw new Failure('noStartedMachine', { facts: { app, machine: attachedMachine } });
      }
      return diskUse(services.shell(machine), path, signal);
    },
  );
  if (result.status === 'ok') await tellSizeUsed(app, volume, result.value);
}

/** Says how full a volume is, and offers more room when there is little left. */
export async function tellSizeUsed(app: string, volume: Volume, use: DiskUse): Promise<void> {
  const text = vscode.l10n.t('{0} of {1}: {2}.', volume.name, app, diskUseText(use));
  if (!isNearlyFull(use)) {
    void vscode.window.showInformationMessage(text);
    return;
  }
  const extend = vscode.l10n.t('Extend…');
  const full = vscode.l10n.t('{0} It is nearly full, and a gateway that cannot write stops working.', text);
  if ((await vscode.window.showWarningMessage(full, extend)) === extend) {
    await runCommand('extendVolume', { kind: 'volume', app, volume });
  }
}
