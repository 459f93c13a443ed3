import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { startedGateways, versionOfImage } from '../../fly/openclaw.ts';
import { stopMachine } from '../../fly/verbs/machines.ts';
import { machineLabel } from '../common/machine-state.ts';
import type { Operation, Plan, Subject } from '../common/operations/operation.ts';
import { appSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';

/** An app, by its own node or by the one that tells of too many gateways. */
export function gatewaysSubject(services: Services): Subject<string> {
  return appSubject(
    services,
    (node) => node.kind === 'app' || (node.kind === 'fact' && node.fact.name === 'gateways'),
  );
}

/** Leaves one gateway of an app started. */
export function gatewayOperation(services: Services): Operation<string> {
  const { store } = services;
  return {
    command: 'stopExtraGateways',
    offered: (app) => startedGateways(store.app(app).machines.data ?? []).length > 1,
    plan: async (app) => {
      const started = startedGateways(await store.machines(app, { fresh: true }));
      if (started.length < 2) {
        void vscode.window.showInformationMessage(vscode.l10n.t('{0} has no extra gateway.', app));
        return undefined;
      }
      const kept = await pickKept(app, started);
      return (
        kept &&
        stopPlan(
          services,
          kept,
          started.filter((machine) => machine !== kept),
        )
      );
    },
  };
}

async function pickKept(app: string, started: readonly Machine[]): Promise<Machine | undefined> {
  const items = started.map((machine) => ({
    label: machineLabel(machine),
    description: [
      machine.region,
      machine.mounts[0]?.volume ?? vscode.l10n.t('no volume'),
      versionOfImage(machine.image) ?? machine.image,
    ].join(' · '),
    detail: machine.id,
    machine,
  }));
  const title = vscode.l10n.t('{0} gateways of {1} are started', started.length, app);
  const placeHolder = vscode.l10n.t('Which one stays? The one with the volume that you use.');
  const options = { title, placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.machine;
}

function stopPlan({ machines }: Services, kept: Machine, others: readonly Machine[]): Plan {
  const { app } = kept;
  const names = others.map(machineLabel).join(', ');
  return {
    title: vscode.l10n.t('Stopping extra gateways of {0}', app),
    app,
    verbs: others.map(({ id }) => stopMachine(app, id)),
    confirm: {
      question: vscode.l10n.t('Keep {0} of {1} and stop {2}?', machineLabel(kept), app, names),
      consequence: vscode.l10n.t(
        'Several gateways share the bot tokens and nothing else: messages are answered twice or not at all, and Telegram answers 409. What is stopped keeps its volume. Fly’s proxy may start it again: destroy it once nothing in it is missed.',
      ),
      button: vscode.l10n.t('Stop'),
    },
    follow: async ({ signal, report }) => {
      for (const machine of others) {
        report(vscode.l10n.t('waiting until {0} is stopped', machineLabel(machine)));
        await machines.waitForState(machine, 'stopped', signal);
      }
    },
    changes: [],
    done: vscode.l10n.t('{0} is the only started gateway of {1}.', machineLabel(kept), app),
  };
}
