import * as vscode from 'vscode';
import type { StartGuards } from '../../gateway/start-guards.ts';
import { clear } from './clear.ts';
import { describeGuards } from './describe.ts';
import { look, type Look } from './look.ts';
import { type Patient, tell } from './patient.ts';
import { askToClear, wantsOverride, wantsToWait } from './questions.ts';
import { restartAndWait, tellRestarted } from './restart.ts';

/** Clear Gateway Lock: look, judge, ask, clear what is stale, and see the gateway come back. */
export async function clearGatewayLock(patient: Patient): Promise<void> {
  const seen = await look(patient);
  if (!seen) return;
  const { locks, blocking, channelsDownSince } = seen.guards;
  const has = (verdict: string): boolean => locks.some((lock) => lock.verdict === verdict);
  if (channelsDownSince !== undefined) return tellChannelsDown(patient, seen.guards);
  if (has('held')) return override(patient, seen);
  if (has('stale')) return clearStale(patient, seen);
  if (has('unknown')) return override(patient, seen);
  return blocking ? waitAndRestart(patient, seen) : tellNone(patient, seen.guards);
}

async function clearStale(patient: Patient, seen: Look): Promise<void> {
  const choice = await askToClear(patient, seen.guards);
  if (!choice) return;
  const locks = seen.guards.locks.filter(({ verdict }) => verdict === 'stale');
  await clear(patient, seen, { locks, restart: choice === 'restart' });
}

/** A lock in use protects the state directory from a second gateway, so it only goes when the user insists. */
async function override(patient: Patient, seen: Look): Promise<void> {
  if (!(await wantsOverride(patient, seen.guards))) return;
  await clear(patient, seen, { locks: seen.guards.locks, restart: false, evenInUse: true });
}

async function waitAndRestart(patient: Patient, seen: Look): Promise<void> {
  if (!(await wantsToWait(patient, seen.guards))) return;
  const title = vscode.l10n.t('Restarting the gateway of {0}', patient.name);
  const result = await patient.services.actions.run({ title }, (context) =>
    restartAndWait(patient, seen, context),
  );
  void patient.services.store.load(patient.machine.app, 'machines');
  if (result.status === 'ok') await tellRestarted(patient, result.value);
}

/** The gateway runs and holds its lock, yet it is mute: no lock is to blame. */
async function tellChannelsDown(patient: Patient, guards: StartGuards): Promise<void> {
  const message = vscode.l10n.t(
    'The gateway of {0} runs, but keeps its channels down: it crashed three times within five minutes.',
    patient.name,
  );
  const advice = vscode.l10n.t(
    'No lock is to blame, and nothing was removed. Find in the log why it crashed. When five minutes have passed without another crash, restart the machine once, and the channels start with it.',
  );
  const detail = `${advice}\n\n${describeGuards(guards)}`;
  await tell(patient, 'warning', message, ['showLogs', 'restartMachine'], detail);
}

async function tellNone(patient: Patient, guards: StartGuards): Promise<void> {
  const message =
    guards.facts.answeringPort === undefined
      ? vscode.l10n.t(
          '{0} has no gateway lock. If its gateway does not start, the log says why.',
          patient.name,
        )
      : vscode.l10n.t('{0} has no gateway lock, and its gateway answers.', patient.name);
  await tell(patient, 'info', message, ['showLogs'], describeGuards(guards) || undefined);
}
