import { splitWords } from '../../machine/words.ts';
import type { MachineConfig } from '../../model.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, int, text, texts } from '../flags.ts';
import { machineTarget, withLease } from '../machine-target.ts';
import type { CommandSpec } from '../spec.ts';

const MEMORY_STEP_MB = 256;
const MAX_MB_PER_SHARED_CPU = 2_048;

export const machineUpdateCommands: readonly CommandSpec[] = [
  {
    path: 'machine update',
    flags: [
      ...[...appFlags, bool('select', 's'), bool('yes', 'y'), text('command', 'C'), text('image', 'i')],
      ...[text('vm-memory', undefined, 'memory'), int('vm-cpus'), text('restart'), text('container')],
      ...[texts('env', 'e'), texts('metadata', 'm'), bool('skip-health-checks'), bool('skip-start')],
      int('wait-timeout'),
    ],
    args: [0, 1],
    run: update,
  },
];

async function update(context: Context): Promise<void> {
  const { app, machine } = await machineTarget(context, context.args[0]);
  const config = changed(context, machine.config);
  if (!context.bool('yes')) {
    context.out(`Configuration changes to be applied to machine: ${machine.id} (${machine.name})\n\n`);
    context.out(`\t${JSON.stringify(config, null, 2).replaceAll('\n', '\n\t')}\n\n`);
    throw new FlyError('yes flag must be specified when not running interactively');
  }
  await withLease(context, machine.id);
  context.out(`Updating machine ${machine.id}\n`);
  await context.call(
    'machines.update',
    { app, machine: machine.id, config, skipStart: context.bool('skip-start') },
    `could not update machine ${machine.id}`,
  );
  if (!context.bool('skip-health-checks')) context.out('No health checks found\n');
  context.out(`Machine ${machine.id} updated successfully!\n\nMonitor machine status here:\n`);
  context.out(`https://fly.io/apps/${app}/machines/${machine.id}\n`);
}

/** The configuration with what the flags change. */
function changed(context: Context, config: MachineConfig): MachineConfig {
  const words = splitWords(context.text('command'));
  const cpus = context.number('vm-cpus') ?? config.guest.cpus;
  const memory = context.has('vm-memory') ? memoryMb(context.text('vm-memory')) : config.guest.memory_mb;
  checkMemory(memory, cpus);
  return {
    ...config,
    ...(context.has('image') ? { image: context.text('image') } : {}),
    env: { ...config.env, ...pairs(context, 'env') },
    metadata: { ...config.metadata, ...pairs(context, 'metadata') },
    init: context.has('command') ? (words.length > 0 ? { cmd: words } : {}) : config.init,
    guest: { ...config.guest, cpus, memory_mb: memory },
  };
}

/** The values of a flag that sets names: an empty value is one. */
function pairs(context: Context, flag: string): Readonly<Record<string, string>> {
  const values = context.texts(flag).map((pair) => {
    const equals = pair.indexOf('=');
    if (equals < 0) throw new FlyError(`invalid key/value pairs specified for flag ${flag}`);
    return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
  });
  return Object.fromEntries(values);
}

/** Megabytes, or a number with `mb` or `gb`. */
function memoryMb(given: string): number {
  const [, amount, unit] = /^(\d+)\s*(mb|gb)?$/i.exec(given) ?? [];
  if (amount === undefined) throw new FlyError('invalid memory size');
  return Number(amount) * (unit?.toLowerCase() === 'gb' ? 1_024 : 1);
}

function checkMemory(memory: number, cpus: number): void {
  if (memory < MEMORY_STEP_MB * cpus) throw new FlyError('memory size for config is too low');
  if (memory > MAX_MB_PER_SHARED_CPU * cpus) throw new FlyError('memory size for config is too high');
  if (memory % MEMORY_STEP_MB !== 0) throw new FlyError('invalid memory size');
}
