import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
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
  const main = join(extension.extensionPath, 'dist', 'extension.js');
  const spawns = countSpawns(dirname(main));
  const times = timeActivation(main);
  await extension.activate();
  // What was started without waiting for it comes in a later turn of the event loop.
  await setImmediate();
  const activation: Activation = { ...(await times), spawns: spawns() };
  appendFileSync(process.env['OPENCLAW_BENCH_RESULTS'] ?? '', `${JSON.stringify(activation)}\n`);
}

interface ExtensionModule {
  activate(context: vscode.ExtensionContext): unknown;
}

/**
 * Loads the module before VS Code does, and gives VS Code one whose `activate` is timed. A call of VS Code's own takes
 * longer: it waits for other processes, and for what other extensions do at the same time.
 */
function timeActivation(main: string): Promise<Omit<Activation, 'spawns'>> {
  const require = createRequire(main);
  const started = performance.now();
  const module: ExtensionModule = require(main);
  const loadMs = performance.now() - started;
  return new Promise((resolve) => {
    const activate = async (context: vscode.ExtensionContext): Promise<unknown> => {
      const called = performance.now();
      const result = await module.activate(context);
      resolve({ loadMs, activateMs: performance.now() - called });
      return result;
    };
    Object.assign(require.cache[main] ?? {}, { exports: { ...module, activate } });
  });
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
