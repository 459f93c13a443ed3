import * as vscode from 'vscode';
import type { Snapshot, Volume } from '../../fly/model.ts';
import { listSnapshots } from '../../fly/verbs/snapshots.ts';
import { destroyVolume } from '../../fly/verbs/volumes.ts';
import type { Plan } from '../common/operations/operation.ts';
import type { OfApp } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import { momentLabel } from '../common/words.ts';
import { isMade } from './snapshots.ts';
import { waitForVolumes } from './waiting.ts';

/** Destroys a volume that no machine has, after its name was typed. */
export async function planDestroy(
  { store, flyctl }: Pick<Services, 'store' | 'flyctl'>,
  { app, value: { id, name } }: OfApp<Volume>,
): Promise<Plan | undefined> {
  const [volumes, snapshots] = await Promise.all([
    store.read(app, 'volumes', {}),
    flyctl.run(listSnapshots(app, id)),
  ]);
  const machine = volumes.find((volume) => volume.id === id)?.attachedMachine;
  if (machine !== undefined) {
    void tellAttached(app, name, machine);
    return undefined;
  }
  return {
    title: vscode.l10n.t('Destroying volume {0} of {1}', name, app),
    app,
    verbs: [destroyVolume(app, id)],
    confirm: {
      question: vscode.l10n.t('Destroy volume {0} ({1}) of {2}?', name, id, app),
      consequence: `${vscode.l10n.t('All its data is lost.')} ${remains(snapshots.filter(isMade))}`,
      button: vscode.l10n.t('Destroy'),
      typed: name,
    },
    follow: ({ signal }) =>
      waitForVolumes({ store }, app, (left) => left.every((volume) => volume.id !== id), signal),
    changes: ['volumes'],
    done: vscode.l10n.t('Volume {0} of {1} is destroyed.', name, app),
  };
}

/** What is left of a volume that was destroyed. */
function remains([newest, ...older]: readonly Snapshot[]): string {
  if (!newest) return vscode.l10n.t('It has no snapshot from which it could be made again.');
  return vscode.l10n.t(
    'Snapshots that stay until their time is over: {0}. The last one is {1} of {2}; note its id to make the volume again.',
    1 + older.length,
    newest.id,
    momentLabel(newest.createdAt),
  );
}

async function tellAttached(app: string, name: string, machine: string): Promise<void> {
  await vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0} belongs to machine {1} of {2}, and Fly destroys no volume that a machine has. Destroy the machine first, or let a deploy attach another volume.',
      name,
      machine,
      app,
    ),
  );
}
