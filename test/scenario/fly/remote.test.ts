import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toFailure } from '../../../src/core/errors.ts';
import { explain } from '../../../src/core/explain.ts';
import { machineExecTransport, sshConsoleTransport } from '../../../src/fly/transports.ts';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import type { RemoteShell, ShellOptions } from '../../../src/remote/shell.ts';
import type { FaultName } from '../../flysim/harness.ts';
import { app, type Fly, startFly } from './support.ts';

let fly: Fly;
let overSsh: RemoteShell;
let overExec: RemoteShell;
let overBoth: RemoteShell;

beforeAll(async () => {
  fly = await startFly();
  const ssh = sshConsoleTransport(fly.runner, app, fly.machine);
  const exec = machineExecTransport(fly.runner, app, fly.machine);
  overSsh = createRemoteShell([ssh]);
  overExec = createRemoteShell([exec]);
  overBoth = createRemoteShell([exec, ssh]);
});
afterAll(() => fly[Symbol.asyncDispose]());
afterEach(() => fly.flysim.clearFaults());

const read: ShellOptions = { effect: 'read', deadlineMs: 15_000 };
const write: ShellOptions = { effect: 'write', deadlineMs: 15_000 };

/** Adds one line to a file per run: shows how often a script ran. */
const count = 'echo once >> /tmp/count-$1; echo done';

async function timesRun(name: string): Promise<number> {
  const { stdout } = await overExec.run('cat /tmp/count-$1 2> /dev/null | wc -l', { ...read, args: [name] });
  return Number(stdout);
}

describe('a script on a machine', () => {
  it('is proven over either way, with its status', async () => {
    for (const shell of [overSsh, overExec]) {
      const result = await shell.run('echo "$1"; echo err >&2; exit 7', { ...read, args: ["it's"] });
      expect(result).toMatchObject({ stdout: "it's\n", stderr: 'err\n', status: 7 });
    }
  });

  it('takes the way that carries standard input', async () => {
    const stdin = Buffer.from('{ "gateway": {} }\n');
    const result = await overBoth.run('cat', { ...read, stdin });
    expect(result).toMatchObject({ stdout: stdin.toString(), transport: 'ssh console' });
    expect((await overBoth.run('true', read)).transport).toBe('machine exec');
  });
});

describe('a connection that breaks', () => {
  it.each<[FaultName, number]>([
    ['cut-stdout', 10],
    ['lost-tail', 10],
    ['silent-exit', 0],
  ])('%s: the result is not proven, and a write is not repeated', async (fault, bytes) => {
    await fly.flysim.setFault(fault, { bytes });
    const failure = await overSsh.run(count, { ...write, args: [fault] }).then(() => undefined, toFailure);
    expect(failure?.kind).toBe('unproven');
    expect(failure && explain(failure).sentence).toMatch(/may or may not have been done/);
    expect(await timesRun(fault)).toBe(fault === 'silent-exit' ? 0 : 1);
    await fly.expectNoProcess();
  });

  it('cut-stdin: the result is not proven, and what was there stays', async () => {
    await overExec.run('echo live > /tmp/live', write);
    await fly.flysim.setFault('cut-stdin', { bytes: 5 });
    const script = 'cat > /tmp/new && [ "$(wc -c < /tmp/new)" -eq "$1" ] && mv /tmp/new /tmp/live';
    const run = overSsh.run(script, { ...write, args: ['11'], stdin: Buffer.from('hello world') });
    await expect(run).rejects.toMatchObject({ kind: 'unproven' });
    expect((await overExec.run('cat /tmp/live', read)).stdout).toBe('live\n');
    await fly.expectNoProcess();
  });

  it('silent-exit: a read goes on over the other way', async () => {
    const ssh = sshConsoleTransport(fly.runner, app, fly.machine);
    const shell = createRemoteShell([ssh, machineExecTransport(fly.runner, app, fly.machine)]);
    await fly.flysim.setFault('silent-exit');
    expect(await shell.run('echo here', read)).toMatchObject({ stdout: 'here\n', transport: 'machine exec' });
  });

  it('windows-handle: a proven result is a result', async () => {
    await fly.flysim.setFault('windows-handle');
    expect(await overSsh.run('echo fine', read)).toMatchObject({ stdout: 'fine\n', status: 0 });
    expect(await overSsh.run('exit 4', read)).toMatchObject({ status: 4 });
  });

  it('tunnel-unavailable: nothing ran, so that a write may take the other way', async () => {
    const ssh = sshConsoleTransport(fly.runner, app, fly.machine);
    const shell = createRemoteShell([ssh, machineExecTransport(fly.runner, app, fly.machine)]);
    await fly.flysim.setFault('tunnel-unavailable');
    const result = await shell.run(count, { ...write, args: ['tunnel'] });
    expect(result).toMatchObject({ stdout: 'done\n', transport: 'machine exec' });
    expect(await timesRun('tunnel')).toBe(1);
    await expect(overSsh.run('true', write)).rejects.toMatchObject({ kind: 'tunnel' });
  });

  it('offline over the Machines API: flyctl may have tried before, so nothing is promised', async () => {
    await fly.flysim.setFault('offline');
    await expect(overExec.run('true', write)).rejects.toMatchObject({ kind: 'unproven' });
  });
});

describe('ending a script', () => {
  it('at its deadline leaves no flyctl behind', async () => {
    for (const shell of [overSsh, overExec]) {
      const run = shell.run('sleep 60', { ...write, deadlineMs: 1_500 });
      await expect(run).rejects.toMatchObject({ kind: 'timeout' });
      await fly.expectNoProcess();
    }
  });

  it('by a cancellation leaves no flyctl behind', async () => {
    const controller = new AbortController();
    const run = overSsh.run('echo started > /tmp/started; sleep 60', { ...write, signal: controller.signal });
    await expect
      .poll(async () => (await overExec.run('cat /tmp/started 2> /dev/null', read)).stdout, {
        timeout: 10_000,
      })
      .toBe('started\n');
    controller.abort();
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    await fly.expectNoProcess();
  });
});
