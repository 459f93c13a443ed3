import * as vscode from 'vscode';
import type { Volume } from '../../fly/model.ts';
import { volumeCost } from '../../fly/prices.ts';
import { extendVolume } from '../../fly/verbs/volumes.ts';
import { runCommand } from '../common/commands.ts';
import type { Plan } from '../common/operations/operation.ts';
import type { OfApp } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';
import { dollars } from '../common/words.ts';
import { askSize, costText } from './questions.ts';
import { isReady, telling, waitForVolumes } from './waiting.ts';

/** Makes a volume larger. Where the machine does not see it at once, its restart is offered. */
export async function planExtend(
  services: Pick<Services, 'store'>,
  { app, value: volume }: OfApp<Volume>,
): Promise<Plan | undefined> {
  const { id, name } = volume;
  const title = vscode.l10n.t('Extend {0} of {1}', name, app);
  const refusal = vscode.l10n.t('{0} has {1} GB and cannot be made smaller.', name, volume.sizeGb);
  const sizeGb = await askSize(title, volume.sizeGb + 1, refusal);
  if (sizeGb === undefined) return undefined;
  let needsRestart = false;
  const extend = telling(extendVolume(app, id, sizeGb), (told) => {
    needsRestart = told.needsRestart;
  });
  const isExtended = (each: Volume): boolean => each.id === id && each.sizeGb >= sizeGb && isReady(each);
  return {
    title: vscode.l10n.t('Extending {0} of {1} to {2} GB', name, app, sizeGb),
    app,
    verbs: [extend],
    confirm: {
      question: vscode.l10n.t(
        'Extend volume {0} of {1} from {2} to {3} GB?',
        name,
        app,
        volume.sizeGb,
        sizeGb,
      ),
      consequence: consequence(volume, sizeGb),
      button: vscode.l10n.t('Extend'),
    },
    follow: async ({ signal, report }) => {
      report(vscode.l10n.t('waiting until it has the new size'));
      await waitForVolumes(services, app, (volumes) => volumes.some(isExtended), signal);
      if (needsRestart) void offerRestart(app, volume);
    },
    changes: ['volumes'],
    done: vscode.l10n.t('{0} has {1} GB.', name, sizeGb),
  };
}

function consequence(volume: Volume, sizeGb: number): string {
  const more = dollars(volumeCost({ sizeGb: sizeGb - volume.sizeGb }));
  return [
    vscode.l10n.t('It cannot be made smaller again.'),
    costText(sizeGb),
    vscode.l10n.t('That is {0} more than now.', more),
    vscode.l10n.t('Most machines see the new size at once. If this one has to be restarted, you are told.'),
  ].join(' ');
}

async function offerRestart(app: string, { name, attachedMachine: machine }: Volume): Promise<void> {
  if (machine === undefined) return;
  const restart = vscode.l10n.t('Restart…');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Machine {0} of {1} sees the new size of {2} only after a restart.', machine, app, name),
    restart,
  );
  if (chosen === restart) await runCommand('restartMachine', { app, machine });
}
