import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FaultName, type Flysim, startFlysim } from '../../flysim/harness.ts';
import { flyctl, type Ran, type RunOptions } from './support/flyctl.ts';

const app = 'faulty';
let flysim: Flysim;
let machine: string;

beforeAll(async () => {
  flysim = await startFlysim();
  await flysim.createApp(app);
  machine = await flysim.createMachine(app, {
    command: ['sh', '-c', 'for n in 1 2 3; do echo line $n; done; sleep 1000'],
  });
  await flysim.waitForState(app, machine, 'started');
});
afterAll(() => flysim.stop());
afterEach(() => flysim.clearFaults());

function fly(...args: string[]): Promise<Ran> {
  return flyctl(flysim, [...args, '-a', app]);
}

function console(command: string, options?: RunOptions): Promise<Ran> {
  return flyctl(flysim, ['ssh', 'console', '-q', '-a', app, '-C', command], options);
}

describe('errors of the cloud', () => {
  it.each<[FaultName, string[], RegExp]>([
    [
      'not-logged-in',
      ['machine', 'list'],
      /^no access token available\. Please login with 'flyctl auth login'$/,
    ],
    [
      'app-not-found',
      ['machine', 'list'],
      /^failed to get app: failed to run query.*\}: Could not find App "faulty"$/,
    ],
    [
      'app-not-found',
      ['ssh', 'console', '-C', 'true'],
      /^get app: failed to run query.*Could not find App "faulty"$/,
    ],
    ['app-not-found', ['logs'], /^404 Not Found$/],
    [
      'forbidden',
      ['machine', 'list'],
      /^failed to list VMs: request returned non-2xx status: 403: Forbidden$/,
    ],
    ['forbidden', ['ips', 'list'], /^failed to run query.*\}: server returned a non-200 status code: 403$/],
    ['forbidden', ['logs'], /^403 Forbidden$/],
    [
      'rate-limited',
      ['status'],
      /^failed to list VMs: request returned non-2xx status: 429: Too Many Requests$/,
    ],
    [
      'rate-limited',
      ['ips', 'list'],
      /^failed to run query.*\}: server returned a non-200 status code: 429$/,
    ],
    ['rate-limited', ['logs'], /^429 Too Many Requests$/],
    [
      'offline',
      ['status'],
      /^failed to get app: failed to run query.*\}: Post "https:\/\/api\.fly\.io\/graphql": dial tcp: lookup api\.fly\.io: no such host$/,
    ],
    ['offline', ['logs'], /^Get "https:\/\/api\.fly\.io\/.*": dial tcp: lookup api\.fly\.io: no such host$/],
    [
      'tunnel-unavailable',
      ['ssh', 'console', '-C', 'true'],
      /^tunnel unavailable: Error contacting Fly\.io API when probing "personal": timed out \(context deadline exceeded\)$/,
    ],
    [
      'no-started-machine',
      ['ssh', 'console', '-C', 'true'],
      /^app faulty has no started VMs\.\nIt may be unhealthy or not have been deployed yet\.\nTry the following command to verify:\n\nfly status$/,
    ],
  ])('%s: %j', async (fault, args, words) => {
    await flysim.setFault(fault);
    const { exitCode, stdout, stderr } = await fly(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^Error: [^]*\n$/);
    expect(stderr.slice('Error: '.length, -1)).toMatch(words);
    await flysim.clearFaults();
    if (args[0] !== 'logs') expect((await fly(...args)).exitCode).toBe(0);
  });

  it('come as often as they are asked for, to the commands they are asked for', async () => {
    await flysim.setFault('rate-limited', { verb: 'machine list', times: 1 });
    expect((await fly('status')).exitCode).toBe(0);
    expect((await fly('machine', 'list')).exitCode).toBe(1);
    expect((await fly('machine', 'list')).exitCode).toBe(0);
  });
});

