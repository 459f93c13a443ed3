import { type LoopbackServer, startLoopbackServer } from './loopback.ts';

/**
 * VS Code in a browser takes every port for one that is reached through a server in front of it, by a path. There is none:
 * at this one, `/PORT/…` leads to the port itself, with what follows it.
 */
export function startPortRedirect(): Promise<LoopbackServer> {
  return startLoopbackServer((request, response) => {
    const [, port, rest] = /^\/(\d+)(\/.*)$/.exec(request.url ?? '') ?? [];
    if (port === undefined) response.writeHead(404).end();
    else response.writeHead(302, { location: `http://localhost:${port}${rest}` }).end();
  });
}
