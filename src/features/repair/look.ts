import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import { type GatewayLocation, locate } from '../../gateway/location.ts';
import { readStartGuards, type StartGuards } from '../../gateway/start-guards.ts';
import { isRunning } from '../common/machine-state.ts';
import { type Patient, tell } from './patient.ts';

/** What was found on the machine, and when. */
export interface Look {
  readonly location: GatewayLocation;
  readonly guards: StartGuards;
  /** The machine's clock, which need not be that of this computer: milliseconds since the epoch. */
  machineNow(): number;
}

/** Looks for what keeps the gateway from starting; nothing when that was not possible, which the user was told. */
export async function look(patient: Patient): Promise<Look | undefined> {
  if (!isRunning(patient.machine.state)) return tellDown(patient, patient.machine.state);
  const title = vscode.l10n.t('Looking for gateway locks on {0}', patient.name);
  const result = await patient.services.actions.run({ title }, async ({ signal, report }) => {
    try {
      const location = await locate(patient.shell, patient.machine, { signal });
      const onLinger = (): void =>
        report(vscode.l10n.t('looking again, since its owner may just have ended'));
      const guards = await readStartGuards(patient.shell, location, { signal, onLinger });
      const lookedAt = performance.now();
      return { location, guards, machineNow: () => guards.facts.nowMs + performance.now() - lookedAt };
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind === 'noStartedMachine') return 'down';
      throw failure;
    }
  });
  if (result.status !== 'ok') return undefined;
  return result.value === 'down' ? tellDown(patient, undefined) : result.value;
}

/** Without its VM nothing on the machine can be read; what Fly.io keeps starting and losing is a case for Rescue. */
async function tellDown(patient: Patient, state: string | undefined): Promise<undefined> {
  const { services, machine, name } = patient;
  void services.store.load(machine.app, 'machines');
  const message =
    state === undefined
      ? vscode.l10n.t('{0} is not started, so nobody can look into it.', name)
      : vscode.l10n.t('{0} is not started ({1}), so nobody can look into it.', name, state);
  const advice = vscode.l10n.t(
    'Start it and look again. If it stops by itself, its gateway dies at start: Rescue starts the machine without its gateway, so that it can be repaired.',
  );
  void tell(patient, 'warning', `${message} ${advice}`, ['startMachine', 'rescue', 'showLogs']);
  return undefined;
}
