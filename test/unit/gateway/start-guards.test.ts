import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { channelsDownSince } from '../../../src/gateway/boot-breaker.ts';
import { parseRecords } from '../../../src/gateway/records.ts';
import { readStartGuards } from '../../../src/gateway/start-guards.ts';
import type { Clock } from '../../../src/gateway/wait-until-ready.ts';
import { logLine } from './log-lines.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

/** The boot of `MachineFolder`, in milliseconds; process 7 starts ten seconds after it. */
const bootMs = 1_700_000_000_000;

const tripped =
  'gateway restart-loop breaker tripped: 3 unclean boot(s) within 300000ms; suppressing channel/provider account auto-start.';
const recovered = 'gateway restart-loop breaker recovered; channel auto-start restored';

function machineWithState(gatewayRuns: boolean) {
  const machine = new MachineFolder();
  if (gatewayRuns) machine.addProcess({ pid: 7, command: ['openclaw-gateway'] });
  const location = { stateDir: machine.addFolder('/data'), tempDirs: [machine.path('/tmp')], ports: [] };
  const read = (onDelay?: () => void) => {
    const delays: number[] = [];
    const clock: Clock = {
      now: () => 0,
      delay: async (ms) => {
        delays.push(ms);
        onDelay?.();
      },
    };
    const guards = readStartGuards(machine.shell(), location, { clock });
    return guards.then((found) => ({ ...found, delays }));
  };
  return { machine, read };
}

function lockOf(pid: number, madeAtMs: number): string {
  return JSON.stringify({ pid, createdAt: new Date(madeAtMs).toISOString(), startTime: 1000 });
}

describe('the crash-loop breaker', () => {
  const startedMs = bootMs + 10_000;
  const gateway = { state: 'S', startTicks: 1000, isGateway: true, name: 'openclaw-gatewa' };
  const facts = { nowMs: bootMs, bootMs, processesVisible: true, processes: new Map([[7, gateway]]) };

  test.each<[string, readonly [string, number][], readonly number[], number | undefined]>([
    ['has tripped', [[tripped, 5_000]], [7], startedMs + 5_000],
    [
      'has recovered',
      [
        [tripped, 5_000],
        [recovered, 400_000],
      ],
      [7],
      undefined,
    ],
    [
      'has tripped again',
      [
        [recovered, 400_000],
        [tripped, 500_000],
      ],
      [7],
      startedMs + 500_000,
    ],
    ['had tripped in the run before', [[tripped, -60_000]], [7], undefined],
    ['is not asked without a gateway', [[tripped, 5_000]], [], undefined],
    ['is not told of', [['gateway ready', 5_000]], [7], undefined],
  ])('%s', (_, lines, gateways, downSince) => {
    const records = lines.map(
      ([text, ms]) => `log\t${startedMs + ms}\t${Buffer.from(text).toString('base64')}\n`,
    );
    expect(channelsDownSince(parseRecords(records.join('')), { ...facts, gateways })).toBe(downSince);
  });

  test('is told by the log of the gateway', async () => {
    const { machine, read } = machineWithState(true);
    machine.write('/tmp/openclaw/openclaw-2026-11-21.log', logLine('gateway', tripped, bootMs + 15_000));
    expect((await read()).channelsDownSince).toBe(bootMs + 15_000);
  });
});

describe('a stale lock', () => {
  const path = '/data/tmp/openclaw-1000/gateway.state.lock';

  test('of an owner that ended long ago is told at once', async () => {
    const { machine, read } = machineWithState(false);
    machine.write(path, lockOf(99, Date.now() - 3_600_000));
    const { locks, delays } = await read();
    expect(locks).toMatchObject([{ verdict: 'stale' }]);
    expect(delays).toEqual([]);
  });

  test('of an owner that just ended is looked at twice, since its next run may take it over', async () => {
    const { machine, read } = machineWithState(false);
    machine.write(path, lockOf(99, Date.now() - 10_000));
    const { locks, delays } = await read(() => {
      machine.addProcess({ pid: 7, command: ['openclaw-gateway'] });
      machine.write(path, lockOf(7, Date.now()));
    });
    expect(delays).toEqual([5_000]);
    expect(locks).toMatchObject([{ verdict: 'held', owner: { pid: 7 } }]);
  });

  test('is looked at twice while a gateway starts', async () => {
    const { machine, read } = machineWithState(true);
    machine.write(path, lockOf(99, Date.now() - 3_600_000));
    expect((await read()).delays).toEqual([5_000]);
  });
});

describe('an owner lease', () => {
  function plant(machine: MachineFolder, host: string): void {
    machine.addFolder('/data/state');
    const database = new DatabaseSync(machine.path('/data/state/openclaw.sqlite'));
    database.exec('CREATE TABLE state_leases (scope, lease_key, payload_json, expires_at)');
    const payload = JSON.stringify({ owner: { pid: 99, host, startedAt: 1 } });
    database
      .prepare('INSERT INTO state_leases VALUES (?, ?, ?, ?)')
      .run('gateway-owner', 'global', payload, Date.now() + 200_000);
    database.close();
  }

  test('of another host blocks', async () => {
    const { machine, read } = machineWithState(false);
    plant(machine, 'e286de4f');
    const { blocking } = await read();
    expect(blocking?.lease).toMatchObject({ pid: 99, hostname: 'e286de4f' });
    expect(blocking?.leftMs).toBeGreaterThan(150_000);
    expect(blocking?.leftMs).toBeLessThanOrEqual(201_000);
  });

  test('is none where none is', async () => {
    expect((await machineWithState(false).read()).blocking).toBeUndefined();
  });
});
