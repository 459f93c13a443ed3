import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import { calm } from '../calm.ts';

/** One activation in a fresh window. */
export interface Activation {
  /** Milliseconds in which the extension's code was loaded. */
  readonly loadMs: number;
  /** Milliseconds from the call of `activate()` until it settled. */
  readonly activateMs: number;
  /** Processes that the extension started meanwhile. */
  readonly spawns: number;
}

/** Activates the extension inside the extension host and appends an `Activation` to `OPENCLAW_BENCH_RESULTS`. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('openclaw-deployments.openclaw-deployments');
  if (!extension) throw new Error('The extension is not there.');
  if (extension.isActive) throw new Error('The extension is active before anything needs it.');
  await calm();
  const main = join(extension.extensionPath, 'dist', 'extension.mjs');
  const spawns = countSpawns(dirname(main));
  const times = timeActivation(main);
  await extension.activate();
  // What was started without waiting for it comes in a later turn of the event loop.
  await setImmediate();
  const activation: Activation = { ...(await times), spawns: spawns() };
  appendFileSync(process.env['OPENCLAW_BENCH_RESULTS'] ?? '', `${JSON.stringify(activation)}\n`);
}

/** What the module that takes the place of the extension's tells. */
type Report = Omit<Activation, 'spawns'>;

const reporter = 'openclawBenchReport';

/**
 * Gives VS Code a module in the place of the extension's, which loads that one and times it and its `activate`. What VS
 * Code itself measures is longer: it waits for other processes, and for what other extensions do at the same time.
 */
function timeActivation(main: string): Promise<Report> {
  const mainUrl = pathToFileURL(main).href;
  const timed = `
    const started = performance.now();
    const extension = await import(${JSON.stringify(`${mainUrl}?timed`)});
    const loadMs = performance.now() - started;
    export async function activate(context) {
      const called = performance.now();
      const result = await extension.activate(context);
      globalThis.${reporter}({ loadMs, activateMs: performance.now() - called });
      return result;
    }`;
  registerHooks({
    load: (url, context, next) =>
      url === mainUrl ? { format: 'module', source: timed, shortCircuit: true } : next(url, context),
  });
  return new Promise((resolve) => Object.assign(globalThis, { [reporter]: resolve }));
}

/**
 * Counts the processes that code in the folder starts. Other extensions run in the same process, so the stack has to say
 * whose a new process is.
 * @returns How many there were so far.
 */
function countSpawns(folder: string): () => number {
  let count = 0;
  Error.stackTraceLimit = 100;
  subscribe('child_process', () => {
    if (new Error().stack?.includes(folder)) count += 1;
  });
  return () => count;
}
