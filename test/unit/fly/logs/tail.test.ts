import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure, type FailureKind } from '../../../../src/core/errors.ts';
import { backoffMs, type LogState, LogTail } from '../../../../src/fly/logs/tail.ts';
import type { LogEntry } from '../../../../src/fly/model.ts';
import { FakeFlyctl, ManualClock, settle } from './fakes.ts';
import { logEntry } from './fixtures.ts';

async function startTail() {
  const flyctl = new FakeFlyctl();
  const clock = new ManualClock();
  const tail = new LogTail({ target: { app: 'my-openclaw' }, flyctl, clock, random: () => 0.5 });
  const states: LogState[] = [];
  const received: LogEntry[] = [];
  tail.onDidChangeState((state) => states.push(state));
  tail.onDidReceive((entries) => received.push(...entries));
  tail.restart();
  await settle();
  return { tail, flyctl, clock, states, received, kinds: () => states.map((state) => state.kind) };
}

describe('backoffMs', () => {
  it('doubles from 1 s to 30 s and keeps at least half of it', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((failures) => backoffMs(failures, () => 0))).toEqual([
      500, 1000, 2000, 4000, 8000, 15_000, 15_000,
    ]);
    fc.assert(
      fc.property(
        fc.nat({ max: 100 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const full = Math.min(30_000, 1000 * 2 ** failures);
          const delay = backoffMs(failures, () => random);
          expect(delay).toBeGreaterThanOrEqual(full / 2);
          expect(delay).toBeLessThanOrEqual(full);
        },
      ),
    );
  });
});

