import * as vscode from 'vscode';
import type { Volume } from '../../fly/model.ts';
import { runCommand } from '../common/commands.ts';
import { onThing } from '../common/operations/on-thing.ts';
import type { Operation } from '../common/operations/operation.ts';
import { type OfApp, volumeSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import { snapshotSubject, type SnapshotOf } from './subject.ts';

const work = (): Promise<typeof import('./work.ts')> => import('./work.ts');

/** What can be done to a volume and its snapshots. */
export function registerVolumes(services: Services): vscode.Disposable {
  const volumes = volumeSubject(services);
  return vscode.Disposable.from(
    services.operations.register(volumes, volumeOperations(services)),
    services.operations.register(snapshotSubject(services), [restoring(services)]),
    onThing(volumes, 'showSnapshots', async (volume) => {
      const chosen = await (await work()).pickSnapshot(services, volume);
      if (chosen) await runCommand('restoreSnapshot', { kind: 'snapshot', ...chosen });
    }),
    onThing(volumes, 'showSizeUsed', async (volume) => (await work()).showSizeUsed(services, volume)),
  );
}

function volumeOperations(services: Services): readonly Operation<OfApp<Volume>>[] {
  return [
    {
      command: 'snapshotVolume',
      offered: () => true,
      plan: async (volume) => (await work()).planSnapshot(services, volume),
    },
    {
      command: 'extendVolume',
      offered: () => true,
      plan: async (volume) => (await work()).planExtend(services, volume),
    },
    {
      command: 'forkVolume',
      offered: () => true,
      plan: async (volume) => (await work()).planFork(services, volume),
    },
    {
      command: 'destroyVolume',
      offered: ({ value }) => value.attachedMachine === undefined,
      plan: async (volume) => (await work()).planDestroy(services, volume),
    },
  ];
}

function restoring(services: Services): Operation<SnapshotOf> {
  return {
    command: 'restoreSnapshot',
    // A snapshot that Fly still makes has no id.
    offered: ({ snapshot }) => snapshot.id !== '',
    plan: async (snapshot) => (await work()).planRestore(services, snapshot),
  };
}
