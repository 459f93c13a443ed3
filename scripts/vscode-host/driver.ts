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

const actionDeadlineMs = 10_000;

const actions: Readonly<Record<string, (page: Page, parameters: Parameters) => Promise<unknown>>> = {
  async '/screenshot'(page, { name = 'screenshot' }) {
    const folder = join(resultsFolder, 'screenshots');
    mkdirSync(folder, { recursive: true });
    return page.screenshot({ path: join(folder, `${name}.png`) });
  },
  async '/press'(page, { keys = '' }) {
    return page.keyboard.press(keys);
  },
  async '/click'(page, { selector, text = '' }) {
    const target = selector === undefined ? page.getByText(text, { exact: true }) : page.locator(selector);
    return target.first().click({ timeout: actionDeadlineMs });
  },
};

/**
 * Starts the service on a free port.
 * @param print Called with what the test runner prints.
 */
export async function startDriver(print: (text: string) => void): Promise<Driver> {
  const answer = async (request: IncomingMessage): Promise<void> => {
    const parameters = readParameters(await json(request));
    if (request.url === '/print') return print(parameters['text'] ?? '');
    const action = actions[request.url ?? ''];
    if (!action || !driver.page) throw new Error(`Cannot do ${request.url}`);
    await action(driver.page, parameters);
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

function readParameters(body: unknown): Parameters {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
