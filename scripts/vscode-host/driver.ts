import { mkdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { resultsFolder } from '../lib/project.mjs';
import { type LoopbackServer, startLoopbackServer } from './loopback.ts';

/**
 * What tests inside the extension host may ask of the window around them, to which its `url` is given as
 * `OPENCLAW_TEST_DRIVER`. `test/host/driver.ts` is the other side.
 */
export interface Driver extends LoopbackServer {
  /** The page to act on, once it is open. */
  page: Page | undefined;
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
  const server = await startLoopbackServer((request, response) => {
    answer(request).then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const driver: Driver = { ...server, page: undefined };
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
