import { describe, expect, test } from 'vitest';
import type { OwnerLease } from '../../../src/gateway/lease.ts';
import { waitForLease } from '../../../src/gateway/lease-wait.ts';
import type { StartGuards } from '../../../src/gateway/start-guards.ts';
import type { Clock } from '../../../src/gateway/wait-until-ready.ts';

const lease: OwnerLease = { pid: 620, hostname: 'e286de4f', expiresAtMs: 1_000_000, isOfThisHost: false };
const facts = { nowMs: 0, bootMs: 0, processesVisible: true, processes: new Map(), gateways: [] };
const free: StartGuards = { locks: [], others: [], facts };

function fakeClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    delay: async (ms, signal) => {
      signal?.throwIfAborted();
      now += ms;
    },
  };
}

describe('waiting for a lease to end', () => {
  test('tells each second how long it takes, and looks when it is over', async () => {
    const told: number[] = [];
    const clock = fakeClock();
    const looks: number[] = [];
    const read = async () => {
      looks.push(clock.now());
      return free;
    };
    const options = { clock, onRemaining: (ms: number) => told.push(ms) };
    expect(await waitForLease({ lease, leftMs: 2_500 }, read, options)).toEqual({ guards: free });
    expect(told).toEqual([3_500, 2_500, 1_500, 500]);
    expect(looks).toEqual([3_500]);
  });

  test('tells a lease that its gateway goes on renewing', async () => {
    const later = { ...lease, expiresAtMs: lease.expiresAtMs + 30_000 };
    const guards = { ...free, blocking: { lease: later, leftMs: 29_000 } };
    const waited = await waitForLease({ lease, leftMs: 1_000 }, async () => guards, { clock: fakeClock() });
    expect(waited.renewed).toEqual(later);
  });

  test('ends with nothing when the machine has stopped', async () => {
    const waiting = waitForLease({ lease, leftMs: 1_000 }, async () => undefined, { clock: fakeClock() });
    expect(await waiting).toEqual({ guards: undefined });
  });

  test('ends when it is cancelled', async () => {
    const options = { clock: fakeClock(), signal: AbortSignal.abort() };
    const waiting = waitForLease({ lease, leftMs: 60_000 }, async () => free, options);
    await expect(waiting).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
