import { build } from 'esbuild';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer } from '../../scripts/vscode-host/server.ts';
import { openWorkbench, type WorkbenchOptions } from '../../scripts/vscode-host/workbench.ts';
import { median, rounded, type Figures } from './figures.ts';
import type { Activation } from './host/activation.ts';

type ActivationFigures = Pick<Figures, 'activate_ms' | 'activate_spawns' | 'load_ms'>;

const windows = 5;

/** Activates the extension in several fresh windows of a real VS Code. */
export async function measureActivation(browser: Browser): Promise<ActivationFigures> {
  await using cleanUp = new AsyncDisposableStack();
  const testsPath = await bundleHostPart();
  const temporary = temporaryFolder('bench');
  cleanUp.defer(() => temporary.remove());
  const folder = join(temporary.path, 'workspace');
  mkdirSync(folder);
  const results = join(temporary.path, 'activations');
  const server = await startServer({ automated: true, env: { OPENCLAW_BENCH_RESULTS: results } });
  cleanUp.defer(() => server.stop());
  for (let count = 0; count < windows; count += 1) {
    await runInWindow(browser, { server, folder, extensionPath: root, testsPath });
  }
  return summary(readActivations(results));
}

/** @returns The path of the module that VS Code is to run. */
async function bundleHostPart(): Promise<string> {
  const outfile = join(root, 'out', 'test', 'bench', 'activation.js');
  await build({
    entryPoints: [join(import.meta.dirname, 'host', 'activation.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
  });
  return outfile;
}

async function runInWindow(browser: Browser, options: WorkbenchOptions): Promise<void> {
  const log: string[] = [];
  const { page, testsEnded } = await openWorkbench(browser, options, (_level, text) => log.push(text));
  const code = await testsEnded;
  await page.context().close();
  if (code !== 0) throw new Error(`The extension was not activated.\n${log.slice(-20).join('\n')}`);
}

function readActivations(file: string): Activation[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line): Activation => JSON.parse(line));
}

function summary(activations: readonly Activation[]): ActivationFigures {
  return {
    activate_ms: rounded(median(activations.map(({ activateMs }) => activateMs))),
    load_ms: rounded(median(activations.map(({ loadMs }) => loadMs))),
    activate_spawns: Math.max(...activations.map(({ spawns }) => spawns)),
  };
}
