import { readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { blockedByLeaseMs, type OwnerLease, parseLease, ownerLease } from '../../../src/gateway/lease.ts';
import type { LockFacts, LockProcess } from '../../../src/gateway/lock-verdict.ts';
import { parseRecords } from '../../../src/gateway/records.ts';
import { sh } from '../../../src/remote/sh.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const expiresAtMs = 1_790_000_300_000;

/** A state directory with a database as OpenClaw 2026.9.6 makes it; it stays open, so that its log stays. */
function machineWithLease(owner: object): {
  readonly machine: MachineFolder;
  readonly database: DatabaseSync;
} {
  const machine = new MachineFolder();
  machine.addFolder("/it's %20 data/state");
  const database = new DatabaseSync(machine.path("/it's %20 data/state/openclaw.sqlite"));
  database.exec(`PRAGMA journal_mode = WAL;
    CREATE TABLE state_leases (
      scope TEXT NOT NULL, lease_key TEXT NOT NULL, owner TEXT NOT NULL, expires_at INTEGER, heartbeat_at INTEGER,
      payload_json TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, PRIMARY KEY (scope, lease_key)
    )`);
  const payload = JSON.stringify({ owner, port: 3000, mode: 'foreground', supervisor: null });
  database
    .prepare('INSERT INTO state_leases VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run('gateway-owner', 'global', 'd9b3a1d8', expiresAtMs, 1, payload, 1, 1);
  return { machine, database };
}

async function read(machine: MachineFolder): Promise<OwnerLease | undefined> {
  const script = sh`${ownerLease}
owner_lease "$1"`;
  const { stdout } = await machine
    .shell()
    .run(script, { args: [machine.path("/it's %20 data")], effect: 'read', deadlineMs: 20_000 });
  return parseLease(parseRecords(stdout));
}

describe('the owner lease', () => {
  test('of another host is read while its gateway writes', async () => {
    const { machine, database } = machineWithLease({ pid: 620, host: 'e286de4f', startedAt: 4711 });
    onTestFinished(() => database.close());
    expect(await read(machine)).toEqual({
      pid: 620,
      hostname: 'e286de4f',
      expiresAtMs,
      isOfThisHost: false,
      startTicks: 4711,
    });
  });

  test('of a database at rest is read without leaving files beside it', async () => {
    const { machine, database } = machineWithLease({ pid: 7, host: hostname(), startedAt: null });
    database.close();
    expect(await read(machine)).toEqual({ pid: 7, hostname: hostname(), expiresAtMs, isOfThisHost: true });
    expect(readdirSync(machine.path("/it's %20 data/state"))).toEqual(['openclaw.sqlite']);
  });

  test('is none without a database, in one of another program and with a payload of another shape', async () => {
    expect(await read(new MachineFolder())).toBeUndefined();
    const other = new MachineFolder();
    other.write("/it's %20 data/state/openclaw.sqlite", 'text');
    expect(await read(other)).toBeUndefined();
    const { machine, database } = machineWithLease({});
    database.close();
    expect(await read(machine)).toBeUndefined();
  });
});

describe('a lease', () => {
  const process: LockProcess = { state: 'S', startTicks: 4711, isGateway: true, name: 'node' };
  const here: OwnerLease = { pid: 620, hostname: 'a', expiresAtMs, isOfThisHost: true, startTicks: 4711 };
  const there: OwnerLease = { ...here, isOfThisHost: false };
  const left = 200_000;
  const facts = (running?: Partial<LockProcess>, more: Partial<LockFacts> = {}): LockFacts => ({
    nowMs: expiresAtMs - left,
    bootMs: 0,
    processesVisible: true,
    processes: new Map(running ? [[620, { ...process, ...running }]] : []),
    gateways: [],
    ...more,
  });

  test.each<[string, number, OwnerLease, LockFacts]>([
    ['of another host', left, there, facts()],
    ['of another host that has ended', 0, there, facts(undefined, { nowMs: expiresAtMs })],
    ['of the gateway that answers', 0, here, facts({}, { answeringPort: 3000 })],
    ['of a process of this host that is gone', 0, here, facts()],
    ['of a zombie', 0, here, facts({ state: 'Z' })],
    ['whose number another process has', 0, here, facts({ startTicks: 9 })],
    ['whose number and start time another process has', left, here, facts({})],
    ['without a start time', left, { pid: 620, hostname: 'a', expiresAtMs, isOfThisHost: true }, facts({})],
    ['of this host when processes cannot be seen', left, here, facts(undefined, { processesVisible: false })],
  ])('%s blocks for %i ms', (_, blockedMs, lease, known) => {
    expect(blockedByLeaseMs(lease, known)).toBe(blockedMs);
  });
});
