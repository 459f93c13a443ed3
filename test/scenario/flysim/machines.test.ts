import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Flysim, type MachineSpec, startFlysim } from '../../flysim/harness.ts';
import type { Machine, MachineEvent } from '../../flysim/model.ts';
import { flyctl, flyctlJson } from './support/flyctl.ts';

let flysim: Flysim;
let app: string;
let apps = 0;

beforeAll(async () => {
  flysim = await startFlysim();
});
afterAll(() => flysim.stop());
beforeEach(async () => {
  app = `machines-${String(++apps)}`;
  await flysim.createApp(app, { secrets: { TOKEN: 'first' } });
});

async function start(spec: MachineSpec): Promise<string> {
  const id = await flysim.createMachine(app, spec);
  await flysim.waitForState(app, id, 'started');
  return id;
}

async function machineOf(id: string): Promise<Machine> {
  const machines = await flyctlJson<Machine[]>(flysim, ['machine', 'list', '-a', app]);
  const machine = machines.find((each) => each.id === id);
  if (!machine) throw new Error(`no machine ${id}`);
  return machine;
}

function exits(machine: Machine): MachineEvent[] {
  return machine.events.filter(({ type }) => type === 'exit');
}

async function run(id: string, script: string): Promise<string> {
  const command = `sh -c '${script}'`;
  return (await flyctl(flysim, ['ssh', 'console', '-q', '-a', app, '--machine', id, '-C', command])).stdout;
}

/** The machine's own folder for temporary files, isolated or not. */
const tmp = '${TMPDIR:-/tmp}';
const idle = ['sh', '-c', 'exec sleep 1000'];

it('has the environment of its configuration, of deployed secrets and of Fly', async () => {
  const id = await start({
    command: idle,
    env: { COLOUR: 'green' },
    region: 'fra',
    volume: { name: 'data', path: '/data' },
  });
  const { private_ip: ip } = await machineOf(id);
  const script = 'echo "$COLOUR $TOKEN $FLY_APP_NAME $FLY_MACHINE_ID $FLY_REGION $FLY_PRIVATE_IP"';
  expect(await run(id, script)).toBe(`green first ${app} ${id} fra ${ip}\n`);
});

it('keeps its volume and loses everything else when it restarts', async () => {
  const id = await start({ command: idle, volume: { name: 'data', path: '/data', sizeGb: 3 } });
  const machine = await machineOf(id);
  const mount = machine.config.mounts?.[0];
  expect(mount).toMatchObject({ name: 'data', size_gb: 3, encrypted: true });
  const folder = flysim.volumeFolder(mount?.volume ?? '');
  writeFileSync(join(folder, 'kept'), 'seen');
  expect(await run(id, `cat ${mount?.path ?? ''}/kept; touch ${tmp}/lost; ls ${tmp}`)).toBe('seenlost\n');

  const ran = await flyctl(flysim, ['machine', 'restart', id, '-a', app]);
  expect(ran).toEqual({
    exitCode: 0,
    stdout: `Restarting machine ${id}\nNo health checks found\nMachine ${id} restarted successfully!\n`,
    stderr: '',
  });
  expect(await run(id, `cat ${mount?.path ?? ''}/kept; ls ${tmp}`)).toBe('seen');
});

it('answers to start and stop before the state has settled', async () => {
  const id = await start({ command: ['sh', '-c', 'trap "echo bye; exit 0" TERM; sleep 1000 & wait'] });
  const stop = await flyctl(flysim, ['machine', 'stop', id, '-a', app, '--signal', 'SIGTERM']);
  expect(stop.stdout).toBe(`Sending kill signal to machine ${id}...\n${id} has been successfully stopped\n`);
  await flysim.waitForState(app, id, 'stopped');
  const [exit] = exits(await machineOf(id));
  expect(exit).toMatchObject({
    status: 'stopped',
    source: 'flyd',
    request: { exit_event: { exit_code: 0, requested_stop: true, restarting: false, oom_killed: false } },
  });
  const logs = await flyctl(flysim, ['logs', '-a', app, '--no-tail']);
  expect(logs.stdout).toContain(']bye\n');

  const start2 = await flyctl(flysim, ['machine', 'start', id, '-a', app]);
  expect(start2.stdout).toBe(`${id} has been started\n`);
  await flysim.waitForState(app, id, 'started');
});

it('is killed when it does not stop in time', async () => {
  const id = await start({ command: ['sh', '-c', 'trap "" INT; while :; do sleep 0.1; done'] });
  await flyctl(flysim, ['machine', 'stop', id, '-a', app, '--timeout', '1', '-w', '20s']);
  const machine = await machineOf(id);
  expect(machine.state).toBe('stopped');
  expect(exits(machine)[0]?.request?.exit_event).toMatchObject({ exit_code: 137, guest_signal: 9 });
});

