import { describe, expect, test, vi } from 'vitest';
import { Failure, type FailureKind } from '../../../src/core/errors.ts';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import type { ShellOptions } from '../../../src/remote/shell.ts';
import { type LocalOptions, localTransport } from './local-transport.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const read: ShellOptions = { effect: 'read', deadlineMs: 10_000 };
const write: ShellOptions = { effect: 'write', deadlineMs: 10_000 };

/** A shell that tries a transport with the given fault first and a good one second. */
function pair(fault: LocalOptions) {
  const first = localTransport({ name: 'first', ...fault });
  const second = localTransport({ name: 'second' });
  const lines: string[] = [];
  return { first, second, lines, shell: createRemoteShell([first, second], (line) => lines.push(line)) };
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (error instanceof Failure) return error;
  throw new Error(`No failure but ${JSON.stringify(error)}`);
}

describe('the result', () => {
  test('is what the script wrote, with its status and the transport', async () => {
    const { shell } = pair({ notices: 'No machine specified, using e1 in region ams\n' });
    const result = await shell.run('cat; echo "$1" >&2; exit 4', {
      ...read,
      args: ['ü'],
      stdin: Buffer.from('\uFEFFé'),
    });
    expect(result).toEqual({ stdout: '\uFEFFé', stderr: 'ü\n', status: 4, transport: 'first' });
  });

  test('the log tells the transport, the end and the time, and nothing of the content', async () => {
    const { shell, lines } = pair({ refuse: new Failure('tunnel', { detail: 'no tunnel' }) });
    await shell.run('echo secret', { ...read, args: ['secret'] });
    expect(lines).toEqual([
      expect.stringMatching(/^first: tunnel after \d+ ms$/),
      expect.stringMatching(/^second: status 0 after \d+ ms$/),
    ]);
  });
});

describe('the choice of a transport', () => {
  test.each<[string, LocalOptions, Partial<ShellOptions>]>([
    ['takes no standard input', { takesStdin: false }, { stdin: Buffer.from('x') }],
    ['is too short', { maxMs: 5_000 }, {}],
    ['carries too little', { maxOutputBytes: 1_000 }, {}],
    ['carries less than asked for', { maxOutputBytes: 100_000 }, { maxOutputBytes: 1_000_000 }],
  ])('passes over one that %s', async (_, limits, needs) => {
    const { shell, first } = pair(limits);
    expect((await shell.run('true', { ...read, ...needs })).transport).toBe('second');
    expect(first.calls).toBe(0);
  });

  test('fails when none can carry the request', async () => {
    const shell = createRemoteShell([localTransport({ takesStdin: false })]);
    const failure = await failureOf(shell.run('cat', { ...read, stdin: Buffer.from('x') }));
    expect(failure.kind).toBe('failed');
    expect(failure.detail).toContain('No way');
  });
});

describe('an unproven result', () => {
  const faults: [string, LocalOptions][] = [
    ['ends silently', { distort: () => Buffer.alloc(0) }],
    ['loses the tail', { distort: (stdout) => stdout.subarray(0, -3) }],
    ['cuts the output', { distort: (stdout) => stdout.subarray(0, 20) }],
  ];

  test.each(faults)('of a read is tried on the next transport when the first %s', async (_, fault) => {
    const { shell, first } = pair(fault);
    expect(await shell.run('echo yes', read)).toMatchObject({ stdout: 'yes\n', transport: 'second' });
    expect(first.calls).toBe(1);
  });

  test.each(faults)('of a write is told when the transport %s', async (_, fault) => {
    const { shell, second } = pair(fault);
    expect((await failureOf(shell.run('echo yes', write))).kind).toBe('unproven');
    expect(second.calls).toBe(0);
  });

  test('carries the words of the transport', async () => {
    const shell = createRemoteShell([localTransport({ distort: () => Buffer.alloc(0) })]);
    expect((await failureOf(shell.run('echo why >&2', write))).detail).toBe('why');
  });
});

describe('a failure of the transport', () => {
  test.each<[FailureKind, ShellOptions['effect'], boolean]>([
    ['tunnel', 'write', true],
    ['forbidden', 'write', true],
    ['failed', 'write', false],
    ['timeout', 'write', false],
    ['tunnel', 'read', true],
    ['failed', 'read', true],
    ['badOutput', 'read', true],
    ['timeout', 'read', true],
    ['notLoggedIn', 'read', false],
    ['noStartedMachine', 'read', false],
    ['rateLimited', 'read', false],
    ['cancelled', 'read', false],
  ])('%s of a %s: another is tried: %s', async (kind, effect, again) => {
    const { shell, second } = pair({ refuse: new Failure(kind) });
    const run = shell.run('true', { effect, deadlineMs: 10_000 });
    if (again) expect((await run).transport).toBe('second');
    else expect((await failureOf(run)).kind).toBe(kind);
    expect(second.calls).toBe(again ? 1 : 0);
  });

  test('the deadline is one for all attempts', async () => {
    const { shell, second } = pair({ hang: true });
    expect((await failureOf(shell.run('true', { effect: 'read', deadlineMs: 300 }))).kind).toBe('timeout');
    expect(second.calls).toBe(0);
  });

  test('an abort ends the run as cancelled, before and during it', async () => {
    const { shell, first } = pair({});
    expect((await failureOf(shell.run('true', { ...read, signal: AbortSignal.abort() }))).kind).toBe(
      'cancelled',
    );
    expect(first.calls).toBe(0);
    const signal = AbortSignal.timeout(100);
    expect((await failureOf(shell.run('sleep 30', { ...read, signal }))).kind).toBe('cancelled');
  });
});
