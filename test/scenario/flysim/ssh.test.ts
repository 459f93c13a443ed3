import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flysim, startFlysim } from '../../flysim/harness.ts';
import { flyctl, type Ran, type RunOptions } from './support/flyctl.ts';

const app = 'ssh-app';
let flysim: Flysim;
let machine: string;

beforeAll(async () => {
  flysim = await startFlysim();
  await flysim.createApp(app, { secrets: { TOKEN: 'hunter2' } });
  machine = await flysim.createMachine(app, { command: ['sleep', '1000'] });
  await flysim.waitForState(app, machine, 'started');
});
afterAll(() => flysim.stop());

function console(command: string, options?: RunOptions, ...flags: string[]): Promise<Ran> {
  return flyctl(
    flysim,
    ['ssh', 'console', '-a', app, '--machine', machine, ...flags, '-C', command],
    options,
  );
}

describe('ssh console', () => {
  it('runs the words of the command without a shell', async () => {
    const ran = await console(`echo a && echo "b  c" $HOME * > /tmp/x`);
    expect(ran).toMatchObject({ exitCode: 0, stdout: 'a && echo b  c $HOME * > /tmp/x\n' });
    expect(ran.stderr).toMatch(/^Connecting to fdaa:0:[\da-f:]+:2\.\.\.\n$/);
  });

  it('is silent on standard error with -q', async () => {
    expect(await console('true', {}, '-q')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('passes bytes and the end of input on, both ways and unchanged', async () => {
    const bytes = randomBytes(300_000);
    const ran = await console('sha256sum', { stdin: bytes }, '-q');
    const { createHash } = await import('node:crypto');
    expect(ran.stdout).toBe(`${createHash('sha256').update(bytes).digest('hex')}  -\n`);
  });

  it('takes a command line of 100 KiB', async () => {
    const ran = await console(`echo ${'x'.repeat(100_000)}`, {}, '-q');
    expect(ran.stdout).toHaveLength(100_001);
  });

  it('has input that can be opened by its name', async () => {
    const ran = await console(`sh -c 'cat /dev/stdin; echo also > /dev/stdout'`, { stdin: 'named ' }, '-q');
    expect(ran.stdout).toBe('named also\n');
  });

  it('keeps standard output and standard error apart', async () => {
    const ran = await console(`sh -c 'echo out; echo err >&2'`, {}, '-q');
    expect(ran).toEqual({ exitCode: 0, stdout: 'out\n', stderr: 'err\n' });
  });

  it.each([
    ['exit 3', 'Process exited with status 3'],
    ['kill -9 $$', 'Process exited with status 137 from signal KILL'],
    ['kill -TERM $$', 'Process exited with status 143 from signal TERM'],
  ])('ends with 1 after %s', async (script, words) => {
    expect(await console(`sh -c '${script}'`, {}, '-q')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `Error: ssh shell: ${words}\n`,
    });
  });

  it('has the machine environment', async () => {
    expect((await console(`sh -c 'echo $TOKEN $FLY_APP_NAME'`)).stdout).toBe(`hunter2 ${app}\n`);
  });

  it('does not wait for local input to end', async () => {
    const args = ['ssh', 'console', '-a', app, '--machine', machine, '-C', 'true'];
    const child = spawn(flysim.flyctl, args, { stdio: ['pipe', 'ignore', 'ignore'] });
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
  });

  it('gives a bare shell a terminal and warns about it', async () => {
    const ran = await console('sh', { stdin: 'stty size; exit 5\n' });
    expect(ran.stdout).toContain('\u001b[33mWARN\u001b[0m Allocating a pseudo-terminal');
    expect(ran.stdout).toContain('40 80\r\n');
    expect(ran.stderr).toContain('Error: ssh shell: Process exited with status 5');
  });

  it('leaves the remote process running when it is interrupted', async () => {
    const args = ['ssh', 'console', '-q', '-a', app, '-C', `sh -c 'echo ready; sleep 4321'`];
    const child = spawn(flysim.flyctl, args, { stdio: 'pipe' });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(stderr).toBe(
      'Error: ssh shell: session forcibly closed; the remote process may still be running\n',
    );
    expect((await console('ps -eo args')).stdout).toContain('sleep 4321');
  });

  it('refuses a user that is not there', async () => {
    const ran = await console('true', {}, '-u', 'mallory', '-q');
    expect(ran.stderr).toContain('Error: error connecting to SSH server: ssh: handshake failed');
  });
});

describe('the choice of the machine', () => {
  it('is told on standard output when there are several', async () => {
    const other = await flysim.createMachine(app, { command: ['sleep', '1000'], region: 'fra' });
    await flysim.waitForState(app, other, 'started');
    const any = await flyctl(flysim, ['ssh', 'console', '-q', '-a', app, '-C', 'echo hi']);
    expect(any.stdout).toBe(`No machine specified, using ${machine} in region iad\nhi\n`);
    const selected = await flyctl(flysim, [
      'ssh',
      'console',
      '-q',
      '-a',
      app,
      '-r',
      'fra',
      '-s',
      '-C',
      'hostname',
    ]);
    expect(selected.stdout).toContain(`Only one machine available, selecting ${other} in region fra\n`);
    const elsewhere = await flyctl(flysim, ['ssh', 'console', '-a', app, '-r', 'nrt', '-C', 'true']);
    expect(elsewhere.stderr).toBe(`Error: app ${app} has no VMs in region nrt\n`);
    await flyctl(flysim, ['machine', 'stop', other, '-a', app, '-w', '20s']);
    const stopped = await flyctl(flysim, ['ssh', 'console', '-a', app, '--machine', other, '-C', 'true']);
    expect(stopped.stderr).toBe(`Error: --machine="${other}" not found/started\n`);
  });
});

describe('machine exec', () => {
  function exec(command: string, ...flags: string[]): Promise<Ran> {
    return flyctl(flysim, ['machine', 'exec', machine, command, '-a', app, ...flags]);
  }

  it('ends with 0 whatever the command did, and prints its code first', async () => {
    expect(await exec(`sh -c 'echo out; echo err >&2; exit 4'`)).toEqual({
      exitCode: 0,
      stdout: 'Exit code: 4\nout\n',
      stderr: 'err\n',
    });
  });

  it('leaves empty fields out of its JSON', async () => {
    expect((await exec('true', '--json')).stdout).toBe('{}\n');
    const failed = await exec(`sh -c 'echo "<>" >&2; exit 4'`, '--json');
    expect(failed.stdout).toBe('{\n    "exit_code": 4,\n    "stderr": "\\u003c\\u003e\\n"\n}\n');
  });

  it('has no shell and no input', async () => {
    expect((await exec('echo a && echo b')).stdout).toBe('a && echo b\n');
    expect((await exec('wc -c')).stdout).toBe('0\n');
  });

  it('ends at its deadline', async () => {
    const ran = await exec('sleep 30', '--timeout', '1');
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toBe(
      `Error: could not exec command on machine ${machine}: failed to exec on VM ${machine}: deadline_exceeded\n`,
    );
  });
});
