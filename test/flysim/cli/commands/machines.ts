import type { Machine } from '../../model.ts';
import type { Context } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, int, json, text } from '../flags.ts';
import { machineTarget, takeLease, targets } from '../machine-target.ts';
import { machineStatusText, machineTable } from '../machine-text.ts';
import { goJson } from '../render.ts';
import { machineObject } from '../shapes.ts';
import type { CommandSpec } from '../spec.ts';

/** flyctl waits this long for a restarted machine. */
const RESTART_WAIT_MS = 5 * 60_000;

export const machineCommands: readonly CommandSpec[] = [
  {
    path: 'machine list',
    aliases: ['ls'],
    flags: [...appFlags, json, bool('quiet', 'q')],
    args: [0, 0],
    run: list,
  },
  {
    path: 'machine status',
    flags: [...appFlags, bool('display-config', 'd'), bool('select', 's')],
    args: [0, 1],
    run: async (context) => {
      const { machine } = await machineTarget(context, context.args[0]);
      const config = `${JSON.stringify(machine.config, null, 2)}\n`;
      context.out(context.bool('display-config') ? config : machineStatusText(machine));
    },
  },
  {
    path: 'machine start',
    flags: [...appFlags, bool('select', 's')],
    args: [0, Infinity],
    run: async (context) => {
      for (const { app, machine } of await targets(context)) {
        await takeLease(context, machine);
        if (context.fault('no-capacity')) throw lackOfCapacity(machine.id);
        await context.call(
          'machines.start',
          { app, machine: machine.id },
          `could not start machine ${machine.id}`,
        );
        context.out(`${machine.id} has been started\n`);
      }
    },
  },
  {
    path: 'machine stop',
    flags: [...appFlags, bool('select'), text('signal', 's'), int('timeout'), text('wait-timeout', 'w')],
    args: [0, Infinity],
    run: stop,
  },
  {
    path: 'machine restart',
    flags: [
      ...[...appFlags, bool('select'), text('signal', 's'), int('time')],
      ...[bool('force'), bool('skip-health-checks')],
    ],
    args: [0, Infinity],
    run: async (context) => {
      for (const { app, machine } of await targets(context)) await restartMachine(context, app, machine);
    },
  },
];

function lackOfCapacity(id: string): FlyError {
  return new FlyError(
    `could not start machine due to lack of capacity. Try 'flyctl machine clone ${id} --region REGION'`,
  );
}

async function list(context: Context): Promise<void> {
  const app = await context.app();
  const machines = await context.call('machines.list', { app: app.name }, 'failed to list VMs');
  if (context.json) context.out(goJson(machines.map(machineObject)));
  else if (context.bool('quiet')) context.out(machines.map(({ id }) => `${id}\n`).join(''));
  else if (machines.length === 0) context.out(`No machines are available on this app ${app.name}\n`);
  else context.out(machineTable(app.name, machines));
}

async function stop(context: Context): Promise<void> {
  for (const { app, machine } of await targets(context)) {
    await takeLease(context, machine);
    context.out(`Sending kill signal to machine ${machine.id}...\n`);
    const parameters = { app, machine: machine.id, ...stopOptions(context, 'timeout') };
    await context.call('machines.stop', parameters, `could not stop machine ${machine.id}`);
    if (context.has('wait-timeout')) {
      const timeoutMs = parseDuration(context.text('wait-timeout'));
      await context.call('machines.wait', { app, machine: machine.id, state: 'stopped', timeoutMs });
    }
    context.out(`${machine.id} has been successfully stopped\n`);
  }
}

/** Restarts one machine and waits until it is started again. */
export async function restartMachine(context: Context, app: string, machine: Machine): Promise<void> {
  const { id } = machine;
  await takeLease(context, machine);
  context.out(`Restarting machine ${id}\n`);
  const parameters = { app, machine: id, ...stopOptions(context, 'time'), force: context.bool('force') };
  await context.call('machines.restart', parameters, `could not stop machine ${id}`);
  await context.call(
    'machines.wait',
    { app, machine: id, state: 'started', timeoutMs: RESTART_WAIT_MS },
    `failed to restart machine ${id}`,
  );
  if (!context.bool('skip-health-checks')) context.out('No health checks found\n');
  context.out(`Machine ${id} restarted successfully!\n`);
}

function stopOptions(context: Context, flag: string): { signal?: string; timeoutMs?: number } {
  const seconds = context.number(flag);
  return {
    ...(context.has('signal') ? { signal: context.text('signal') } : {}),
    ...(seconds === undefined ? {} : { timeoutMs: seconds * 1_000 }),
  };
}

/** A Go duration such as `90s`, `1m30s` or `500ms`, in milliseconds. */
export function parseDuration(duration: string): number {
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  if (parts.length === 0) throw new FlyError(`time: invalid duration "${duration}"`);
  return parts.reduce((total, [, amount, unit]) => total + Number(amount) * (units[unit ?? ''] ?? 0), 0);
}
