import { describe, expect, test } from 'vitest';
import { Failure, type FailureKind } from '../../../src/core/errors.ts';
import type { Health } from '../../../src/gateway/health.ts';
import { type Clock, waitUntilReady } from '../../../src/gateway/wait-until-ready.ts';

const down: Health = { state: 'down', detail: 'No gateway runs.', failing: [] };
const starting: Health = { state: 'starting', detail: 'It starts.', failing: [] };
const ready: Health = { state: 'ready', detail: 'It answers.', failing: [], port: 3000 };

/** A clock that only delays move. */
function fakeClock(): Clock & { readonly delays: number[] } {
  const delays: number[] = [];
  return {
    delays,
    now: () => delays.reduce((sum, ms) => sum + ms, 0),
    delay: async (ms, signal) => {
      signal?.throwIfAborted();
      delays.push(ms);
    },
  };
}

/** Probes that end in turn as told; the last one stays. */
function probes(...outcomes: (Health | Failure)[]): () => Promise<Health> {
  let next = 0;
  return async () => {
    const outcome = outcomes[Math.min(next, outcomes.length - 1)] ?? down;
    next += 1;
    if (outcome instanceof Failure) throw outcome;
    return outcome;
  };
}

describe('waiting for a gateway', () => {
  test('ends when it is ready and tells each change once', async () => {
    const clock = fakeClock();
    const told: string[] = [];
    const health = await waitUntilReady(probes(down, starting, starting, ready), {
      clock,
      intervalMs: 2_000,
      onState: ({ state }) => told.push(state),
    });
    expect(health).toBe(ready);
    expect(told).toEqual(['down', 'starting', 'ready']);
    expect(clock.delays).toEqual([2_000, 2_000, 2_000]);
  });

  test('ends when waiting is known not to help', async () => {
    const clock = fakeClock();
    const isHopeless = ({ state }: Health): boolean => state === 'down';
    const waiting = waitUntilReady(probes(starting, starting, down, ready), { clock, isHopeless });
    expect(await waiting).toBe(down);
    expect(clock.delays).toHaveLength(2);
  });

  test('is patient for five minutes and then tells what was last seen', async () => {
    const clock = fakeClock();
    const waiting = waitUntilReady(probes(starting), { clock });
    await expect(waiting).rejects.toMatchObject({
      kind: 'timeout',
      detail: 'It starts.',
      facts: { afterMs: 300_000 },
    });
    expect(clock.now()).toBe(300_000);
  });

  test.each<FailureKind>(['noStartedMachine', 'tunnel', 'unproven', 'timeout'])(
    'goes on after %s',
    async (kind) => {
      expect(await waitUntilReady(probes(new Failure(kind), ready), { clock: fakeClock() })).toBe(ready);
    },
  );

  test.each<FailureKind>(['notLoggedIn', 'forbidden', 'notInstalled', 'cancelled', 'badOutput'])(
    'ends with %s',
    async (kind) => {
      const waiting = waitUntilReady(probes(new Failure(kind), ready), { clock: fakeClock() });
      await expect(waiting).rejects.toMatchObject({ kind });
    },
  );

  test('ends as cancelled when it is aborted, also in the middle of a pause', async () => {
    const abort = new AbortController();
    const waiting = waitUntilReady(probes(starting), {
      signal: abort.signal,
      onState: () => setImmediate(() => abort.abort()),
    });
    await expect(waiting).rejects.toMatchObject({ kind: 'cancelled' });
    const aborted = waitUntilReady(probes(ready), { signal: AbortSignal.abort() });
    await expect(aborted).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
