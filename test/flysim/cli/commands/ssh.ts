import type { Machine } from '../../model.ts';
import type { SessionEnd } from '../../protocol.ts';
import { type Context, delay } from '../context.ts';
import { FlyError } from '../failure.ts';
import { appFlags, bool, text } from '../flags.ts';
import { openSession } from '../session.ts';
import type { CommandSpec } from '../spec.ts';
import { isInteractive } from '../terminal.ts';
import { buildTunnel } from '../tunnel.ts';

const shells = ['', 'sh', '/bin/sh', 'bash', '/bin/bash'];

export const sshCommands: readonly CommandSpec[] = [
  {
    path: 'ssh console',
    flags: [
      ...[...appFlags, text('command', 'C'), text('machine'), bool('select', 's'), text('region', 'r')],
      ...[text('process-group', 'g', 'group'), text('address', 'A'), text('container'), bool('no-container')],
      ...[bool('pty'), text('user', 'u'), bool('quiet', 'q'), text('org', 'o')],
    ],
    args: [0, 1],
    run: console,
  },
];

async function console(context: Context): Promise<void> {
  const app = await context.app('get app');
  await buildTunnel(context, app.organization.slug);
  const machine = await pickMachine(context, app.name);
  if (!context.bool('quiet')) context.err(`Connecting to ${machine.private_ip}...\n`);
  await delay(context.latency.ssh ?? 0);
  if (context.fault('silent-exit')) return;
  const command = context.text('command');
  const pty = context.bool('pty') || shells.includes(command);
  if (pty && command) {
    context.out(
      '\u001b[33mWARN\u001b[0m Allocating a pseudo-terminal since the command provided is a shell. This behavior will change in the future; please use --pty explicitly if this is what you want.\n',
    );
  }
  replaceSignals();
  const end = await openSession(context, {
    app: app.name,
    machine: machine.id,
    command,
    user: context.text('user') || 'root',
    ...(pty ? { pty: terminalSize() } : {}),
  });
  // The status of an interactive shell says nothing about flyctl's success.
  if (command) judge(end);
  if (context.fault('windows-handle')) throw new FlyError('The handle is invalid.');
}

async function pickMachine(context: Context, app: string): Promise<Machine> {
  const all = await context.call('machines.list', { app }, 'failed to list VMs');
  const started = context.fault('no-started-machine') ? [] : all.filter(({ state }) => state === 'started');
  if (started.length === 0) {
    throw new FlyError(
      `app ${app} has no started VMs.\nIt may be unhealthy or not have been deployed yet.\nTry the following command to verify:\n\nfly status`,
    );
  }
  const wanted = context.text('machine');
  if (wanted) {
    if (context.bool('select')) throw new FlyError("--machine can't be used with -s/--select");
    const machine = started.find(({ id }) => id === wanted);
    if (!machine) throw new FlyError(`--machine="${wanted}" not found/started`);
    return machine;
  }
  return chooseMachine(context, app, filterMachines(context, app, started));
}

function filterMachines(context: Context, app: string, started: readonly Machine[]): readonly Machine[] {
  const region = context.text('region');
  const group = context.text('process-group');
  const inRegion = region ? started.filter((machine) => machine.region === region) : started;
  if (inRegion.length === 0) throw new FlyError(`app ${app} has no VMs in region ${region}`);
  const inGroup = group
    ? inRegion.filter(({ config }) => config.metadata['fly_process_group'] === group)
    : inRegion;
  if (inGroup.length === 0) throw new FlyError(`app ${app} has no VMs in process group ${group}`);
  return inGroup;
}

function chooseMachine(context: Context, app: string, machines: readonly Machine[]): Machine {
  const address = context.text('address') || context.args[0];
  if (address) {
    const host = `${address}.`;
    const machine = machines.find(
      ({ id, private_ip: ip }) => ip === address || host.startsWith(`${id}.vm.${app}.`),
    );
    if (!machine) throw new FlyError(`host unavailable at ${address}: host was not found in DNS`);
    return machine;
  }
  const [machine] = machines;
  if (!machine) throw new FlyError(`app ${app} has no started VMs.`);
  if (context.bool('select')) {
    if (machines.length > 1 && !isInteractive()) throw new FlyError('prompt: non interactive');
    context.out(`Only one machine available, selecting ${machine.id} in region ${machine.region}\n`);
  } else if (machines.length > 1) {
    context.out(`No machine specified, using ${machine.id} in region ${machine.region}\n`);
  }
  return machine;
}

function judge({ code, signal }: SessionEnd): void {
  if (signal !== null) {
    const numbers: Readonly<Record<string, number>> = {
      HUP: 1,
      INT: 2,
      QUIT: 3,
      ABRT: 6,
      KILL: 9,
      SEGV: 11,
      TERM: 15,
    };
    const status = 128 + (numbers[signal] ?? 0);
    throw new FlyError(`ssh shell: Process exited with status ${String(status)} from signal ${signal}`);
  }
  if (code !== 0) throw new FlyError(`ssh shell: Process exited with status ${String(code)}`);
}

/** A signal closes the session, and the remote process goes on. */
function replaceSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => {
      process.stderr.write(
        'Error: ssh shell: session forcibly closed; the remote process may still be running\n',
      );
      process.exit(1);
    });
  }
}

function terminalSize(): { columns: number; rows: number; term: string } {
  const { columns, rows } = process.stdout;
  return { columns: columns || 80, rows: rows || 40, term: process.env['TERM'] ?? 'xterm' };
}