describe('LogTail', () => {
  it('is connecting, and live with the first entry', async () => {
    const { flyctl, states, received, tail } = await startTail();
    expect(tail.state).toEqual({ kind: 'connecting' });
    await flyctl.last.print(logEntry());
    expect(received).toEqual([logEntry()]);
    expect(states).toEqual([{ kind: 'connecting' }, { kind: 'live' }]);
  });

  it('counts as live without output once errors would have come', async () => {
    const { tail, clock } = await startTail();
    await clock.advance(2_999);
    expect(tail.state.kind).toBe('connecting');
    await clock.advance(1);
    expect(tail.state.kind).toBe('live');
  });

  it('starts flyctl again when it ends with 0, and says when', async () => {
    const { flyctl, clock, states } = await startTail();
    await flyctl.last.print(logEntry());
    await flyctl.last.end();
    expect(states.at(-1)).toEqual({ kind: 'reconnecting', at: clock.now() + 750 });
    await clock.advance(749);
    expect(flyctl.runs).toHaveLength(1);
    await clock.advance(1);
    expect(flyctl.runs).toHaveLength(2);
    expect(states.at(-1)).toEqual({ kind: 'connecting' });
  });

  it.each<FailureKind>(['offline', 'tunnel', 'timeout', 'rateLimited', 'badOutput', 'failed', 'cancelled'])(
    'tries again after %s and passes on why',
    async (kind) => {
      const { flyctl, clock, tail } = await startTail();
      await flyctl.last.end(new Failure(kind));
      expect(tail.state).toMatchObject({ kind: 'reconnecting', failure: { kind } });
      await clock.advance(1_000);
      expect(flyctl.runs).toHaveLength(2);
    },
  );

  it.each<FailureKind>(['untrusted', 'notInstalled', 'notLoggedIn', 'forbidden', 'notFound'])(
    'ends with %s and leaves flyctl alone',
    async (kind) => {
      const { flyctl, clock, tail } = await startTail();
      await flyctl.last.end(new Failure(kind));
      expect(tail.state).toMatchObject({ kind: 'ended', failure: { kind } });
      await clock.advance(3_600_000);
      expect(flyctl.runs).toHaveLength(1);
      expect(clock.waiting).toBe(0);
    },
  );

  it('ends as well when flyctl cannot be started at all', async () => {
    const { tail, flyctl } = await startTail();
    flyctl.refusal = new Failure('notInstalled');
    tail.restart();
    await settle();
    expect(tail.state).toMatchObject({ kind: 'ended', failure: { kind: 'notInstalled' } });
  });

  it('waits longer after each failure, and starts over after a connection that held', async () => {
    const { flyctl, clock, tail } = await startTail();
    const waits: number[] = [];
    const fail = async (): Promise<void> => {
      await flyctl.last.end(new Failure('offline'));
      const wait = tail.state.kind === 'reconnecting' ? tail.state.at - clock.now() : Number.NaN;
      waits.push(wait);
      await clock.advance(wait);
    };
    await fail();
    await fail();
    await fail();
    await clock.advance(30_000);
    await fail();
    expect(waits).toEqual([750, 1_500, 3_000, 750]);
  });

  describe('when nothing comes for three minutes', () => {
    const newer = logEntry({ timestamp: '2026-11-21T19:58:00Z', message: 'newer' });

    async function silent(page: FakeFlyctl['page']) {
      const started = await startTail();
      started.flyctl.page = page;
      await started.flyctl.last.print(logEntry());
      await started.clock.advance(180_000);
      return started;
    }

    it('restarts flyctl when the newest page has newer lines, without calling it a failure', async () => {
      const { flyctl, clock, tail } = await silent([logEntry(), newer]);
      expect(flyctl.last.killed).toBe(false);
      await clock.advance(5_000);
      expect(flyctl.last.killed).toBe(true);
      expect(tail.state).toMatchObject({ kind: 'reconnecting' });
      expect(tail.state).not.toHaveProperty('failure');
      await clock.advance(1_000);
      expect(flyctl.runs).toHaveLength(2);
    });

    it('leaves flyctl alone when the line comes after all', async () => {
      const { flyctl, clock } = await silent([newer]);
      await flyctl.last.print(newer);
      await clock.advance(60_000);
      expect(flyctl.last.killed).toBe(false);
    });

    it.each([
      ['the page has nothing new', [logEntry()]],
      ['the log is empty', new Failure('timeout')],
    ])('leaves a quiet log alone when %s, and looks again after as long', async (_, page) => {
      const { flyctl, clock } = await silent(page);
      await clock.advance(3_600_000);
      expect(flyctl.runs).toHaveLength(1);
      expect(flyctl.last.killed).toBe(false);
      expect(flyctl.pages).toBe(21);
    });

    it('restarts flyctl when the page cannot be had', async () => {
      const { flyctl, clock } = await silent(new Failure('offline'));
      await clock.advance(6_000);
      expect(flyctl.runs).toHaveLength(2);
    });

    it('does not look while lines come', async () => {
      const { flyctl, clock } = await startTail();
      for (let minute = 0; minute < 30; minute++) {
        await flyctl.last.print(logEntry());
        await clock.advance(60_000);
      }
      expect(flyctl.pages).toBe(0);
    });
  });

  it('reconnects when the computer has slept', async () => {
    const { flyctl, clock, tail } = await startTail();
    await flyctl.last.print(logEntry());
    clock.sleep(3_600_000);
    await clock.advance(10_000);
    expect(flyctl.runs[0]?.killed).toBe(true);
    expect(tail.state.kind).not.toBe('ended');
    await clock.advance(1_000);
    expect(flyctl.runs).toHaveLength(2);
  });

  it('reconnects at once when asked to, with one process', async () => {
    const { flyctl, clock, tail } = await startTail();
    await flyctl.last.end(new Failure('offline'));
    tail.restart();
    await settle();
    expect(tail.state.kind).toBe('connecting');
    await clock.advance(120_000);
    expect(flyctl.runs).toHaveLength(2);
  });

  it('kills flyctl, stays silent and leaves no timer when disposed', async () => {
    const { flyctl, clock, tail, kinds } = await startTail();
    await flyctl.last.print(logEntry());
    tail.dispose();
    await settle();
    expect(flyctl.last.killed).toBe(true);
    expect(kinds()).toEqual(['connecting', 'live']);
    expect(clock.waiting).toBe(0);
    await clock.advance(60_000);
    expect(flyctl.runs).toHaveLength(1);
  });

  it('leaves no timer when disposed while it waits to reconnect', async () => {
    const { flyctl, clock, tail } = await startTail();
    await flyctl.last.end();
    tail.dispose();
    await settle();
    expect(clock.waiting).toBe(0);
  });
});
