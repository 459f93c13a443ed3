import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { type LogRow, LogSession, type LogSessionOptions } from '../../../../src/fly/logs/session.ts';
import { FakeFlyctl, ManualClock, settle } from './fakes.ts';
import { logEntry } from './fixtures.ts';

async function startSession(options: Partial<LogSessionOptions> = {}) {
  const flyctl = new FakeFlyctl();
  const clock = new ManualClock();
  const session = new LogSession({
    target: { app: 'my-openclaw' },
    flyctl,
    redact: (text) => text,
    maxLines: 1000,
    clock,
    random: () => 0,
    ...options,
  });
  const batches: (readonly LogRow[])[] = [];
  session.onDidAppend((rows) => batches.push(rows));
  session.connect();
  await settle();
  return { session, flyctl, clock, batches, shown: () => session.rows.map(shorten) };
}

/** The message of a line, the bounds of a gap. */
function shorten(row: LogRow): string {
  return row.kind === 'line' ? row.message : `gap ${row.from} ${row.to}`;
}

/** An entry at a second of one minute. */
function at(second: number, message: string, fraction = ''): ReturnType<typeof logEntry> {
  return logEntry({ timestamp: `2026-11-21T20:00:${String(second).padStart(2, '0')}${fraction}Z`, message });
}

