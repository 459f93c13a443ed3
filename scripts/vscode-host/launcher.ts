/**
 * Understands the arguments with which `@vscode/test-electron` starts desktop VS Code, runs the tests inside the VS
 * Code that npm carries, shown by a headless browser, and ends with their result.
 */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { resultsFolder } from '../lib/project.mjs';
import { onShutdown } from '../processes/shutdown.ts';
import { launchBrowser } from './browser.ts';
import { startDriver } from './driver.ts';
import { startServer } from './server.ts';
import { openWorkbench, type WorkbenchOptions } from './workbench.ts';

const logFile = join(resultsFolder, 'host-workbench.log');

/** Undone in the reverse order, whatever ends the run. */
const cleanUps: (() => unknown)[] = [];

async function cleanUp(): Promise<void> {
  for (const undo of cleanUps.splice(0).reverse()) await undo();
}

function readArguments(): Omit<WorkbenchOptions, 'server'> & {
  userDataDir?: string;
  extensionsDir?: string;
} {
  const { values, positionals } = parseArgs({
    // Arguments for desktop VS Code only, like `--no-sandbox`, have no meaning here.
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'extensions-dir': { type: 'string' },
      'folder-uri': { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  const value = (name: string): string | undefined => {
    const given = values[name];
    return typeof given === 'string' ? given : undefined;
  };
  const uri = value('folder-uri');
  const defined = Object.entries({
    folder: uri === undefined ? positionals[0] : fileURLToPath(uri),
    extensionPath: value('extensionDevelopmentPath'),
    testsPath: value('extensionTestsPath'),
    userDataDir: value('user-data-dir'),
    extensionsDir: value('extensions-dir'),
  }).filter(([, text]) => text !== undefined);
  return Object.fromEntries(defined);
}

function logToFile(level: string, text: string): void {
  appendFileSync(logFile, `[${level}] ${text}\n`);
}

/** @returns the exit code that the test run asks for. */
async function runTests(): Promise<number> {
  const { userDataDir, extensionsDir, ...workbench } = readArguments();
  const driver = await startDriver((text) => process.stdout.write(`${text}\n`));
  cleanUps.push(() => driver.stop());
  const server = await startServer({
    automated: true,
    ...(userDataDir === undefined ? {} : { userDataDir }),
    ...(extensionsDir === undefined ? {} : { extensionsDir }),
    env: { OPENCLAW_TEST_DRIVER: driver.url },
  });
  cleanUps.push(() => server.stop());
  const browser = await launchBrowser();
  cleanUps.push(() => browser.close());
  const serverEnded = server.ended.then(() => {
    throw new Error(`VS Code's server ended in the middle of the run.\n${server.logTail()}`);
  });
  const { page, testsEnded } = await openWorkbench(browser, { server, ...workbench }, logToFile);
  driver.page = page;
  return Promise.race([testsEnded, serverEnded]);
}

onShutdown(cleanUp);
mkdirSync(dirname(logFile), { recursive: true });
rmSync(logFile, { force: true });
try {
  process.exitCode = await runTests();
  if (process.exitCode !== 0) console.error(`The log of the workbench is in ${logFile}`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
process.exit();
