import * as vscode from 'vscode';
import { toFailure } from '../../core/errors.ts';
import { type Comeback, waitForComeback } from '../../gateway/comeback.ts';
import type { OwnerLease } from '../../gateway/lease.ts';
import { waitForLease } from '../../gateway/lease-wait.ts';
import type { GatewayLocation } from '../../gateway/location.ts';
import { readStartGuards, type StartGuards } from '../../gateway/start-guards.ts';
import { mayPass } from '../../gateway/wait-until-ready.ts';
import type { ActionContext } from '../common/actions.ts';
import { restartOrStart } from '../common/restart.ts';
import { countdown, describeGuards, describeRenewal } from './describe.ts';
import type { Look } from './look.ts';
import { type Patient, tell } from './patient.ts';

/** What became of the gateway, and what is there now that it had its time. */
type Restarted =
  | { readonly renewed: OwnerLease }
  | { readonly comeback: Comeback; readonly guards: StartGuards | undefined };

/**
 * Restarts the machine and waits until its gateway is ready. A lease is waited out before: each start until then would
 * fail, and Fly.io gives a machine up that fails too often.
 */
export async function restartAndWait(
  patient: Patient,
  { location, guards, machineNow }: Look,
  { signal, report }: ActionContext,
): Promise<Restarted> {
  const read = (): Promise<StartGuards | undefined> => readPatiently(patient, location, signal);
  const lease = guards.blocking?.lease;
  const waited =
    lease &&
    (await waitForLease({ lease, leftMs: lease.expiresAtMs - machineNow() }, read, { signal, onRemaining }));
  if (waited?.renewed) return { renewed: waited.renewed };
  const since = machineNow();
  if (waited?.guards?.facts.answeringPort === undefined) {
    report(vscode.l10n.t('restarting the machine'));
    await restartOrStart(patient.services, patient.machine, signal);
  }
  const comeback = await waitForComeback(patient.shell, location, {
    since,
    signal,
    command: patient.machine.command,
    onState: ({ detail }) => report(detail),
  });
  return { comeback, guards: await read() };

  function onRemaining(ms: number): void {
    report(vscode.l10n.t('the lease of another host ends in {0}', countdown(ms)));
  }
}

/** A machine that has stopped meanwhile cannot be looked into; what comes next does not need it. */
async function readPatiently(
  { shell }: Patient,
  location: GatewayLocation,
  signal: AbortSignal,
): Promise<StartGuards | undefined> {
  try {
    return await readStartGuards(shell, location, { signal });
  } catch (error) {
    const failure = toFailure(error);
    if (!mayPass(failure)) throw failure;
    return undefined;
  }
}

/** Says how the restart ended, in OpenClaw's own words where it has some, and what is left. */
export async function tellRestarted(patient: Patient, restarted: Restarted): Promise<void> {
  const { name } = patient;
  if ('renewed' in restarted) {
    return tell(patient, 'warning', describeRenewal(restarted.renewed), ['showLogs']);
  }
  const { comeback, guards } = restarted;
  const left = guards?.locks.some(({ verdict }) => verdict !== 'held') ? describeGuards(guards) : undefined;
  if (comeback.outcome === 'ready') {
    const message = vscode.l10n.t('The gateway of {0} is ready again. {1}', name, comeback.health.detail);
    return tell(patient, 'info', message, ['showLogs'], left);
  }
  const message = comeback.isOwn
    ? vscode.l10n.t('The gateway of {0} does not come back. OpenClaw says: {1}', name, comeback.words)
    : vscode.l10n.t('The gateway of {0} does not come back. {1}', name, comeback.words);
  await tell(patient, 'warning', message, ['showLogs', 'rescue'], left);
}
