import * as vscode from 'vscode';
import type { Volume } from '../../fly/model.ts';
import { createVolume, forkVolume } from '../../fly/verbs/volumes.ts';
import type { Verb } from '../../fly/flyctl.ts';
import type { Plan } from '../common/operations/operation.ts';
import type { OfApp } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import { momentLabel } from '../common/words.ts';
import { askPlace, askSize, costText } from './questions.ts';
import type { SnapshotOf } from './subject.ts';
import { isReady, telling, waitForVolumes } from './waiting.ts';

/** A new volume with the content of a snapshot. */
export async function planRestore(
  services: Services,
  { app, volume, snapshot }: SnapshotOf,
): Promise<Plan | undefined> {
  const time = momentLabel(snapshot.createdAt);
  const title = vscode.l10n.t('New volume from the snapshot of {0}', time);
  const place = await askPlace(services, title, volume);
  if (!place) return undefined;
  const sizeGb = await askSize(
    title,
    volume.sizeGb,
    vscode.l10n.t('{0} has {1} GB, and the new volume may not have less.', volume.name, volume.sizeGb),
  );
  if (sizeGb === undefined) return undefined;
  return newVolume(services, app, createVolume(app, { ...place, sizeGb, snapshot: snapshot.id }), {
    title: vscode.l10n.t('Making volume {0} of {1} from a snapshot', place.name, app),
    confirm: {
      question: vscode.l10n.t('Make volume {0} of {1} from the snapshot of {2}?', place.name, app, time),
      consequence: `${keeps(volume)} ${costText(sizeGb)}`,
      button: vscode.l10n.t('Make Volume'),
    },
    done: vscode.l10n.t('The new volume {0} of {1} is ready.', place.name, app),
  });
}

/** A copy of a volume as it is now. */
export async function planFork(
  services: Services,
  { app, value: volume }: OfApp<Volume>,
): Promise<Plan | undefined> {
  const { id, name, sizeGb } = volume;
  const place = await askPlace(services, vscode.l10n.t('Fork {0} of {1}', name, app), volume);
  if (!place) return undefined;
  return newVolume(services, app, forkVolume(app, id, place), {
    title: vscode.l10n.t('Forking {0} of {1}', name, app),
    confirm: {
      question: vscode.l10n.t('Make volume {0} as a copy of {1} of {2}?', place.name, name, app),
      consequence: `${keeps(volume)} ${costText(sizeGb)}`,
      button: vscode.l10n.t('Fork'),
    },
    done: vscode.l10n.t('The copy {0} of {1} is ready.', place.name, app),
  });
}

/** A plan that ends when the volume that was made can be used. */
function newVolume(
  services: Services,
  app: string,
  verb: Verb<Volume>,
  words: Pick<Plan, 'title' | 'confirm' | 'done'>,
): Plan {
  let made: string | undefined;
  const make = telling(verb, ({ id }) => {
    made = id;
  });
  return {
    ...words,
    app,
    verbs: [make],
    follow: async ({ signal, report }) => {
      report(vscode.l10n.t('waiting until it is filled'));
      const filled = (volume: Volume): boolean => volume.id === made && isReady(volume);
      await waitForVolumes(services, app, (volumes) => volumes.some(filled), signal);
    },
    changes: ['volumes'],
  };
}

function keeps({ name, attachedMachine }: Volume): string {
  return attachedMachine === undefined
    ? vscode.l10n.t('No machine uses the new volume until a deploy or a clone attaches it.')
    : vscode.l10n.t(
        'Machine {0} keeps {1} until the new volume is attached by a deploy or a clone.',
        attachedMachine,
        name,
      );
}
