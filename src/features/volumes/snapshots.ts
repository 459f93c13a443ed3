import * as vscode from 'vscode';
import type { Snapshot, Volume } from '../../fly/model.ts';
import { createSnapshot, listSnapshots } from '../../fly/verbs/snapshots.ts';
import { runCommand } from '../common/commands.ts';
import type { Plan } from '../common/operations/operation.ts';
import type { OfApp } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import { momentLabel, sizeInWords } from '../common/words.ts';
import type { SnapshotOf } from './subject.ts';
import { waitUntil } from './waiting.ts';

/** Asks Fly for a snapshot and waits until there is one, which the tree shows meanwhile. */
export async function planSnapshot(
  { flyctl, store }: Pick<Services, 'flyctl' | 'store'>,
  { app, value: { id, name } }: OfApp<Volume>,
): Promise<Plan> {
  const before = idsOf(await flyctl.run(listSnapshots(app, id)));
  return {
    title: vscode.l10n.t('Making a snapshot of {0} of {1}', name, app),
    app,
    verbs: [createSnapshot(app, id)],
    follow: async ({ signal, report }) => {
      report(vscode.l10n.t('waiting until Fly has made it'));
      await waitUntil(app, signal, async () => {
        await store.loadSnapshots(app, id, { signal });
        const { data = [], error } = store.snapshots(id);
        if (error) throw error;
        return idsOf(data).some((snapshot) => !before.includes(snapshot));
      });
    },
    changes: [],
    done: vscode.l10n.t('{0} has a new snapshot.', name),
  };
}

/** Lets the user choose among the snapshots of a volume, the newest first. Without any, making one is offered. */
export async function pickSnapshot(
  { flyctl }: Pick<Services, 'flyctl'>,
  { app, value: volume }: OfApp<Volume>,
): Promise<SnapshotOf | undefined> {
  const snapshots = (await flyctl.run(listSnapshots(app, volume.id))).filter(isMade);
  if (snapshots.length === 0) {
    void offerSnapshot(app, volume);
    return undefined;
  }
  const items = snapshots.map((snapshot) => ({ ...describe(snapshot), snapshot }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Snapshots of {0} of {1}', volume.name, app),
    placeHolder: vscode.l10n.t('Choose one to make a new volume from it'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen && { app, volume, snapshot: chosen.snapshot };
}

function idsOf(snapshots: readonly Snapshot[]): readonly string[] {
  return snapshots.filter(isMade).map(({ id }) => id);
}

/** A snapshot that Fly still makes has no id and cannot be used. */
export function isMade({ id }: Snapshot): boolean {
  return id !== '';
}

function describe({ id, createdAt, status, sizeBytes, retentionDays }: Snapshot): vscode.QuickPickItem {
  const kept = retentionDays === undefined ? [] : [vscode.l10n.t('days kept: {0}', retentionDays)];
  return {
    label: createdAt === '' ? id : momentLabel(createdAt),
    description: [sizeInWords(sizeBytes), status, ...kept].join(' · '),
    detail: id,
  };
}

async function offerSnapshot(app: string, volume: Volume): Promise<void> {
  const snapshotNow = vscode.l10n.t('Snapshot Now');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} of {1} has no snapshot yet. Fly makes one each day.', volume.name, app),
    snapshotNow,
  );
  if (chosen === snapshotNow) await runCommand('snapshotVolume', { kind: 'volume', app, volume });
}
