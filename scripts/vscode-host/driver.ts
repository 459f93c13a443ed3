import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { resultsFolder } from '../lib/project.mjs';

/** What tests inside the extension host may ask of the window around them. `test/host/driver.ts` is the other side. */
export interface Driver {
  /** Given to the extension host as `OPENCLAW_TEST_DRIVER`. */
  readonly url: string;
  /** The page to act on, once it is open. */
  page: Page | undefined;
  stop(): void;
}

type Parameters = Readonly<Record<string, string>>;

/**
 * Starts the service on a free port.
 * @param print Called with what the test runner prints.
 */
export async function startDriver(print: (text: string) => void): Promise<Driver> {
  const answer = async (request: IncomingMessage): Promise<void> => {
    const parameters = readParameters(await json(request));
    if (request.url === '/print') return print(parameters['text'] ?? '');
    if (request.url !== '/screenshot' || !driver.page) throw new Error(`Cannot do ${request.url}`);
    await takeScreenshot(driver.page, parameters['name'] ?? 'screenshot');
  };
  const server = createServer((request, response) => {
    answer(request).then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The driver has no port.');
  const driver: Driver = {
    url: `http://127.0.0.1:${address.port}`,
    page: undefined,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
  return driver;
}

async function takeScreenshot(page: Page, name: string): Promise<void> {
  const folder = join(resultsFolder, 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

function readParameters(body: unknown): Parameters {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
