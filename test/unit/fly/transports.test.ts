import { describe, expect, it } from 'vitest';
import { Failure, failureKinds, type FailureKind } from '../../../src/core/errors.ts';
import type { Flyctl, Verb } from '../../../src/fly/flyctl.ts';
import { machineExecTransport, sshConsoleTransport } from '../../../src/fly/transports.ts';

const request = { commandLine: "sh -c 'true'", deadlineMs: 5_000 };

/** Answers every verb with this output, or fails with this kind. */
function flyctl(answer: string | FailureKind, seen: Verb<unknown>[] = []): Flyctl {
  return {
    run: (verb) => {
      seen.push(verb);
      const kind = failureKinds.find((each) => each === answer);
      if (kind) return Promise.reject(new Failure(kind, { detail: 'why', facts: { app: 'a' } }));
      return Promise.resolve(verb.parse({ stdout: Buffer.from(answer), stderr: 'err', exitCode: 0 }));
    },
    stream: () => Promise.reject(new Failure('failed')),
  };
}

describe('the transport ssh console', () => {
  it('runs the command line on the machine, with standard input and signal', async () => {
    const seen: Verb<unknown>[] = [];
    const transport = sshConsoleTransport(flyctl('{}', seen), 'a', 'm');
    const stdin = Buffer.from('config');
    const reply = await transport.exec({ ...request, stdin, signal: new AbortController().signal });
    expect(Buffer.from(reply.stdout).toString()).toBe('{}');
    expect(Buffer.from(reply.stderr).toString()).toBe('err');
    expect(seen[0]).toMatchObject({ app: 'a', machine: 'm', stdin, deadlineMs: 5_000 });
    expect(transport).toMatchObject({ name: 'ssh console', takesStdin: true });
  });

  it.each(['tunnel', 'offline', 'rateLimited', 'timeout', 'unproven'] as const)(
    'passes %s on',
    async (kind) => {
      await expect(sshConsoleTransport(flyctl(kind), 'a', 'm').exec(request)).rejects.toMatchObject({ kind });
    },
  );
});

describe('the transport machine exec', () => {
  it('takes no standard input, nothing long and nothing large', async () => {
    const transport = machineExecTransport(flyctl('{"stdout": "out"}'), 'a', 'm');
    expect(transport).toMatchObject({ name: 'machine exec', takesStdin: false, maxMs: 20_000 });
    expect(transport.maxOutputBytes).toBeLessThan(2 * 1024 * 1024);
    expect(Buffer.from((await transport.exec(request)).stdout).toString()).toBe('out');
  });

  it.each(['offline', 'rateLimited'] as const)('does not promise after %s that nothing ran', async (kind) => {
    const run = machineExecTransport(flyctl(kind), 'a', 'm').exec(request);
    await expect(run).rejects.toMatchObject({ kind: 'unproven', detail: 'why', facts: { app: 'a' } });
  });

  it.each(['notLoggedIn', 'forbidden', 'notFound', 'timeout', 'cancelled', 'badOutput', 'failed'] as const)(
    'passes %s on',
    async (kind) => {
      await expect(machineExecTransport(flyctl(kind), 'a', 'm').exec(request)).rejects.toMatchObject({
        kind,
      });
    },
  );
});
