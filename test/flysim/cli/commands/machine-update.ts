import { splitWords } from '../../machine/words.ts';
import type { MachineConfig } from '../../model.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, int, text, texts } from '../flags.ts';
import { checkGuest, presetOf } from '../machine-sizes.ts';
import { machineTarget, takeLease } from '../machine-target.ts';
import type { CommandSpec } from '../spec.ts';

export const machineUpdateCommands: readonly CommandSpec[] = [
  {
    path: 'machine update',
    flags: [
      ...[...appFlags, bool('select', 's'), bool('yes', 'y'), text('command', 'C'), text('image', 'i')],
      ...[text('vm-memory', undefined, 'memory'), int('vm-cpus'), text('vm-size'), text('vm-cpu-kind')],
      ...[text('restart'), text('container')],
      ...[texts('env', 'e'), texts('metadata', 'm'), bool('skip-health-checks'), bool('skip-start')],
      int('wait-timeout'),
    ],
    args: [0, 1],
    run: update,
  },
];

async function update(context: Context): Promise<void> {
  const { app, machine } = await machineTarget(context, context.args[0]);
  if (machine.host_status !== 'ok') {
    throw new FlyError('the machine is on an unreachable host, try again later');
  }
  const config = changed(context, machine.config);
  if (!context.bool('yes')) {
    context.out(`Configuration changes to be applied to machine: ${machine.id} (${machine.name})\n\n`);
    context.out(`\t${JSON.stringify(config, null, 2).replaceAll('\n', '\n\t')}\n\n`);
    throw new FlyError('yes flag must be specified when not running interactively');
  }
  await takeLease(context, machine);
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
  return {
    ...config,
    ...(context.has('image') ? { image: context.text('image') } : {}),
    env: { ...config.env, ...pairs(context, 'env') },
    metadata: { ...config.metadata, ...pairs(context, 'metadata') },
    init: context.has('command') ? (words.length > 0 ? { cmd: words } : {}) : config.init,
    guest: guestOf(context, config.guest),
  };
}

/** A size sets everything; the flags for one thing come after it. */
function guestOf(context: Context, guest: MachineConfig['guest']): MachineConfig['guest'] {
  const cpus = context.number('vm-cpus');
  const changed = {
    ...guest,
    ...(context.has('vm-size') ? presetOf(context.text('vm-size')) : {}),
    ...(context.has('vm-cpu-kind') ? { cpu_kind: context.text('vm-cpu-kind') } : {}),
    ...(cpus === undefined ? {} : { cpus }),
    ...(context.has('vm-memory') ? { memory_mb: memoryMb(context.text('vm-memory')) } : {}),
  };
  checkGuest(changed);
  return changed;
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