it('starts again when its main process is killed, and says so in events and log', async () => {
  const id = await start({ command: ['sh', '-c', `echo $$ > ${tmp}/pid; echo up as $$; sleep 1000`] });
  await run(id, `until kill -9 $(cat ${tmp}/pid); do sleep 0.1; done`);
  await vi.waitFor(async () => {
    const machine = await machineOf(id);
    expect(exits(machine)[0]?.request?.exit_event).toMatchObject({
      exit_code: 137,
      guest_signal: 9,
      requested_stop: false,
      restarting: true,
    });
    expect(machine.state).toBe('started');
  }, 10_000);
  const { stdout } = await flyctl(flysim, ['logs', '-a', app, '--no-tail', '--json']);
  expect(stdout.match(/"message": "up as/g)).toHaveLength(2);
  expect(stdout).toMatch(/"message": "machine exited with code 137 \(signal 9\)",[^}]*"Provider": "runner"/);
});

it.each([
  ['no', 1, 1],
  ['on-failure', 0, 1],
] as const)('with restart policy %s stays stopped after exit code %i', async (restartPolicy, code, count) => {
  const id = await flysim.createMachine(app, {
    command: ['sh', '-c', `exit ${String(code)}`],
    restartPolicy,
  });
  await flysim.waitForState(app, id, 'stopped');
  const machine = await machineOf(id);
  expect(exits(machine)).toHaveLength(count);
  expect(exits(machine)[0]?.request?.exit_event).toMatchObject({ exit_code: code, restarting: false });
});

it('gives up after ten retries', async () => {
  const id = await flysim.createMachine(app, { command: ['false'] });
  await flysim.waitForState(app, id, 'stopped');
  const machine = await machineOf(id);
  expect(exits(machine)[0]?.request).toMatchObject({ restart_count: 10, exit_event: { restarting: false } });
  const { stdout } = await flyctl(flysim, ['logs', '-a', app, '--no-tail']);
  expect(stdout).toContain('machine has reached its max restart count of 10');
}, 30_000);

it('goes on while its main process is a script that outlives the gateway', async () => {
  const id = await start({
    command: ['sh', '-c', `sleep 777 & echo $! > ${tmp}/gateway; wait; echo gateway is gone; sleep 1000`],
  });
  await run(id, `until kill -9 $(cat ${tmp}/gateway); do sleep 0.1; done`);
  await vi.waitFor(async () => {
    const { stdout } = await flyctl(flysim, ['logs', '-a', app, '--no-tail']);
    expect(stdout).toContain('gateway is gone');
  });
  expect((await machineOf(id)).state).toBe('started');
});

it('takes a new command and new variables with machine update', async () => {
  const id = await start({ command: idle });
  const before = await machineOf(id);
  const args = ['machine', 'update', id, '-a', app, '--command', "sh -c 'echo new words; sleep 1000'"];
  const asked = await flyctl(flysim, args);
  expect(asked.exitCode).toBe(1);
  expect(asked.stderr).toBe('Error: yes flag must be specified when not running interactively\n');

  const updated = await flyctl(flysim, [...args, '-y', '-e', 'A=1']);
  expect(updated.stdout).toContain(`Machine ${id} updated successfully!`);
  const after = await machineOf(id);
  expect(after.config.init.cmd).toEqual(['sh', '-c', 'echo new words; sleep 1000']);
  expect(after.config.env).toEqual({ A: '1' });
  expect(after.instance_id).not.toBe(before.instance_id);
  await flysim.waitForState(app, id, 'started');
});

it('is started by an update when it had given up', async () => {
  const id = await flysim.createMachine(app, { command: ['false'], restartPolicy: 'no' });
  await flysim.waitForState(app, id, 'stopped');
  const args = ['machine', 'update', id, '-a', app, '-y', '--command', 'sleep 1000'];
  await flyctl(flysim, [...args, '--skip-start']);
  expect((await machineOf(id)).state).toBe('stopped');
  await flyctl(flysim, args);
  expect((await machineOf(id)).state).toBe('started');
});

it('is described by status as text and as its configuration', async () => {
  const id = await start({ command: idle });
  const text = await flyctl(flysim, ['machine', 'status', id, '-a', app]);
  expect(text.stdout).toContain(`Machine ID: ${id}\n`);
  const config = await flyctl(flysim, ['machine', 'status', id, '-d', '-a', app]);
  expect(JSON.parse(config.stdout)).toMatchObject({ init: { cmd: idle } });
});

it('is found by its id when no app is named, and missed by name', async () => {
  const id = await start({ command: idle });
  expect((await flyctl(flysim, ['machine', 'status', id])).exitCode).toBe(0);
  const missing = await flyctl(flysim, ['machine', 'start', '00000000000000', '-a', app]);
  expect(missing.stderr).toBe(`Error: machine 00000000000000 was not found in app '${app}'\n`);
  const none = await flyctl(flysim, ['machine', 'start', '-a', app]);
  expect(none.stderr).toBe('Error: a machine ID must be specified when not running interactively\n');
});
