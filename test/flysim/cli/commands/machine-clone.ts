import { splitWords } from '../../machine/words.ts';
import type { Machine, MachineConfig, MachineMount } from '../../model.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, text } from '../flags.ts';
import { machineTarget } from '../machine-target.ts';
import type { CommandSpec } from '../spec.ts';
import { regionCodes } from './platform.ts';

export const machineCloneCommands: readonly CommandSpec[] = [
  {
    path: 'machine clone',
    flags: [
      ...[...appFlags, bool('select'), text('region', 'r'), text('name'), text('override-cmd')],
      ...[bool('clear-cmd'), bool('detach')],
    ],
    args: [0, 1],
    run: clone,
  },
];

async function clone(context: Context): Promise<void> {
  const { app, machine } = await machineTarget(context, context.args[0]);
  const region = context.text('region') || machine.region;
  if (!regionCodes.includes(region)) throw new FlyError(`region ${region} is not valid`);
  context.out(`Cloning Machine ${machine.id} into region ${region}\n`);
  const mounts = await freshMounts(context, app, machine, region);
  context.out(`Provisioning a new Machine with image ${machine.config.image}...\n`);
  if (context.fault('no-capacity')) {
    throw new FlyError(
      'failed to launch VM: aborted: could not reserve resource for machine: insufficient memory available to fulfill request',
    );
  }
  const config = { ...withCommand(context, machine.config), ...(mounts ? { mounts } : {}) };
  const wanted = { app, name: context.text('name'), region, like: machine.id, config };
  const { id } = await context.call('machines.create', wanted, 'failed to launch VM');
  context.out(`  Machine ${id} has been created...\n`);
  if (!context.bool('detach')) {
    context.out(`  Waiting for Machine ${id} to start...\n`);
    await context.call('machines.wait', { app, machine: id, state: 'started', timeoutMs: 60_000 });
  }
  context.out('Machine has been successfully cloned!\n');
}

/** A new, empty volume for each that the original has. */
async function freshMounts(
  context: Context,
  app: string,
  { config }: Machine,
  region: string,
): Promise<readonly MachineMount[] | undefined> {
  if (!config.mounts) return undefined;
  const mounts: MachineMount[] = [];
  for (const mount of config.mounts) {
    const { name, size_gb: sizeGb } = mount;
    context.out(`Volume '${name}' will start empty\n`);
    const volume = await context.call('machines.createVolume', { app, name, region, sizeGb });
    mounts.push({ ...mount, volume: volume.id });
  }
  return mounts;
}

function withCommand(context: Context, config: MachineConfig): MachineConfig {
  if (context.bool('clear-cmd')) return { ...config, init: {} };
  if (!context.has('override-cmd')) return config;
  return { ...config, init: { cmd: splitWords(context.text('override-cmd')) } };
}
