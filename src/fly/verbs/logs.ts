import type { Verb } from '../flyctl.ts';
import { compareTimestamps } from '../logs/order.ts';
import { LogReader } from '../logs/reader.ts';
import type { LogEntry } from '../model.ts';

/** While Fly has no line, flyctl asks again without end (contract of `logs --no-tail`): then there is none. */
const patienceMs = 5_000;

/**
 * The last page of the log that Fly keeps of a machine, the oldest entry first. It fails with `timeout` when Fly has none.
 * Messages may hold secrets.
 */
export function recentLog(app: string, machine: string): Verb<readonly LogEntry[]> {
  return {
    args: ['logs', '-a', app, '--machine', machine, '--no-tail', '--json'],
    kind: 'read',
    app,
    machine,
    deadlineMs: patienceMs,
    parse: ({ stdout }) =>
      new LogReader().push(stdout).sort((one, other) => compareTimestamps(one.timestamp, other.timestamp)),
  };
}
