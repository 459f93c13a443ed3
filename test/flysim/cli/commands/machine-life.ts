import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, text } from '../flags.ts';
import { type MachineTarget, takeLease, targets } from '../machine-target.ts';
import type { CommandSpec } from '../spec.ts';
import { parseDuration } from './machines.ts';

/** The commands that suspend machines, take them out of the proxy, and end them for good. */
export const machineLifeCommands: readonly CommandSpec[] = [
  {
    path: 'machine suspend',
    flags: [...appFlags, bool('select'), text('wait-timeout', 'w')],
    args: [0, Infinity],
    run: (context) => forEachTarget(context, suspend),
  },
  {
    path: 'machine cordon',
    flags: [...appFlags, bool('select', 's')],
    args: [0, Infinity],
    run: (context) => forEachTarget(context, (target) => cordon(context, target, true)),
  },
  {
    path: 'machine uncordon',
    flags: [...appFlags, bool('select', 's')],
    args: [0, Infinity],
    run: (context) => forEachTarget(context, (target) => cordon(context, target, false)),
  },
  {
    path: 'machine destroy',
    aliases: ['remove', 'rm'],
    flags: [...appFlags, bool('select', 's'), bool('force', 'f'), text('image')],
    args: [0, Infinity],
    run: (context) => forEachTarget(context, destroy),
  },
];

async function forEachTarget(
  context: Context,
  change: (target: MachineTarget, context: Context) => Promise<void>,
): Promise<void> {
  for (const target of await targets(context)) {
    await takeLease(context, target.machine);
    await change(target, context);
  }
}

async function suspend({ app, machine: { id } }: MachineTarget, context: Context): Promise<void> {
  await context.call('machines.suspend', { app, machine: id }, `could not suspend machine ${id}`);
  if (!context.has('wait-timeout')) {
    context.out(`${id} is being suspended\n`);
    return;
  }
  const timeoutMs = parseDuration(context.text('wait-timeout'));
  await context.call('machines.wait', { app, machine: id, state: 'suspended', timeoutMs });
  context.out(`${id} has been suspended\n`);
}

async function cordon(context: Context, { app, machine: { id } }: MachineTarget, on: boolean): Promise<void> {
  context.out(`${on ? 'Activating' : 'Deactivating'} cordon on machine ${id}...\n`);
  await context.call('machines.cordon', { app, machine: id, cordoned: on }, `failed to cordon VM ${id}`);
  context.out('done!\n');
}

async function destroy({ app, machine }: MachineTarget, context: Context): Promise<void> {
  const { id, state } = machine;
  const force = context.bool('force');
  if (state === 'started' && !force) {
    throw new FlyError(`machine ${id} currently started, either stop first or use --force flag`);
  }
  context.out(`machine ${id} was found and is currently in ${state} state, attempting to destroy...\n`);
  await context.call('machines.destroy', { app, machine: id, force }, `could not destroy machine ${id}`);
  context.out(`${id} has been destroyed\n`);
}
