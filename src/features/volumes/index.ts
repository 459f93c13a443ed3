import * as vscode from 'vscode';
import { runCommand } from '../common/commands.ts';
import { onCommand } from '../common/on-command.ts';
import { volumeSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import { forkOperation, restoreOperation } from './copies.ts';
import { destroyOperation } from './destroy.ts';
import { extendOperation } from './extend.ts';
import { showSizeUsed } from './size-used.ts';
import { pickSnapshot, snapshotOperation, snapshotSubject } from './snapshots.ts';

/** What can be done to a volume and its snapshots. */
export function registerVolumes(services: Services): vscode.Disposable {
  const volumes = volumeSubject(services);
  return vscode.Disposable.from(
    services.operations.register(volumes, [
      snapshotOperation(services),
      extendOperation(services),
      forkOperation(services),
      destroyOperation(services),
    ]),
    services.operations.register(snapshotSubject(services), [restoreOperation(services)]),
    onCommand('showSnapshots', async (argument) => {
      const volume = await volumes.choose(argument);
      const chosen = volume && (await pickSnapshot(services, volume));
      if (chosen) await runCommand('restoreSnapshot', { kind: 'snapshot', ...chosen });
    }),
    onCommand('showSizeUsed', async (argument) => {
      const volume = await volumes.choose(argument);
      if (volume) await showSizeUsed(services, volume);
    }),
  );
}
