import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** An answer: JSON, or the page of a control UI, or none at all. */
export interface Answer {
  readonly status?: number;
  readonly json?: object;
  readonly silent?: boolean;
}

const page = '<!doctype html><html><head><meta charset="utf-8"><title>OpenClaw Control</title></head></html>';

/**
 * Serves the answers until the end of the test. Every other path gets the page of the control UI with status 200, as
 * from every version of OpenClaw.
 * @returns The port.
 */
export async function serve(answers: Readonly<Record<string, Answer>>, title = page): Promise<number> {
  const server = createServer((request, response) =>
    answer(response, answers[request.url ?? ''] ?? {}, title),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A TCP server's address is an object.
  return (server.address() as AddressInfo).port;
}

function answer(
  response: ServerResponse,
  { status = 200, json, silent = false }: Answer,
  html: string,
): void {
  if (silent) return;
  const type = json ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
  response.writeHead(status, { 'content-type': type }).end(json ? JSON.stringify(json) : html);
}

/** A port on which nothing listens right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
