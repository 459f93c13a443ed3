import type { Machine } from '../model.ts';
import type { Fault } from '../protocol.ts';
import { type Context, delay } from './context.ts';
import { FlyError } from './failure.ts';

export interface MachineTarget {
  readonly app: string;
  readonly machine: Machine;
}

/** How long a simulated flyctl waits for a held lease; the real one waits about a minute. */
const LEASE_WAIT_MS = 2_000;
/** How long a held lease goes on after flyctl gave up. */
const LEASE_LEFT_MS = 13_000;
const LEASE_OWNER = '6f1c9a52-7d0b-4a3e-9c38-1b5f0e2d7a64@tokens.fly.io';

/** The machines that the arguments name. */
export async function targets(context: Context): Promise<MachineTarget[]> {
  if (context.args.length === 0) return [await machineTarget(context, undefined)];
  const found: MachineTarget[] = [];
  for (const id of context.args) found.push(await machineTarget(context, id));
  return found;
}

/** The machine of this id; its app is looked up when none is given. */
export async function machineTarget(context: Context, id: string | undefined): Promise<MachineTarget> {
  if (id === undefined) {
    throw new FlyError('a machine ID must be specified when not running interactively');
  }
  const app =
    context.givenApp === undefined
      ? (await context.call('graphql.appOfMachine', { machine: id }, 'could not get machine')).app
      : (await context.app()).name;
  try {
    return { app, machine: await context.call('machines.get', { app, machine: id }) };
  } catch (error) {
    if (!(error instanceof FlyError)) throw error;
    if (error.message.includes('machine not found')) {
      throw new FlyError(`machine ${id} was not found in app '${app}'`);
    }
    throw new FlyError(`could not get machine ${id}: failed to get VM ${id}: ${error.message}`);
  }
}

/** Takes the lease of a machine that is to be changed, unless Fly has lost the machine's host. @throws FlyError */
export async function takeLease(context: Context, { id, host_status: host }: Machine): Promise<void> {
  if (host === 'ok') await withLease(context, id);
}

/**
 * Takes the machine's lease.
 * @throws FlyError when another holder keeps it, after waiting for it
 */
export async function withLease(context: Context, machine: string): Promise<void> {
  const fault = heldLeaseOf(context);
  if (!fault) return;
  const waitMs = fault.ms ?? LEASE_WAIT_MS;
  await delay(waitMs / 2);
  context.out(`Waiting on lease for machine ${machine}...\n`);
  await delay(waitMs / 2);
  const { owner, expiresAt } = heldLease();
  const until = new Date(expiresAt * 1_000).toISOString().replace('.000', '');
  const reason =
    fault.name === 'lease-unnamed'
      ? 'conflict'
      : `machine ID ${machine} lease currently held by ${owner}, expires at ${until}`;
  throw new FlyError(`failed to obtain lease: failed to get lease on VM ${machine}: ${reason}`);
}

/** The fault that says that somebody else holds the lease of every machine. */
export function heldLeaseOf(context: Context): Fault | undefined {
  return context.fault('lease-held') ?? context.fault('lease-unnamed');
}

/** The lease that the fault says is held; `expiresAt` in seconds since the epoch. */
export function heldLease(): {
  readonly nonce: string;
  readonly owner: string;
  readonly expiresAt: number;
} {
  return {
    nonce: '4d2f6a8c0e13',
    owner: LEASE_OWNER,
    expiresAt: Math.ceil((Date.now() + LEASE_LEFT_MS) / 1_000),
  };
}
