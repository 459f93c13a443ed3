import { callCloud } from '../../call.ts';
import type { Context } from '../context.ts';
import { appFlags, bool, json } from '../flags.ts';
import { heldLease, heldLeaseOf, type MachineTarget, machineTarget } from '../machine-target.ts';
import { goJson, table } from '../render.ts';
import type { CommandSpec } from '../spec.ts';

export const leaseCommands: readonly CommandSpec[] = [
  {
    path: 'machine leases view',
    aliases: ['list'],
    flags: [...appFlags, json, bool('select', 's')],
    args: [0, Infinity],
    run: view,
  },
  {
    path: 'machine leases clear',
    flags: [...appFlags, bool('select', 's')],
    args: [0, Infinity],
    run: async (context) => {
      for (const { machine } of await leaseTargets(context)) {
        context.out(`clearing lease for machine ${machine.id}\n`);
      }
      await callCloud(context.socket, 'sim.clearFaults', { name: 'lease-held' });
      await callCloud(context.socket, 'sim.clearFaults', { name: 'lease-unnamed' });
      context.out('Lease(s) cleared\n');
    },
  },
];

async function view(context: Context): Promise<void> {
  const targets = await leaseTargets(context);
  const held = heldLeaseOf(context) ? targets : [];
  const { nonce, owner, expiresAt } = heldLease();
  if (context.json) {
    const leases = held.map(({ machine }) => [
      machine.id,
      { status: 'success', data: { nonce, expires_at: expiresAt, owner, version: machine.version } },
    ]);
    context.out(goJson(Object.fromEntries(leases)));
    return;
  }
  if (held.length === 0) {
    context.out('No leases found\n');
    return;
  }
  const rows = held.map(({ machine }) => [
    machine.id,
    nonce,
    'success',
    new Date(expiresAt * 1_000).toISOString(),
    owner,
  ]);
  context.out(table('Lease Status', ['Machine', 'Nonce', 'Status', 'Expires', 'Owner'], rows));
}

/** The machines that the arguments name, or all of the app. */
async function leaseTargets(context: Context): Promise<MachineTarget[]> {
  if (context.args.length > 0) {
    return Promise.all(context.args.map((id) => machineTarget(context, id)));
  }
  const { name } = await context.app();
  const machines = await context.call('machines.list', { app: name }, 'failed to list VMs');
  return machines.map((machine) => ({ app: name, machine }));
}
