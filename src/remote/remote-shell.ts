import * as l10n from '@vscode/l10n';
import { Failure, type FailureKind, toFailure } from '../core/errors.ts';
import { type Envelope, seal } from './envelope.ts';
import type { RemoteShell, ShellOptions, ShellResult } from './shell.ts';
import type { Transport, TransportReply } from './transport.ts';

const defaultOutputBytes = 64 * 1024;

/** These kinds promise that the command did not start; see `Transport.exec`. */
const notStarted: ReadonlySet<FailureKind> = new Set([
  'untrusted',
  'notInstalled',
  'tunnel',
  'notLoggedIn',
  'forbidden',
  'notFound',
  'noStartedMachine',
  'offline',
  'rateLimited',
]);

/** After these another transport would fail in the same way, or the user wants no further attempt. */
const final: ReadonlySet<FailureKind> = new Set([
  'cancelled',
  'untrusted',
  'notInstalled',
  'notLoggedIn',
  'notFound',
  'noStartedMachine',
  'offline',
  'rateLimited',
]);

/** Whether a failure of this kind promises that nothing ran on the machine. */
export function neverStarted(failure: Failure): boolean {
  return notStarted.has(failure.kind);
}

/**
 * A shell on one machine over several transports, the preferred one first. Each call uses the first that can carry it
 * (standard input, deadline, size of the output) and goes on to the next when that is safe: a read after any failure
 * that may be the transport's own, a write only when it certainly did not start.
 * @param log Gets one line per attempt; no script, argument or output is in it.
 */
export function createRemoteShell(
  transports: readonly Transport[],
  log: (line: string) => void = () => undefined,
): RemoteShell {
  return {
    run: async (script, options) => {
      const envelope = seal(script, options.args);
      const endsAt = Date.now() + options.deadlineMs;
      let failure = new Failure('failed', {
        detail: l10n.t('No way to the machine can carry this request.'),
      });
      for (const transport of transports.filter((candidate) => canCarry(candidate, options))) {
        const startedAt = Date.now();
        const outcome = await attempt(transport, envelope, { ...options, deadlineMs: endsAt - startedAt });
        const told = outcome instanceof Failure ? outcome.kind : `status ${outcome.status}`;
        log(`${transport.name}: ${told} after ${Date.now() - startedAt} ms`);
        if (!(outcome instanceof Failure)) return outcome;
        failure = outcome;
        if (!mayTryNext(failure, options.effect) || Date.now() >= endsAt) break;
      }
      throw failure;
    },
  };
}

function canCarry(transport: Transport, options: ShellOptions): boolean {
  return (
    (transport.takesStdin || options.stdin === undefined) &&
    options.deadlineMs <= transport.maxMs &&
    (options.maxOutputBytes ?? defaultOutputBytes) <= transport.maxOutputBytes
  );
}

function mayTryNext(failure: Failure, effect: ShellOptions['effect']): boolean {
  return !final.has(failure.kind) && (effect === 'read' || neverStarted(failure));
}

async function attempt(
  transport: Transport,
  envelope: Envelope,
  options: ShellOptions,
): Promise<ShellResult | Failure> {
  try {
    options.signal?.throwIfAborted();
    const { deadlineMs, signal, stdin } = options;
    const request = { commandLine: envelope.commandLine, deadlineMs, signal, ...(stdin && { stdin }) };
    return prove(envelope, await transport.exec(request), transport.name);
  } catch (error) {
    return options.signal?.aborted ? new Failure('cancelled', { cause: error }) : toFailure(error);
  }
}

function prove(envelope: Envelope, reply: TransportReply, transport: string): ShellResult {
  const stderr = utf8(reply.stderr);
  const opened = envelope.open(reply.stdout);
  if (!opened) throw new Failure('unproven', { detail: stderr.trim() });
  return { stdout: utf8(opened.stdout), stderr, status: opened.status, transport };
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
