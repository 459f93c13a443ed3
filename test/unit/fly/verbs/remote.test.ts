import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { machineExec, sshConsole } from '../../../../src/fly/verbs/remote.ts';
import { utf8 } from '../../../../src/fly/parse.ts';
import { output, printed } from './printed.ts';

const request = { commandLine: "sh -c 'echo hello'", deadlineMs: 12_345 };
const ssh = sshConsole('my-openclaw', 'd8916e2c431518', request);
const exec = machineExec('my-openclaw', 'd8916e2c431518', request);

/** The fixtures in which flyctl failed before its SSH session began. */
const beforeSession =
  /^(?:no-started-vms|no-vms-in-region|machine-not-started|no-token|bad-token-graphql|graphql-\d+|app-not-found|offline-graphql|offline-machines|tunnel-build|tunnel-probe|ssh-host-dns|ssh-certificate|ssh-refused|ssh-handshake)\.json$/;
const folder = new URL('../../../fixtures/flyctl/errors/', import.meta.url);
const early = readdirSync(folder).filter((file) => beforeSession.test(file));

describe('ssh console', () => {
  it('names app and machine, is quiet, and asks for no terminal', () => {
    expect(ssh.args).toEqual([
      ...['ssh', 'console', '-a', 'my-openclaw', '--machine', 'd8916e2c431518', '-q'],
      ...['-C', "sh -c 'echo hello'"],
    ]);
    expect(ssh).toMatchObject({ deadlineMs: 12_345, app: 'my-openclaw', machine: 'd8916e2c431518' });
  });

  it('passes standard input on', () => {
    const stdin = Uint8Array.of(1, 2, 3);
    expect(sshConsole('a', 'm', { ...request, stdin }).stdin).toBe(stdin);
  });

  it('is not taken for the same as another, nor does it wait for a change of the machine', () => {
    expect(ssh.kind).toBe('write');
    expect(ssh.lane).toBe('ssh d8916e2c431518');
  });

  it.each([
    ['the command failed', 'err\nError: ssh shell: Process exited with status 3\n', 'err\n'],
    ['it did not end its last line', 'errError: ssh shell: Process exited with status 3\n', 'err'],
    [
      'it was killed',
      'Error: ssh shell: Process exited with status 137 from signal KILL. Reason was: oom\n',
      '',
    ],
    ['Windows', 'err\nError: The handle is invalid.\n', 'err\nError: The handle is invalid.\n'],
    ['Windows in German', 'Error: Das Handle ist ungültig.\n', 'Error: Das Handle ist ungültig.\n'],
    [
      'the connection was lost',
      'Error: ssh shell: wait: remote command exited without exit status or exit signal\n',
      'Error: ssh shell: wait: remote command exited without exit status or exit signal\n',
    ],
  ])('gives back what was printed although flyctl failed: %s', (_name, stderr, expected) => {
    const failed = output('out\n', stderr, 1);
    expect(ssh.accepts?.(failed)).toBe(true);
    const reply = ssh.parse(failed);
    expect(utf8(reply.stdout)).toBe('out\n');
    expect(utf8(reply.stderr)).toBe(expected);
  });

  it('gives back bytes as they are', () => {
    const stdout = Uint8Array.of(0, 200, 255, 10);
    expect(ssh.parse({ stdout, stderr: '', exitCode: 0 }).stdout).toEqual(stdout);
  });

  it('has fixtures for failures before the session', () => {
    expect(early.length).toBeGreaterThanOrEqual(15);
  });

  it.each(early)('fails when flyctl did not get as far as the session: %s', (file) => {
    const { stderr }: { stderr: string } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    expect(ssh.accepts?.(output('', stderr, 1))).toBe(false);
    const notice = 'No container specified, using app\n';
    expect(ssh.accepts?.(output(notice, stderr, 1))).toBe(false);
  });

  it('does not believe that nothing ran when the command printed the words of such a failure', () => {
    const words = "Error: no access token available. Please login with 'flyctl auth login'\n";
    for (const end of [
      'Error: ssh shell: Process exited with status 1\n',
      'Error: The handle is invalid.\n',
    ]) {
      expect(ssh.accepts?.(output('', `${words}${end}`, 1))).toBe(true);
      expect(ssh.accepts?.(output('', `${words.trim()}${end}`, 1))).toBe(true);
    }
    expect(ssh.accepts?.(output('something ran', words, 1))).toBe(true);
  });

  it.each([2, 3, 126, 127])('takes exit code %d for a failure of flyctl', (exitCode) => {
    expect(ssh.accepts?.(output('out', '', exitCode))).toBe(false);
  });
});

describe('machine exec', () => {
  it('passes the command as one word after all flags, and its deadline in seconds', () => {
    expect(exec.args).toEqual([
      ...['machine', 'exec', '-a', 'my-openclaw', '--json', '--timeout', '12'],
      ...['d8916e2c431518', "sh -c 'echo hello'"],
    ]);
    expect(machineExec('a', 'm', { ...request, deadlineMs: 200 }).args).toContain('1');
  });

  it('reads what the command printed, whatever its status', () => {
    const reply = exec.parse(printed('machine-exec'));
    expect(utf8(reply.stdout)).toBe('outé\n');
    expect(utf8(reply.stderr)).toBe('err\n');
  });

  it('takes what is left out for nothing', () => {
    expect(exec.parse(output('{}\n'))).toEqual({ stdout: new Uint8Array(), stderr: new Uint8Array() });
  });

  it('refuses what is not an answer', () => {
    expect(() => exec.parse(output('Exit code: 3\n'))).toThrow(Failure);
    expect(exec.accepts).toBeUndefined();
  });
});
