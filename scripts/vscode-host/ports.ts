import { once } from 'node:events';
import { createServer } from 'node:http';

/** Leads a browser on this computer to ports of this computer. */
export interface PortRedirect {
  /** The address that leads to a port, with `{{port}}` for its number. */
  readonly template: string;
  stop(): void;
}

/**
 * VS Code in a browser takes every port for one that is reached through a server in front of it, by a path. There is none:
 * the path leads to the port itself, with what follows it.
 */
export async function startPortRedirect(): Promise<PortRedirect> {
  const server = createServer((request, response) => {
    const [, port, rest] = /^\/(\d+)(\/.*)$/.exec(request.url ?? '') ?? [];
    if (port === undefined) response.writeHead(404).end();
    else response.writeHead(302, { location: `http://localhost:${port}${rest}` }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    template: `http://127.0.0.1:${address.port}/{{port}}/`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
