import { describe, expect, test } from 'vitest';
import { type LockOwner, parseLockOwner } from '../../../src/gateway/lock-owner.ts';
import { judge, type LockFacts, type LockFile, type LockProcess } from '../../../src/gateway/lock-verdict.ts';

const bootMs = Date.parse('2026-11-21T10:00:00Z');
const nowMs = bootMs + 3_600_000;

const owner: LockOwner = { pid: 620, role: 'gateway', startTicks: 5000, createdAtMs: bootMs + 60_000 };
const process: LockProcess = { state: 'S', startTicks: 5000, isGateway: true, name: 'openclaw-gatewa' };
const noStartTicks: LockOwner = { pid: 620, role: 'gateway', createdAtMs: bootMs + 60_000 };
const earlier = { createdAtMs: bootMs - 600_000 };

function lock(held: LockOwner | undefined, mtimeMs = bootMs + 60_000): LockFile {
  return {
    path: '/data/tmp/openclaw-1000/gateway.state.lock',
    uid: 1000,
    mtimeMs,
    sha256: '',
    ...(held && { owner: held }),
  };
}

function facts(running: Partial<LockProcess> | undefined, more: Partial<LockFacts> = {}): LockFacts {
  const processes = new Map(running ? [[620, { ...process, ...running }]] : []);
  return { nowMs, bootMs, processesVisible: true, processes, gateways: [], ...more };
}

describe('a lock', () => {
  test.each<[string, 'held' | 'stale' | 'unknown', LockOwner, LockFacts]>([
    ['of a process that is gone', 'stale', owner, facts(undefined)],
    [
      'of a process that is gone while another gateway runs',
      'stale',
      owner,
      facts(undefined, { gateways: [7] }),
    ],
    ['of a process that is a zombie', 'stale', owner, facts({ state: 'Z' })],
    ['whose number another process has', 'stale', owner, facts({ startTicks: 9000, isGateway: false })],
    ['whose number another gateway has', 'stale', owner, facts({ startTicks: 9000 })],
    ['of the running gateway', 'held', owner, facts({})],
    ['of the running gateway, answering', 'held', owner, facts({}, { answeringPort: 3000 })],
    ['of a gateway without a start time', 'held', noStartTicks, facts({})],
    ['of no gateway, without a start time', 'stale', noStartTicks, facts({ isGateway: false })],
    [
      'without a start time, older than the gateway that has its number',
      'stale',
      noStartTicks,
      facts({ startTicks: 9000 }),
    ],
    ['of a maintenance run', 'held', { ...owner, role: 'sqlite-maintenance' }, facts({ isGateway: false })],
    [
      'of a maintenance run without a start time',
      'unknown',
      { ...noStartTicks, role: 'x' },
      facts({ isGateway: false }),
    ],
    ['that a process fits which is no gateway', 'unknown', owner, facts({ isGateway: false })],
    ['of the last boot that fits a gateway now', 'stale', { ...owner, ...earlier }, facts({})],
    [
      'of the last boot that fits another process now',
      'stale',
      { ...owner, ...earlier },
      facts({ isGateway: false }),
    ],
    [
      'older than the boot of a gateway that answers',
      'held',
      { ...owner, ...earlier },
      facts({}, { answeringPort: 3000 }),
    ],
    [
      'made while the clock was still being set',
      'held',
      { ...owner, createdAtMs: bootMs - 2_000 },
      facts({}),
    ],
    ['when processes cannot be seen', 'unknown', owner, facts(undefined, { processesVisible: false })],
  ])('%s is %s', (_, verdict, held, known) => {
    expect(judge(lock(held), known).verdict).toBe(verdict);
  });

  test('without creation time counts from the change of the file', () => {
    const untimed: LockOwner = { pid: 620, role: 'gateway', startTicks: 5000 };
    expect(judge(lock(untimed, bootMs - 600_000), facts({})).verdict).toBe('stale');
    expect(judge(lock(untimed, bootMs + 60_000), facts({})).verdict).toBe('held');
  });

  test.each<['stale' | 'unknown', string, number, Partial<LockFacts>]>([
    ['stale', 'old', nowMs - 31_000, {}],
    ['unknown', 'fresh', nowMs - 29_000, {}],
    ['unknown', 'old, with a gateway running', nowMs - 31_000, { gateways: [7] }],
    ['unknown', 'old, with a gateway answering', nowMs - 31_000, { answeringPort: 3000 }],
    ['unknown', 'old, with processes hidden', nowMs - 31_000, { processesVisible: false }],
  ])('that cannot be read is %s when it is %s', (verdict, _, mtimeMs, known) => {
    expect(judge(lock(undefined, mtimeMs), facts(undefined, known)).verdict).toBe(verdict);
  });

  test('is judged with a reason that names the process', () => {
    expect(judge(lock(owner), facts({})).reason).toBe('The gateway that made it runs as process 620.');
    expect(judge(lock(owner), facts(undefined)).reason).toContain('Process 620');
    expect(judge(lock(owner), facts({ startTicks: 1, name: 'sleep' })).reason).toContain('(sleep)');
    // A gateway that finds its own number and start time in a lock stops (openclaw/openclaw#135133).
    expect(judge(lock({ ...owner, ...earlier }), facts(undefined)).reason).toContain(
      'before the machine started',
    );
  });
});

describe('the content of a lock', () => {
  test('of 2026.1.29', () => {
    const content =
      '{"pid":23869,"createdAt":"2026-11-21T10:00:00.000Z","configPath":"/data/openclaw.json","startTime":179012}';
    expect(parseLockOwner(content)).toEqual({
      pid: 23869,
      role: 'gateway',
      createdAtMs: bootMs,
      startTicks: 179012,
    });
  });

  test('of 2026.9.6, with the blanks behind it', () => {
    const payload = {
      pid: 620,
      ownerId: 'd9b3a1d8-7b8e-4d8f-9c53-2a4f0e9d7c11',
      cronOwnerProjection: 'dynamic-default-v1',
      createdAt: '2026-11-21T10:00:00.000Z',
      configPath: '/data/openclaw.json',
      stateDir: '/data',
      port: 3000,
      role: 'sqlite-maintenance',
      startTime: 5000,
    };
    expect(parseLockOwner(`${JSON.stringify(payload, null, 2)}${' \t'.repeat(125)}`)).toEqual({
      pid: 620,
      role: 'sqlite-maintenance',
      createdAtMs: bootMs,
      startTicks: 5000,
      port: 3000,
    });
  });

  test('of another part of OpenClaw', () => {
    expect(parseLockOwner('{"pid":7,"createdAtMs":1777458804809}', 'other')).toEqual({
      pid: 7,
      role: 'other',
      createdAtMs: 1777458804809,
    });
    expect(parseLockOwner('{"pid":8,"createdAt":"2026-11-21T10:00:00Z","starttime":46}', 'other')).toEqual({
      pid: 8,
      role: 'other',
      createdAtMs: bootMs,
      startTicks: 46,
    });
  });

  test.each(['', 'garbage', '{}', '{"pid":"7"}', '{"pid":0}', '[1]', 'null', '{"pid":7'])(
    '%j is none',
    (content) => {
      expect(parseLockOwner(content)).toBeUndefined();
    },
  );
});
