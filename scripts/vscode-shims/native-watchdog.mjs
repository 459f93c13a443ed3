/**
 * Stands in for `@vscode/native-watchdog`, which ends an extension host whose parent is gone even when its event loop
 * is blocked. The package ships as C++ source only; a worker thread does the same without a compiler.
 */
import { Worker } from 'node:worker_threads';

const watch = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    try {
      process.kill(workerData, 0);
    } catch (error) {
      if (error.code === 'ESRCH') process.kill(process.pid, 'SIGKILL');
    }
  }, 1000);
`;

let started = false;

/** @param {number} pid The process without which this one must not live. */
export function start(pid) {
  if (!Number.isInteger(pid)) throw new Error('Expected integer pid!');
  if (started) throw new Error('Can only monitor a single process!');
  started = true;
  new Worker(watch, { eval: true, workerData: pid }).unref();
}

/** `process.exit` is blocked in the extension host so that extensions cannot end it; this is what lies under it. */
export function exit(code) {
  process.reallyExit(code ?? 0);
}