describe('LogSession', () => {
  it('keeps and hands out the same rows, with growing ids', async () => {
    const { session, flyctl, clock, batches } = await startSession();
    await flyctl.run.print(at(1, 'a'), at(2, 'b'));
    await clock.advance(1_000);
    await flyctl.run.print(at(3, 'c'));
    await clock.advance(1_000);
    expect(batches.flat()).toEqual(session.rows);
    expect(session.rows).toEqual([
      { kind: 'line', id: 0, ...at(1, 'a') },
      { kind: 'line', id: 1, ...at(2, 'b') },
      { kind: 'line', id: 2, ...at(3, 'c') },
    ]);
  });

  it('hands out what comes within 75 ms as one batch', async () => {
    const { flyctl, clock, batches } = await startSession();
    await clock.advance(10_000);
    await flyctl.run.print(at(11, 'a'));
    await clock.advance(74);
    await flyctl.run.print(at(11, 'b'));
    expect(batches).toEqual([]);
    await clock.advance(1);
    expect(batches.map((rows) => rows.map(shorten))).toEqual([['a', 'b']]);
  });

  it('sorts what comes out of order around the start, down to nanoseconds', async () => {
    const { flyctl, clock, shown } = await startSession();
    await flyctl.run.print(at(2, 'third'), at(2, 'fourth', '.000000002'));
    await clock.advance(200);
    await flyctl.run.print(at(1, 'first', '.5'), at(1, 'second', '.51'), at(2, 'last', '.00000001'));
    await clock.advance(200);
    expect(shown()).toEqual(['first', 'second', 'third', 'fourth', 'last']);
  });

  it('keeps the order in which lines of the same time came', async () => {
    const { flyctl, clock, shown } = await startSession();
    await flyctl.run.print(at(1, 'one'), at(1, 'two'), at(1, 'three'));
    await clock.advance(1_000);
    expect(shown()).toEqual(['one', 'two', 'three']);
  });

  it('shows a line once that comes from both sources, and equal words of different time or machine twice', async () => {
    const { flyctl, clock, shown } = await startSession();
    await flyctl.run.print(at(1, 'same'), at(1, 'same'), at(2, 'same'));
    await clock.advance(1_000);
    await flyctl.run.print(at(1, 'same'), logEntry({ ...at(1, 'same'), instance: 'other' }));
    await clock.advance(1_000);
    expect(shown()).toEqual(['same', 'same', 'same']);
  });

  it('drops blank lines', async () => {
    const { flyctl, clock, shown } = await startSession();
    await flyctl.run.print(at(1, '\r'), at(2, ' \n'), at(3, ''), at(4, 'words'));
    await clock.advance(1_000);
    expect(shown()).toEqual(['words']);
  });

  it('redacts before it keeps or hands out anything', async () => {
    const redact = (text: string): string => text.replaceAll('s3cret', '[redacted]');
    const { flyctl, clock, batches, session } = await startSession({ redact });
    await flyctl.run.print(at(1, 'token=s3cret'));
    await clock.advance(1_000);
    expect(JSON.stringify([batches, session.rows])).not.toContain('s3cret');
    expect(session.rows.map(shorten)).toEqual(['token=[redacted]']);
  });

  it('keeps no more than the newest lines', async () => {
    const { flyctl, clock, shown } = await startSession({ maxLines: 3 });
    await flyctl.run.print(...[1, 2, 3, 4, 5].map((second) => at(second, String(second))));
    await clock.advance(1_000);
    expect(shown()).toEqual(['3', '4', '5']);
  });

  describe('after a reconnection', () => {
    async function reconnected() {
      const started = await startSession();
      const { flyctl, clock } = started;
      await flyctl.run.print(at(1, 'a'), at(2, 'b'));
      await clock.advance(1_000);
      await flyctl.run.end();
      await clock.advance(1_000);
      expect(flyctl.runs).toHaveLength(2);
      return started;
    }

    it('marks the gap when nothing known comes again', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.run.print(at(9, 'd'), at(8, 'c'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'b', 'gap 2026-11-21T20:00:02Z 2026-11-21T20:00:08Z', 'c', 'd']);
    });

    it('marks it once', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.run.print(at(8, 'c'));
      await clock.advance(1_000);
      await flyctl.run.print(at(9, 'd'));
      await clock.advance(1_000);
      expect(shown().filter((row) => row.startsWith('gap'))).toHaveLength(1);
    });

    it('marks none when the log reaches back to a known line', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.run.print(at(1, 'a'), at(2, 'b'), at(8, 'c'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'b', 'c']);
    });

    it('is not misled by a line that comes twice, but only since then', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.run.print(at(8, 'c'), at(8, 'c'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'b', 'gap 2026-11-21T20:00:02Z 2026-11-21T20:00:08Z', 'c']);
    });

    it('remembers the gap over an attempt that brings nothing', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.run.end(new Failure('offline'));
      await clock.advance(2_000);
      await flyctl.run.print(at(9, 'd'));
      await clock.advance(1_000);
      expect(shown()).toContain('gap 2026-11-21T20:00:02Z 2026-11-21T20:00:09Z');
    });

    it('marks none where nothing had been shown before', async () => {
      const { flyctl, clock, shown } = await startSession();
      await flyctl.run.end();
      await clock.advance(1_000);
      await flyctl.run.print(at(9, 'first'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['first']);
    });

    it('does not bring back what was cleared', async () => {
      const { session, flyctl, clock, shown } = await reconnected();
      session.clear();
      await flyctl.run.print(at(1, 'a'), at(2, 'b'), at(8, 'c'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['c']);
    });
  });

  it('passes on the states of the connection', async () => {
    const { session, flyctl } = await startSession();
    const states: string[] = [];
    session.onDidChangeState((state) => states.push(state.kind));
    await flyctl.run.print(at(1, 'a'));
    await flyctl.run.end(new Failure('notFound'));
    expect(states).toEqual(['live', 'ended']);
    expect(session.state).toMatchObject({ kind: 'ended', failure: { kind: 'notFound' } });
  });

  it('kills flyctl and hands out nothing more when disposed', async () => {
    const { session, flyctl, clock, batches } = await startSession();
    await flyctl.run.print(at(1, 'a'));
    session.dispose();
    await clock.advance(60_000);
    expect(flyctl.run.killed).toBe(true);
    expect(batches).toEqual([]);
    expect(clock.waiting).toBe(0);
  });
});
