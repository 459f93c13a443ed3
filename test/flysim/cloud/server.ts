import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ApiProblem, CallName, TailRequest } from '../protocol.ts';
import type { ConditionBoard } from './conditions.ts';
import type { Fleet } from './fleet.ts';
import type { Handlers } from './handlers.ts';
import type { Logbook } from './logbook.ts';
import { Problem } from './problem.ts';
import { serveSession } from './sessions.ts';
import type { State } from './state.ts';

export interface CloudParts {
  readonly state: State;
  readonly fleet: Fleet;
  readonly logbook: Logbook;
  readonly board: ConditionBoard;
  readonly handlers: Handlers;
}

/**
 * The cloud over HTTP: `POST /call/NAME` with JSON parameters, `POST /tail` for a stream of log entries, and an
 * upgraded `GET /session` for SSH.
 */
export function createCloudServer(parts: CloudParts): Server {
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => sendProblem(response, error));
  });
  server.on('upgrade', (_request, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: session\r\n\r\n');
    serveSession(parts.state, parts.fleet, socket);
  });
  return server;
}

async function answer(parts: CloudParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parameters: unknown = JSON.parse(await readBody(request));
  if (request.url === '/tail') {
    tail(parts, parameters as TailRequest, response);
    return;
  }
  const name = (request.url ?? '').replace('/call/', '');
  if (!isCall(parts.handlers, name)) throw new Problem(404, `no such call: ${name}`);
  // The clients are of this package and send what `Calls` says.
  const handler = parts.handlers[name] as (parameters: unknown) => unknown;
  const result = await handler(parameters);
  response.end(JSON.stringify(result));
}

function tail({ state, logbook, board }: CloudParts, request: TailRequest, response: ServerResponse): void {
  state.app(request.app);
  response.flushHeaders();
  const unsubscribe = logbook.subscribe(request, request.after, (entry) =>
    response.write(`${JSON.stringify(entry)}\n`),
  );
  const ignore = board.subscribe(({ name }) => {
    if (name === 'log-stream-end') response.end();
  });
  response.once('close', () => {
    unsubscribe();
    ignore();
  });
}

function isCall(handlers: Handlers, name: string): name is CallName {
  return Object.hasOwn(handlers, name);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8') || '{}';
}

function sendProblem(response: ServerResponse, error: unknown): void {
  const problem: ApiProblem =
    error instanceof Problem
      ? { status: error.status, message: error.message }
      : { status: 500, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  response.statusCode = problem.status;
  response.end(JSON.stringify(problem));
}
