import { Failure, type FailureKind, toFailure } from '../core/errors.ts';
import type { Transport } from '../remote/transport.ts';
import type { Flyctl } from './flyctl.ts';
import { machineExec, sshConsole } from './verbs/remote.ts';

const mebibyte = 1024 * 1024;

/**
 * `flyctl ssh console`: takes standard input and any output, and needs about 3.5 s to connect. Every error of its
 * session begins with `ssh shell:`, so all others came before it and the command did not start.
 */
export function sshConsoleTransport(flyctl: Flyctl, app: string, machine: string): Transport {
  return {
    name: 'ssh console',
    takesStdin: true,
    maxMs: 10 * 60_000,
    maxOutputBytes: 8 * mebibyte,
    exec: ({ signal, ...request }) => flyctl.run(sshConsole(app, machine, request), { signal }),
  };
}

/**
 * `flyctl machine exec`: about half a second per call, but Fly ends commands after some 30 s and cuts answers of more
 * than about 2 MiB (OpenRouterLabs/spawn#1623).
 */
export function machineExecTransport(flyctl: Flyctl, app: string, machine: string): Transport {
  return {
    name: 'machine exec',
    takesStdin: false,
    maxMs: 20_000,
    maxOutputBytes: 1.5 * mebibyte,
    exec: async ({ signal, ...request }) => {
      try {
        return await flyctl.run(machineExec(app, machine, request), { signal });
      } catch (error) {
        throw withoutPromise(toFailure(error));
      }
    },
  };
}

/**
 * flyctl sends a request again after a network error and after HTTP 502 and 503, this one too. These failures may be
 * about the repetition: the first attempt may have run the command.
 */
const repeatable: ReadonlySet<FailureKind> = new Set(['offline', 'rateLimited']);

function withoutPromise(failure: Failure): Failure {
  if (!repeatable.has(failure.kind)) return failure;
  return new Failure('unproven', { detail: failure.detail, facts: failure.facts, cause: failure });
}
