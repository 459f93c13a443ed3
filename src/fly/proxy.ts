import * as l10n from '@vscode/l10n';
import { createServer } from 'node:net';
import type { Disposable } from '../core/disposable.ts';
import { Failure, toFailure } from '../core/errors.ts';
import { commandName } from './command.ts';
import type { Flyctl, FlyctlStream } from './flyctl.ts';
import { listeningPort, type ProxyTarget, runProxy } from './verbs/proxy.ts';

/** A running `flyctl proxy`. Disposing it ends flyctl. */
export interface Proxy extends Disposable {
  readonly app: string;
  readonly remotePort: number;
  /** Where it listens on 127.0.0.1. */
  readonly localPort: number;
  /** Resolves when it has ended, with the reason unless it was disposed. */
  readonly ended: Promise<Failure | undefined>;
}

/** flyctl starts its agent, up to 5 s, and builds a tunnel before it listens. */
const listenMs = 30_000;

/**
 * Starts a proxy and waits until it listens. That it listens says nothing of the other end: a connection that leads nowhere
 * is accepted and closed.
 * @throws Failure `timeout` after 30 s, and flyctl's own, e.g. for a port that is in use.
 */
export async function openProxy(flyctl: Flyctl, target: ProxyTarget, signal: AbortSignal): Promise<Proxy> {
  const { app, remotePort } = target;
  const verb = runProxy(target);
  const life = new AbortController();
  const late = AbortSignal.timeout(listenMs);
  const giveUp = (): void => life.abort();
  const limits = AbortSignal.any([signal, late]);
  limits.addEventListener('abort', giveUp, { once: true });
  if (limits.aborted) giveUp();
  try {
    const stream = await flyctl.stream(verb, { signal: life.signal });
    const localPort = await whenListening(stream);
    const ended = stream.ended.then(endedByItself, toFailure);
    return {
      ...{ app, remotePort, localPort },
      ended: ended.then((failure) => (failure.kind === 'cancelled' ? undefined : failure)),
      dispose: () => life.abort(),
    };
  } catch (error) {
    if (!late.aborted || signal.aborted) throw error;
    throw new Failure('timeout', { facts: { app, command: commandName(verb.args), afterMs: listenMs } });
  } finally {
    limits.removeEventListener('abort', giveUp);
  }
}

/**
 * The port when nothing on this computer listens on it, else 0, with which flyctl takes any. The proxy is on 127.0.0.1 only,
 * but a browser may try `localhost` as ::1 first and would meet another program there.
 */
export async function freePort(wanted: number): Promise<number> {
  const free = await Promise.all(['127.0.0.1', '::1'].map((host) => isFree(wanted, host)));
  return free.every(Boolean) ? wanted : 0;
}

/** A computer without IPv6 has nothing that listens there. */
function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error && error.code === 'EADDRNOTAVAIL'));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

async function whenListening({ stdout, ended }: FlyctlStream): Promise<number> {
  const chunks = stdout[Symbol.asyncIterator]();
  const decoder = new TextDecoder();
  let printed = '';
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    printed += decoder.decode(next.value, { stream: true });
    const port = listeningPort(printed);
    if (port === undefined) continue;
    void drain(chunks);
    return port;
  }
  await ended;
  throw endedByItself();
}

/** flyctl would wait for somebody who reads. */
async function drain(chunks: AsyncIterator<Uint8Array>): Promise<void> {
  while (!(await chunks.next()).done);
}

function endedByItself(): Failure {
  return new Failure('failed', { detail: l10n.t('flyctl ended the proxy without saying why.') });
}
