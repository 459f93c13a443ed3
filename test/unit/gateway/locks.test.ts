import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { clearLocks } from '../../../src/gateway/clear-locks.ts';
import { findLocks, type FoundLock } from '../../../src/gateway/locks.ts';
import { localTransport } from '../remote/local-transport.ts';
import { serve } from './fake-gateway.ts';
import { MachineFolder } from './machine-folder.ts';
import { pathWith } from './tools.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

/** The boot of `MachineFolder`, in milliseconds. */
const bootMs = 1_700_000_000_000;

function payload(pid: number, startTime = 1000, more: object = {}): string {
  return JSON.stringify(
    { pid, createdAt: new Date(bootMs + 60_000).toISOString(), startTime, ...more },
    null,
    2,
  );
}

function machineWithState() {
  const machine = new MachineFolder();
  const location = {
    stateDir: machine.addFolder("/it's data"),
    tempDirs: [machine.addFolder('/tmp')],
    ports: [],
  };
  const find = (ports: readonly number[] = []) => findLocks(machine.shell(), { ...location, ports });
  return { machine, find };
}

async function onlyLock(find: () => ReturnType<typeof findLocks>): Promise<FoundLock> {
  const { locks } = await find();
  const [lock] = locks;
  if (!lock || locks.length > 1) throw new Error(`${locks.length} locks`);
  return lock;
}

