import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure, type FailureKind } from '../../../../src/core/errors.ts';
import { backoffMs, type LogState, LogTail, logsVerb } from '../../../../src/fly/logs/tail.ts';
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

describe('logsVerb', () => {
  it('follows an app or one machine as JSON', () => {
    expect(logsVerb({ app: 'my-openclaw' })).toEqual({
      args: ['logs', '--app', 'my-openclaw', '--json'],
      app: 'my-openclaw',
    });
    expect(logsVerb({ app: 'a', machine: '91857550b64e83' }).args).toEqual([
      'logs',
      '--app',
      'a',
      '--machine',
      '91857550b64e83',
      '--json',
    ]);
  });
});

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
    await flyctl.run.print(logEntry());
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
    await flyctl.run.print(logEntry());
    await flyctl.run.end();
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
      await flyctl.run.end(new Failure(kind));
      expect(tail.state).toMatchObject({ kind: 'reconnecting', failure: { kind } });
      await clock.advance(1_000);
      expect(flyctl.runs).toHaveLength(2);
    },
  );

  it.each<FailureKind>(['untrusted', 'notInstalled', 'notLoggedIn', 'forbidden', 'notFound'])(
    'ends with %s and leaves flyctl alone',
    async (kind) => {
      const { flyctl, clock, tail } = await startTail();
      await flyctl.run.end(new Failure(kind));
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
      await flyctl.run.end(new Failure('offline'));
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

  it('restarts flyctl after ten silent minutes, without calling it a failure', async () => {
    const { flyctl, clock, tail } = await startTail();
    await clock.advance(9 * 60_000);
    await flyctl.run.print(logEntry());
    await clock.advance(9 * 60_000);
    expect(flyctl.run.killed).toBe(false);
    await clock.advance(60_000);
    expect(flyctl.runs[0]?.killed).toBe(true);
    expect(tail.state).not.toHaveProperty('failure');
    await clock.advance(1_000);
    expect(flyctl.runs).toHaveLength(2);
  });

  it('reconnects at once when asked to, with one process', async () => {
    const { flyctl, clock, tail } = await startTail();
    await flyctl.run.end(new Failure('offline'));
    tail.restart();
    await settle();
    expect(tail.state.kind).toBe('connecting');
    await clock.advance(120_000);
    expect(flyctl.runs).toHaveLength(2);
  });

  it('kills flyctl, stays silent and leaves no timer when disposed', async () => {
    const { flyctl, clock, tail, kinds } = await startTail();
    await flyctl.run.print(logEntry());
    tail.dispose();
    await settle();
    expect(flyctl.run.killed).toBe(true);
    expect(kinds()).toEqual(['connecting', 'live']);
    expect(clock.waiting).toBe(0);
    await clock.advance(60_000);
    expect(flyctl.runs).toHaveLength(1);
  });

  it('leaves no timer when disposed while it waits to reconnect', async () => {
    const { flyctl, clock, tail } = await startTail();
    await flyctl.run.end();
    tail.dispose();
    await settle();
    expect(clock.waiting).toBe(0);
  });
});
