import type { StreamVerb, Verb } from '../flyctl.ts';
import { LogReader } from '../logs/reader.ts';
import { compareTimes, TimeReader } from '../logs/time.ts';
import type { LogEntry } from '../model.ts';

/** An app, or one of its machines. */
export interface LogTarget {
  readonly app: string;
  /** The machine's id. */
  readonly machine?: string;
}

/** While Fly has no line, flyctl asks again without end (contract of `logs --no-tail`): then there is none. */
const patienceMs = 5_000;

/** The log from its last page on. */
export function followLog(target: LogTarget): StreamVerb {
  return { args: ['logs', ...argsOf(target), '--json'], app: target.app };
}

/**
 * The last page of the log that Fly keeps, the oldest entry first. It fails with `timeout` when Fly has none.
 * Messages may hold secrets.
 */
export function recentLog(target: LogTarget): Verb<readonly LogEntry[]> {
  return {
    args: ['logs', ...argsOf(target), '--no-tail', '--json'],
    kind: 'read',
    ...target,
    deadlineMs: patienceMs,
    parse: ({ stdout }) => sorted(new LogReader().push(stdout).flat()),
  };
}

/** With a machine, flyctl ignores the region filter. */
function argsOf({ app, machine }: LogTarget): readonly string[] {
  return ['-a', app, ...(machine === undefined ? [] : ['--machine', machine])];
}

function sorted(entries: readonly LogEntry[]): readonly LogEntry[] {
  const times = new TimeReader();
  return entries
    .map((entry) => ({ entry, timestamp: entry.timestamp, time: times.read(entry.timestamp) }))
    .sort(compareTimes)
    .map(({ entry }) => entry);
}