describe('time', () => {
  it('is longer with slow', async () => {
    await flysim.setFault('slow', { ms: 700 });
    const begun = performance.now();
    expect((await fly('status')).exitCode).toBe(0);
    expect(performance.now() - begun).toBeGreaterThan(700);
  });

  it('does not end with hang, until flyctl is killed', async () => {
    await flysim.setFault('hang', { verb: 'machine' });
    const child = spawn(flysim.flyctl, ['machine', 'list', '-a', app], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // Commands that began later have ended.
    expect((await fly('status')).exitCode).toBe(0);
    expect((await fly('status')).exitCode).toBe(0);
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    expect(await text(child.stdout)).toBe('');
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(127);
  });

  it('passes while a lease is held, and then the holder is named', async () => {
    await flysim.setFault('lease-held', { ms: 300 });
    const ran = await fly('machine', 'restart', machine);
    expect(ran).toMatchObject({ exitCode: 1, stdout: `Waiting on lease for machine ${machine}...\n` });
    expect(ran.stderr).toMatch(
      new RegExp(
        `^Error: failed to obtain lease: failed to get lease on VM ${machine}: machine ID ${machine} lease currently held by [\\da-f-]{36}@tokens\\.fly\\.io, expires at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\n$`,
      ),
    );
    const view = await fly('machine', 'leases', 'view', machine, '--json');
    expect(JSON.parse(view.stdout)).toMatchObject({
      [machine]: { status: 'success', data: { owner: expect.stringContaining('@tokens.fly.io') as string } },
    });
    expect((await fly('machine', 'leases', 'clear', machine)).stdout).toBe(
      `clearing lease for machine ${machine}\nLease(s) cleared\n`,
    );
    expect((await fly('machine', 'leases', 'view', machine, '--json')).stdout).toBe('{}\n');
    expect((await fly('machine', 'restart', machine)).exitCode).toBe(0);
  });
});

const lost = {
  exitCode: 1,
  stderr: 'Error: ssh shell: wait: remote command exited without exit status or exit signal\n',
};

describe('the connection of ssh console', () => {
  it('is cut after some bytes of standard input, and the remote sees their end', async () => {
    await flysim.setFault('cut-stdin', { bytes: 5, times: 1 });
    const target = '${TMPDIR:-/tmp}/received';
    const command = `sh -c 'cat > ${target}; echo done > ${target}.done'`;
    expect(await console(command, { stdin: 'hello world' })).toMatchObject({ ...lost, stdout: '' });
    await vi.waitFor(async () => {
      expect(await console(`sh -c 'cat ${target} ${target}.done'`)).toMatchObject({ stdout: 'hellodone\n' });
    });
  });

  it('is cut after some bytes of standard output', async () => {
    await flysim.setFault('cut-stdout', { bytes: 6 });
    expect(await console(`sh -c 'echo first; sleep 0.1; echo second'`)).toEqual({
      ...lost,
      stdout: 'first\n',
    });
  });

  it('loses the tail of standard output', async () => {
    await flysim.setFault('lost-tail', { bytes: 7 });
    expect(await console(`sh -c 'echo first; echo second'`)).toEqual({
      exitCode: 0,
      stdout: 'first\n',
      stderr: '',
    });
  });

  it('ends before the command was started, with success', async () => {
    await flysim.setFault('silent-exit', { times: 1 });
    const ran = '${TMPDIR:-/tmp}/ran';
    expect(await console(`sh -c 'touch ${ran}'`)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect((await console(`sh -c 'ls ${ran}'`)).exitCode).toBe(1);
  });

  it('ends with an error after success where handles are invalid', async () => {
    await flysim.setFault('windows-handle');
    expect(await console('echo fine')).toEqual({
      exitCode: 1,
      stdout: 'fine\n',
      stderr: 'Error: The handle is invalid.\n',
    });
    expect((await console('false')).stderr).toBe('Error: ssh shell: Process exited with status 1\n');
  });
});
