import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** A server that only this computer reaches. */
export interface LoopbackServer {
  /** Its address without a path, e.g. `http://127.0.0.1:40123`. */
  readonly url: string;
  stop(): void;
}

/** Starts it on a free port. */
export async function startLoopbackServer(answer: RequestListener): Promise<LoopbackServer> {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
