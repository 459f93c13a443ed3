import { sh } from '../remote/sh.ts';
import type { ScriptRecord } from './records.ts';
import type { LockFacts } from './lock-verdict.ts';

/**
 * The owner lease of 2026.9.5 and later: a row of OpenClaw's own database that a gateway renews every 30 seconds for five
 * minutes. It outlives a machine that was replaced, and a file cannot be deleted to end it.
 */
export interface OwnerLease {
  readonly pid: number;
  readonly hostname: string;
  /** Milliseconds since the epoch; until then another host's gateway is refused. */
  readonly expiresAtMs: number;
  /** Whether `hostname` is that of the machine: OpenClaw then ends the lease at once when its process has ended. */
  readonly isOfThisHost: boolean;
  /** Field 22 of `/proc/<pid>/stat`, if the gateway could read it. */
  readonly startTicks?: number;
}

/**
 * `owner_lease STATE`: the record that `parseLease` reads, or nothing when there is no lease or it cannot be read. Table
 * and payload are those of 2026.9.6 (`infra/gateway-owner-lease.ts`, `infra/state-lease-process-owner.ts`). A database
 * without a write-ahead log is opened as unchanging, since SQLite would make that log even for a reader.
 */
export const ownerLease = sh`
owner_lease() { node -e '
  const file = process.argv[1] + "/state/openclaw.sqlite";
  try {
    const url = require("url").pathToFileURL(file);
    if (!require("fs").existsSync(file + "-wal")) url.search = "?immutable=1";
    const { DatabaseSync } = require("node:sqlite");
    const database = new DatabaseSync(url, { readOnly: true, timeout: 1000 });
    const query = "SELECT payload_json, expires_at FROM state_leases WHERE scope = ? AND lease_key = ?";
    const row = database.prepare(query).get("gateway-owner", "global");
    const { pid, host, startedAt } = JSON.parse(row.payload_json).owner;
    const whose = host === require("os").hostname() ? "this" : "other";
    const name = Buffer.from(host).toString("base64");
    console.log(["lease", pid, name, row.expires_at, whose, startedAt ?? ""].join("\t"));
  } catch {}
' "$1" 2>/dev/null; }
`;

/** Reads the record of `owner_lease`; others are passed over. */
export function parseLease(records: readonly ScriptRecord[]): OwnerLease | undefined {
  const record = records.find(({ kind }) => kind === 'lease');
  if (!record) return undefined;
  return {
    pid: record.integer(0),
    hostname: record.decoded(1),
    expiresAtMs: record.integer(2),
    isOfThisHost: record.text(3) === 'this',
    ...(record.text(4) !== '' && { startTicks: record.integer(4) }),
  };
}

/**
 * How many milliseconds a gateway that starts now is refused because of the lease; 0 when it is not, or when a gateway
 * answers, whose lease it is. By OpenClaw's rule only a lease of the same host whose process is known to have ended goes
 * before its time.
 */
export function blockedByLeaseMs(lease: OwnerLease, facts: LockFacts): number {
  const leftMs = Math.max(0, lease.expiresAtMs - facts.nowMs);
  if (facts.answeringPort !== undefined) return 0;
  if (!lease.isOfThisHost || !facts.processesVisible) return leftMs;
  const process = facts.processes.get(lease.pid);
  if (!process || process.state === 'Z' || process.state === 'X') return 0;
  return lease.startTicks === undefined || lease.startTicks === process.startTicks ? leftMs : 0;
}
