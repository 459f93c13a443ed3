import type { StreamVerb } from '../flyctl.ts';

/** A port of an app's machines and the port of this computer that is to lead there. */
export interface ProxyTarget {
  readonly app: string;
  readonly remotePort: number;
  /** 0 for any that is free. */
  readonly localPort: number;
}

/**
 * Forwards a port of this computer, reachable from nowhere else, to the app's machines through their private network. It
 * ends when its standard input is closed.
 */
export function runProxy({ app, remotePort, localPort }: ProxyTarget): StreamVerb {
  return {
    args: ['proxy', `${localPort}:${remotePort}`, '-a', app, '--bind-addr', '127.0.0.1', '--watch-stdin'],
    app,
    holdsStdin: true,
  };
}

/** The local port that flyctl tells when it listens; `undefined` before. */
export function listeningPort(printed: string): number | undefined {
  const port = /^Proxying localhost:(\d+) to remote /m.exec(printed)?.[1];
  return port === undefined ? undefined : Number(port);
}
