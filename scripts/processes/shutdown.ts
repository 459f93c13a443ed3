import { constants } from 'node:os';
import { ancestors, isRunning } from './ancestors.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const parentCheckMs = 500;

/**
 * Ends this process properly when a signal asks or when its parent is gone (a terminal that was closed, an npm that was
 * killed): `stop` runs once, to its end.
 */
export function onShutdown(stop: () => Promise<void>): void {
  let stopping = false;
  const shutDown = (code: number): void => {
    if (stopping) return;
    stopping = true;
    void stop().finally(() => process.exit(code));
  };
  for (const signal of signals) process.on(signal, () => shutDown(128 + constants.signals[signal]));
  const parents = ancestors();
  setInterval(() => {
    if (process.ppid !== parents[0] || !parents.every(isRunning)) shutDown(1);
  }, parentCheckMs).unref();
}
