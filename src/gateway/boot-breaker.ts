import type { LockFacts } from './lock-verdict.ts';
import type { ScriptRecord } from './records.ts';

/**
 * A PATTERN of `gateway_log`. After three unclean boots within five minutes a gateway starts without its channels. One of
 * 2026.9 starts them itself when five minutes have passed without another; older ones at a later restart.
 */
export const breakerPattern = 'restart-loop breaker (tripped|recovered)';

/** The clock of the log and that of the kernel may differ a little, and Linux counts starts in hundredths of a second. */
const slackMs = 5_000;
const tickMs = 10;

/**
 * Reads from the records of `gateway_log` whether the running gateway keeps its channels down; others are passed over.
 * @returns When it said so, in milliseconds since the epoch; nothing when it did not, when it has recovered, or when that
 * was another run of it.
 */
export function channelsDownSince(records: readonly ScriptRecord[], facts: LockFacts): number | undefined {
  const lines = records.filter(({ kind }) => kind === 'log');
  const last = lines.findLast((line) => /restart-loop breaker/.test(line.decoded(1)));
  if (!last?.decoded(1).includes('breaker tripped')) return undefined;
  const starts = facts.gateways.flatMap((pid) => facts.processes.get(pid)?.startTicks ?? []);
  if (starts.length === 0) return undefined;
  const startedMs = facts.bootMs + Math.min(...starts) * tickMs;
  return last.integer(0) >= startedMs - slackMs ? last.integer(0) : undefined;
}
