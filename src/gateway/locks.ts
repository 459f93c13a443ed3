import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import type { GatewayLocation } from './location.ts';
import { ownerLease } from './lease.ts';
import { parseLockOwner } from './lock-owner.ts';
import { judge, type Judgement, type LockFacts, type LockFile, type LockProcess } from './lock-verdict.ts';
import { type OtherLock, otherLocks, parseOtherLocks } from './other-locks.ts';
import { answersAsGateway, askPorts, parseProbes } from './probe.ts';
import { parseRecords, type ScriptRecord, unexpected } from './records.ts';
import { encode, gateways, sha256 } from './script-parts.ts';

/** A lock with what is thought of it. */
export type FoundLock = LockFile & Judgement;

export interface FoundLocks {
  readonly locks: readonly FoundLock[];
  /** Locks of other parts of OpenClaw, which can keep a gateway from working but are not its own. */
  readonly others: readonly OtherLock[];
  readonly facts: LockFacts;
}

/**
 * `survey_locks STATE "PORT…" TEMPDIR…`: the records that `parseLocks` and `parseLease` read, and those of `ask_health`.
 * Lists the locks of all layouts: under the folders for temporary files (up to 2026.7), in the state directory's own `tmp`
 * (from 2026.8.1), and where the deployment guide looked for them. The locks of SQLite beside them release themselves and
 * are left alone. Besides the given ports, those that locks name are asked.
 */
export const surveyLocks = sh`
${encode}
${sha256}
${gateways}
${askPorts}
${ownerLease}
${otherLocks}
survey_locks() (
  state=$1 ports=$2
  shift 2
  number() { head -c 4096 "$2" | sed -n "s/.*\"$1\": *\([0-9]\{1,9\}\).*/\1/p" | head -n 1; }
  lock() {
    printf 'lock\t%s\t' "$(text "$1")"
    printf '%s\t' $(stat -c '%u %Y' "$1")
    printf '%s\t%s\n' "$(sha256 "$1")" "$(head -c 4096 "$1" | encode)"
    pids="$pids $(number pid "$1")" ports="$ports $(number port "$1")"
  }
  look() { for file; do if [ -f "$file" ] && [ ! -L "$file" ]; then lock "$file"; fi; done; }
  process() {
    if is_gateway "$1"; then kind=gateway; else kind=process; fi
    set -- "$1" "$(encode < "/proc/$1/comm")" $(tr '\n' ' ' < "/proc/$1/stat" | sed 's/.*) //')
    printf '%s\t%s\t%s\t%s\t%s\n' "$kind" "$1" "$3" "\${22}" "$2"
  }

  told=$(owner_lease "$state"; other_locks "$state")
  printf '%s\n' "$told"
  pids="$(gateways) $(printf '%s\n' "$told" | cut -s -f 2)"
  look "$state"/gateway*.lock "$state"/tmp/openclaw/gateway*.lock "$state"/tmp/openclaw-*/gateway*.lock
  for folder; do look "$folder"/openclaw-*/gateway*.lock "$folder"/clawdbot-*/gateway*.lock; done
  for pid in $(printf '%s\n' $pids | sort -u); do
    if [ -r "/proc/$pid/stat" ]; then process "$pid"; fi
  done
  if [ -r /proc/1/stat ]; then echo visible; fi
  printf 'time\t%s\t%s\n' "$(date +%s)" "$(sed -n 's/^btime //p' /proc/stat)"
  ask_ports $ports
)
`;

const findScript = sh`
${surveyLocks}
survey_locks "$@"
`;

/**
 * Finds all locks that could keep a gateway from starting, and judges each.
 * @throws Failure of the shell.
 */
export async function findLocks(
  shell: RemoteShell,
  location: Pick<GatewayLocation, 'stateDir' | 'tempDirs' | 'ports'>,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<FoundLocks> {
  const { stdout } = await shell.run(findScript, {
    args: [location.stateDir, location.ports.join(' '), ...location.tempDirs],
    effect: 'read',
    deadlineMs: 20_000,
    signal: options.signal,
  });
  return parseLocks(parseRecords(stdout));
}

/**
 * Reads the records of `survey_locks`, and judges each lock; records of other pieces are passed over.
 * @throws Failure `badOutput`.
 */
export function parseLocks(records: readonly ScriptRecord[]): FoundLocks {
  const facts = parseFacts(records);
  // One folder may be reached in two ways.
  const locks = new Map(records.filter(({ kind }) => kind === 'lock').map(parseLock));
  return {
    facts,
    locks: [...locks.values()].map((lock) => ({ ...lock, ...judge(lock, facts) })),
    others: parseOtherLocks(records, facts),
  };
}

function parseLock(record: ScriptRecord): [string, LockFile] {
  const path = record.decoded(0);
  const owner = parseLockOwner(record.decoded(4));
  const lock = { path, uid: record.integer(1), mtimeMs: record.integer(2) * 1000, sha256: record.text(3) };
  return [path, { ...lock, ...(owner && { owner }) }];
}

function parseFacts(records: readonly ScriptRecord[]): LockFacts {
  const time = records.find(({ kind }) => kind === 'time');
  if (!time) throw unexpected(records.map(({ kind }) => kind).join(' '));
  const running = records.filter(({ kind }) => kind === 'gateway' || kind === 'process');
  const answering = parseProbes(records).find(answersAsGateway);
  return {
    nowMs: time.integer(0) * 1000,
    bootMs: time.integer(1) * 1000,
    processesVisible: records.some(({ kind }) => kind === 'visible'),
    processes: new Map(running.map(parseProcess)),
    gateways: running.filter(({ kind }) => kind === 'gateway').map((record) => record.integer(0)),
    ...(answering && { answeringPort: answering.port }),
  };
}

function parseProcess(record: ScriptRecord): [number, LockProcess] {
  const state = record.text(1);
  const name = record.decoded(3).trim();
  return [
    record.integer(0),
    { state, startTicks: record.integer(2), isGateway: record.kind === 'gateway', name },
  ];
}
