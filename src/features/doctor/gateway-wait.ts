import * as vscode from 'vscode';
import { dataOf, type Snapshot } from '../../deployment/doctor/snapshot.ts';
import type { Machine } from '../../fly/model.ts';
import { type Comeback, waitForComeback } from '../../gateway/comeback.ts';
import { type GatewayLocation, locate } from '../../gateway/location.ts';
import { waitUntilReady } from '../../gateway/wait-until-ready.ts';
import type { ActionContext } from '../common/actions.ts';
import type { Services } from '../common/services.ts';

/**
 * Waits until the gateway is ready or will not be, after its machine was changed or restarted.
 * @returns Why it did not come, a sentence; nothing when it is ready.
 * @throws Failure
 */
export async function awaitGateway(
  services: Services,
  snapshot: Snapshot,
  context: ActionContext,
): Promise<string | undefined> {
  if (!snapshot.machine) return undefined;
  const since = machineNow(snapshot);
  const machine = await freshMachine(services, snapshot.machine, context.signal);
  const comeback = await comebackOf(services, machine, { ...context, since });
  if (comeback.outcome === 'ready') return undefined;
  return vscode.l10n.t('The gateway of {0} does not come back. {1}', machine.app, comeback.words);
}

/** The change may have moved its port or its folders. */
async function freshMachine(services: Services, machine: Machine, signal: AbortSignal): Promise<Machine> {
  const machines = await services.store.machines(machine.app, { fresh: true, signal });
  return machines.find(({ id }) => id === machine.id) ?? machine;
}

async function comebackOf(
  services: Services,
  machine: Machine,
  { signal, report, since }: ActionContext & { readonly since: number },
): Promise<Comeback> {
  const shell = services.shell(machine);
  let location: GatewayLocation | undefined;
  // A machine that just started takes a moment until it can be asked.
  await waitUntilReady(
    async () => {
      location = await locate(shell, machine, { signal });
      return { state: 'ready', detail: '', failing: [] };
    },
    { signal, onState: ({ detail }) => report(detail) },
  );
  if (!location) throw new Error('It was waited for.');
  const { redactor } = services;
  const { command } = machine;
  return waitForComeback(shell, location, {
    since,
    signal,
    command,
    redactor,
    onState: ({ detail }) => report(detail),
  });
}

/** Milliseconds since the epoch by the machine's clock, as far as it was seen. */
function machineNow({ inspection, takenAtMs }: Snapshot): number {
  const seen = dataOf(inspection)?.locks.facts.nowMs ?? takenAtMs;
  return seen + Date.now() - takenAtMs;
}