describe('finding locks', () => {
  test('finds those of every layout and leaves those of SQLite alone', async () => {
    const { machine, find } = machineWithState();
    const paths = [
      "/it's data/gateway.0a1b2c3d.lock",
      "/it's data/tmp/openclaw/gateway.0a1b2c3d.lock",
      "/it's data/tmp/openclaw-1000/gateway.0a1b2c3d.lock",
      "/it's data/tmp/openclaw-1000/gateway.state.lock",
      '/tmp/openclaw-1000/gateway.0a1b2c3d.lock',
      '/tmp/clawdbot-0/gateway.0a1b2c3d.lock',
    ].map((path) => machine.write(path, payload(99)));
    for (const path of paths) machine.write(path.slice(machine.root.length) + '.sqlite', '');
    machine.write("/it's data/tmp/openclaw-1000/device-identity.1.lock.sqlite", '');
    machine.write('/tmp/gateway.lock', 'of another program');
    symlinkSync('/etc/passwd', machine.path("/it's data/gateway.link.lock"));
    const { locks } = await find();
    expect(locks.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    expect(new Set(locks.map(({ verdict }) => verdict))).toEqual(new Set(['stale']));
  });

  test('tells what is known of a lock and its owner', async () => {
    const { machine, find } = machineWithState();
    const path = machine.write('/tmp/openclaw-0/gateway.1.lock', `${payload(620, 4711, { port: 1 })}   \t`);
    utimesSync(path, 1_790_000_000, 1_790_000_000);
    machine.addProcess({ pid: 620, command: ['openclaw-gateway'], startTicks: 4711, name: 'a) S 1 (b' });
    const { locks, facts } = await find();
    expect(locks).toMatchObject([
      {
        path,
        uid: process.getuid?.(),
        mtimeMs: 1_790_000_000_000,
        owner: { pid: 620, startTicks: 4711, createdAtMs: bootMs + 60_000, port: 1 },
        verdict: 'held',
      },
    ]);
    expect(facts).toMatchObject({
      bootMs,
      processesVisible: true,
      gateways: [620],
      processes: new Map([[620, { state: 'S', startTicks: 4711, isGateway: true, name: 'a) S 1 (b' }]]),
    });
    expect(Math.abs(facts.nowMs - Date.now())).toBeLessThan(5_000);
  });

  test.each<[string, object, string]>([
    ['another start time', { startTicks: 1 }, 'stale'],
    ['the state of a zombie', { state: 'Z' }, 'stale'],
    ['the title of another program', { command: ['nginx'] }, 'unknown'],
  ])('a process with %s', async (_, difference, verdict) => {
    const { machine, find } = machineWithState();
    machine.write('/tmp/openclaw-0/gateway.1.lock', payload(620));
    machine.addProcess({ pid: 620, command: ['openclaw-gateway'], ...difference });
    expect((await onlyLock(find)).verdict).toBe(verdict);
  });

  test('judges a lock of the last boot by whether a gateway answers on the port it names', async () => {
    const { machine, find } = machineWithState();
    const port = await serve({ '/healthz': { json: { ok: true } } });
    machine.addProcess({ pid: 620, command: ['openclaw-gateway'] });
    const createdAt = new Date(bootMs - 60_000).toISOString();
    machine.write('/tmp/openclaw-0/gateway.1.lock', payload(620, 1000, { createdAt }));
    expect((await onlyLock(find)).verdict).toBe('stale');
    machine.write('/tmp/openclaw-0/gateway.1.lock', payload(620, 1000, { createdAt, port }));
    expect((await onlyLock(find)).verdict).toBe('held');
  });

  test('judges nothing when processes are hidden', async () => {
    const { machine, find } = machineWithState();
    rmSync(machine.path('/proc/1'), { recursive: true });
    machine.write('/tmp/openclaw-0/gateway.1.lock', payload(620));
    expect((await onlyLock(find)).verdict).toBe('unknown');
  });

  test('finds nothing where nothing is', async () => {
    const machine = new MachineFolder();
    const nowhere = { stateDir: machine.path('/none'), tempDirs: [machine.path('/nor this')], ports: [] };
    expect((await findLocks(machine.shell(), nowhere)).locks).toEqual([]);
  });
});

describe('clearing locks', () => {
  async function staleLock() {
    const { machine, find } = machineWithState();
    const path = machine.write("/it's data/tmp/openclaw-1000/gateway.1.lock", payload(99));
    const lock = await onlyLock(find);
    return { machine, path, lock, folder: () => readdirSync(dirname(path)) };
  }

  test('puts a stale one where OpenClaw does not look', async () => {
    const { machine, path, lock, folder } = await staleLock();
    expect(await clearLocks(machine.shell(), [lock])).toEqual([{ path, outcome: 'removed', detail: '' }]);
    expect(folder()).toEqual([expect.stringMatching(/^gateway\.1\.lock\.cleared-\d+$/)]);
  });

  test('leaves one that changed or is gone', async () => {
    const { machine, path, lock, folder } = await staleLock();
    machine.write("/it's data/tmp/openclaw-1000/gateway.1.lock", payload(100));
    utimesSync(path, lock.mtimeMs / 1000, lock.mtimeMs / 1000);
    const gone = { ...lock, path: join(dirname(path), 'gateway.2.lock') };
    const cleared = await clearLocks(machine.shell(), [lock, gone]);
    expect(cleared.map(({ outcome }) => outcome)).toEqual(['changed', 'missing']);
    expect(folder()).toEqual(['gateway.1.lock']);
    expect(readFileSync(path, 'utf8')).toBe(payload(100));
  });

  test('leaves one that was written again with the same content', async () => {
    const { machine, path, lock } = await staleLock();
    utimesSync(path, 1_790_000_000, 1_790_000_000);
    expect(await clearLocks(machine.shell(), [lock])).toMatchObject([{ outcome: 'changed' }]);
    expect(existsSync(path)).toBe(true);
  });

  test.each(['held', 'unknown'] as const)(
    'refuses one that is %s without asking the machine',
    async (verdict) => {
      const { machine, path, lock } = await staleLock();
      const transport = localTransport();
      const cleared = await clearLocks(machine.shell(transport), [{ ...lock, verdict }]);
      expect(cleared).toEqual([{ path, outcome: 'refused', detail: '' }]);
      expect(transport.calls).toBe(0);
      expect(existsSync(path)).toBe(true);
    },
  );

  test('takes one that is held when it is asked for, and only the judged one', async () => {
    const { machine, path, lock, folder } = await staleLock();
    const held = { ...lock, verdict: 'held' } as const;
    machine.write(`${path.slice(machine.root.length)}.sqlite`, '');
    expect(
      await clearLocks(machine.shell(), [{ ...held, sha256: 'another' }], { evenInUse: true }),
    ).toMatchObject([{ outcome: 'changed' }]);
    expect(await clearLocks(machine.shell(), [held], { evenInUse: true })).toMatchObject([
      { outcome: 'removed' },
    ]);
    expect(folder()).toContain('gateway.1.lock.sqlite');
    expect(existsSync(path)).toBe(false);
  });

  test.each(['/data/openclaw.json', '/data/gateway.1.lock.sqlite', 'gateway.1.lock', '/data/gateway\n.lock'])(
    'refuses %j, which is no lock',
    async (path) => {
      const { machine, lock } = await staleLock();
      const transport = localTransport();
      const options = { evenInUse: true };
      expect(await clearLocks(machine.shell(transport), [{ ...lock, path }], options)).toMatchObject([
        { outcome: 'refused' },
      ]);
      expect(transport.calls).toBe(0);
    },
  );

  test('tells what the machine says when it fails', async () => {
    const { machine, path, lock } = await staleLock();
    const PATH = pathWith(machine, 'mv', 'echo "mv: Read-only file system" >&2; exit 1');
    const cleared = await clearLocks(machine.shell(localTransport({ env: { PATH } })), [lock]);
    expect(cleared).toEqual([{ path, outcome: 'failed', detail: 'mv: Read-only file system' }]);
  });

  test('sweeps those cleared more than a day ago', async () => {
    const { machine, path, lock, folder } = await staleLock();
    const old = `${path}.cleared-1`;
    utimesSync(machine.write(old.slice(machine.root.length), ''), 1_600_000_000, 1_600_000_000);
    machine.write(`${path.slice(machine.root.length)}.cleared-2`, '');
    await clearLocks(machine.shell(), [lock]);
    expect(folder()).not.toContain('gateway.1.lock.cleared-1');
    expect(folder()).toContain('gateway.1.lock.cleared-2');
  });
});
