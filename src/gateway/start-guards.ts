import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { breakerPattern, channelsDownSince } from './boot-breaker.ts';
import { gatewayLog } from './gateway-log.ts';
import { blockedByLeaseMs, type OwnerLease, parseLease } from './lease.ts';
import type { GatewayLocation } from './location.ts';
import { type FoundLocks, parseLocks, surveyLocks } from './locks.ts';
import { parseRecords } from './records.ts';
import { type Clock, pause, systemClock } from './wait-until-ready.ts';

/** What can keep a gateway from starting, or its channels from working, although nothing is wrong with it. */
export interface StartGuards extends FoundLocks {
  /** A lease that refuses a gateway which starts now. */
  readonly blocking?: { readonly lease: OwnerLease; readonly leftMs: number };
  /** Since when the gateway that runs keeps its channels down, in milliseconds since the epoch. */
  readonly channelsDownSince?: number;
}

/** `$1` pattern for the log, `$2` state directory, `$3` ports in one word, then folders for temporary files. */
const guardsScript = sh`
${surveyLocks}
${gatewayLog}
pattern=$1
shift
survey_locks "$@"
shift 2
gateway_log 0 "$pattern" "$@"
`;

/** What a supervisor needs to start a gateway again, which then takes stale locks over by itself. */
const lingerMs = 5_000;
/** A gateway that did something so lately may just have been killed. */
const recentMs = 60_000;
/** How long a lease lasts that was just renewed. */
const leaseMs = 300_000;

interface GuardOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called before it waits five seconds to look again. */
  readonly onLinger?: (() => void) | undefined;
  readonly clock?: Clock;
}

/**
 * Finds locks, lease and the crash-loop breaker. When a lock is stale whose owner may just have been killed, it looks a
 * second time: a gateway that is started again meanwhile takes the lock over.
 * @throws Failure of the shell.
 */
export async function readStartGuards(
  shell: RemoteShell,
  location: Pick<GatewayLocation, 'stateDir' | 'tempDirs' | 'ports'>,
  { signal, onLinger, clock = systemClock }: GuardOptions = {},
): Promise<StartGuards> {
  const first = await read(shell, location, signal);
  if (!mayPass(first)) return first.guards;
  onLinger?.();
  await pause(clock, lingerMs, signal);
  return (await read(shell, location, signal)).guards;
}

interface Look {
  readonly guards: StartGuards;
  readonly lease: OwnerLease | undefined;
}

async function read(
  shell: RemoteShell,
  { stateDir, tempDirs, ports }: Pick<GatewayLocation, 'stateDir' | 'tempDirs' | 'ports'>,
  signal: AbortSignal | undefined,
): Promise<Look> {
  const { stdout } = await shell.run(guardsScript, {
    args: [breakerPattern, stateDir, ports.join(' '), ...tempDirs],
    effect: 'read',
    deadlineMs: 20_000,
    signal,
  });
  const records = parseRecords(stdout);
  const found = parseLocks(records);
  const lease = parseLease(records);
  const leftMs = lease ? blockedByLeaseMs(lease, found.facts) : 0;
  const downSince = channelsDownSince(records, found.facts);
  const guards = {
    ...found,
    ...(lease && leftMs > 0 && { blocking: { lease, leftMs } }),
    ...(downSince !== undefined && { channelsDownSince: downSince }),
  };
  return { guards, lease };
}

function mayPass({ guards: { locks, facts }, lease }: Look): boolean {
  const stale = locks.filter(({ verdict }) => verdict === 'stale');
  if (stale.length === 0 || facts.answeringPort !== undefined) return false;
  const wasAlive = (ms: number | undefined): boolean => ms !== undefined && facts.nowMs - ms < recentMs;
  return (
    facts.gateways.length > 0 ||
    stale.some(({ owner }) => wasAlive(owner?.createdAtMs)) ||
    (lease?.isOfThisHost === true && wasAlive(lease.expiresAtMs - leaseMs))
  );
}
