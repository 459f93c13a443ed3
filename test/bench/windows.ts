import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../scripts/lib/project.mjs';
import { temporaryFolder } from '../../scripts/processes/folder.ts';
import { startServer } from '../../scripts/vscode-host/server.ts';
import { openWorkbench, type WorkbenchOptions } from '../../scripts/vscode-host/workbench.ts';

export interface Measurement {
  /** A module in `host` that appends a line of JSON to `OPENCLAW_BENCH_RESULTS` when VS Code runs it. */
  readonly part: string;
  readonly windows: number;
  /** The workspace, by the paths of its files. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Measures in several fresh windows of a real VS Code, one after the other. @returns What each of them appended, parsed. */
export async function measureInWindows<T>(browser: Browser, measurement: Measurement): Promise<readonly T[]> {
  await using cleanUp = new AsyncDisposableStack();
  const testsPath = await bundleHostPart(measurement.part);
  const temporary = temporaryFolder('bench');
  cleanUp.defer(() => temporary.remove());
  const folder = join(temporary.path, 'workspace');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(measurement.files ?? {})) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const results = join(temporary.path, 'results');
  const server = await startServer({ automated: true, env: { OPENCLAW_BENCH_RESULTS: results } });
  cleanUp.defer(() => server.stop());
  for (let count = 0; count < measurement.windows; count += 1) {
    await runInWindow(browser, { server, folder, extensionPath: root, testsPath });
  }
  const lines = readFileSync(results, 'utf8').trimEnd().split('\n');
  return lines.map((line): T => JSON.parse(line));
}

/** @returns The path of the module that VS Code is to run. */
async function bundleHostPart(part: string): Promise<string> {
  const outfile = join(root, 'out', 'test', 'bench', `${part}.js`);
  await build({
    entryPoints: [join(import.meta.dirname, 'host', `${part}.ts`)],
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
  if (code !== 0) throw new Error(`Nothing was measured.\n${log.slice(-20).join('\n')}`);
}
