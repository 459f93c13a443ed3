import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import type { WatchedMachine } from '../../../../src/fly/logs/history.ts';
import { type LogRow, LogSession, type LogSessionOptions } from '../../../../src/fly/logs/session.ts';
import { FakeFlyctl, ManualClock, settle } from './fakes.ts';
import { logEntry, printed } from './fixtures.ts';

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
  return { session, flyctl, clock, batches, shown: () => [...session.rows].map(shorten) };
}

/** The message of a line, the status of an event, the bounds of a gap in seconds of the minute. */
function shorten(row: LogRow): string {
  if (row.kind === 'line') return row.message;
  if (row.kind === 'event') return `event ${row.event.status}`;
  return `gap ${new Date(row.from).getSeconds()} ${new Date(row.to).getSeconds()}`;
}

/** An entry at a second of one minute. */
function at(second: number, message: string, fraction = ''): ReturnType<typeof logEntry> {
  return logEntry({ timestamp: `2026-11-21T20:00:${String(second).padStart(2, '0')}${fraction}Z`, message });
}

describe('LogSession', () => {
  it('keeps and hands out the same rows, with growing ids', async () => {
    const { session, flyctl, clock, batches } = await startSession();
    await flyctl.last.print(at(1, 'a'), at(2, 'b'));
    await clock.advance(1_000);
    await flyctl.last.print(at(3, 'c'));
    await clock.advance(1_000);
    const rows = [...session.rows];
    expect(batches.flat()).toEqual(rows);
    expect(rows.map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(rows.map(shorten)).toEqual(['a', 'b', 'c']);
    expect(rows[1]).toMatchObject({ ...at(2, 'b'), time: Date.parse('2026-11-21T20:00:02Z') });
  });

  it('tells where a row is, also when the oldest are gone', async () => {
    const { session, flyctl, clock } = await startSession({ maxLines: 3 });
    await flyctl.last.print(...[1, 2, 3, 4, 5].map((second) => at(second, String(second))));
    await clock.advance(1_000);
    const { rows } = session;
    expect([rows.first, rows.end]).toEqual([2, 5]);
    expect([1, 2, 4, 5].map((position) => rows.at(position)?.id)).toEqual([undefined, 2, 4, undefined]);
    expect([0, 3, 9].map((id) => rows.positionOf(id))).toEqual([2, 3, 5]);
  });

  it('keeps no more than the newest bytes', async () => {
    const { flyctl, clock, shown } = await startSession({ maxBytes: 2_600 });
    await flyctl.last.print(at(1, 'a'.repeat(1_000)), at(2, 'b'), at(3, 'c'.repeat(1_000)), at(4, 'd'));
    await clock.advance(1_000);
    expect(shown().map(([first]) => first)).toEqual(['c', 'd']);
  });

  it('hands out together what comes within 50 ms, when it has been held as long', async () => {
    const { flyctl, clock, batches } = await startSession();
    await clock.advance(10_000);
    await flyctl.last.print(at(11, 'b'));
    await clock.advance(49);
    await flyctl.last.print(at(11, 'a', '.1'), at(10, 'late'));
    await clock.advance(50);
    expect(batches).toEqual([]);
    await clock.advance(1);
    await clock.advance(50);
    expect(batches.map((rows) => rows.map(shorten))).toEqual([['late', 'b', 'a']]);
  });

  it('sorts what comes out of order around the start, down to nanoseconds', async () => {
    const { flyctl, clock, shown } = await startSession();
    await flyctl.last.print(at(2, 'fourth', '.000000002'), at(2, 'third'));
    await clock.advance(20);
    await flyctl.last.print(at(2, 'last', '.00000001'), at(1, 'first', '.5'), at(1, 'second', '.51'));
    await clock.advance(200);
    expect(shown()).toEqual(['first', 'second', 'third', 'fourth', 'last']);
  });

  it('puts between the others what comes later still, while flyctl reads from two sources', async () => {
    const { session, flyctl, clock, shown } = await startSession();
    const ids: (readonly number[])[] = [];
    session.onDidRearrange(() => ids.push([...session.rows].map(({ id }) => id)));
    await flyctl.last.print(at(1, 'a'), at(5, 'e'));
    await clock.advance(200);
    await flyctl.last.print(at(4, 'd'), at(6, 'f'), at(2, 'b'));
    await clock.advance(1_000);
    expect(shown()).toEqual(['a', 'b', 'd', 'e', 'f']);
    expect(ids).toEqual([[0, 0.5, 0.75, 1]]);
  });

  it('leaves late lines where they came once flyctl reads from one source', async () => {
    const { flyctl, clock, shown } = await startSession();
    await flyctl.last.print(at(5, 'clock ahead'));
    await clock.advance(10_000);
    await flyctl.last.print(at(4, 'clock behind'));
    await clock.advance(1_000);
    expect(shown()).toEqual(['clock ahead', 'clock behind']);
  });

  it('keeps the order in which lines of the same time came', async () => {
    const { flyctl, clock, shown } = await startSession();
    await flyctl.last.print(at(1, 'one'), at(1, 'two'), at(1, 'three'));
    await clock.advance(1_000);
    expect(shown()).toEqual(['one', 'two', 'three']);
  });

  it('shows a line once that comes from both sources, and equal words of different time or machine twice', async () => {
    const { flyctl, clock, shown } = await startSession();
    await flyctl.last.print(at(1, 'same'), at(1, 'same'), at(2, 'same'));
    await clock.advance(1_000);
    await flyctl.last.print(at(1, 'same'), logEntry({ ...at(1, 'same'), instance: 'other' }));
    await clock.advance(1_000);
    expect(shown()).toEqual(['same', 'same', 'same']);
  });

  it('drops blank lines', async () => {
    const { flyctl, clock, shown } = await startSession();
    await flyctl.last.print(at(1, '\r'), at(2, ' \n'), at(3, ''), at(4, 'words'));
    await clock.advance(1_000);
    expect(shown()).toEqual(['words']);
  });

  it('redacts before it keeps or hands out anything', async () => {
    const redact = (text: string): string => text.replaceAll('s3cret', '[redacted]');
    const { flyctl, clock, batches, session } = await startSession({ redact });
    await flyctl.last.print(at(1, 'token=s3cret'));
    await clock.advance(1_000);
    expect(JSON.stringify([batches, session.rows])).not.toContain('s3cret');
    expect([...session.rows].map(shorten)).toEqual(['token=[redacted]']);
  });

  it('keeps no more than the newest lines', async () => {
    const { flyctl, clock, shown } = await startSession({ maxLines: 3 });
    await flyctl.last.print(...[1, 2, 3, 4, 5].map((second) => at(second, String(second))));
    await clock.advance(1_000);
    expect(shown()).toEqual(['3', '4', '5']);
  });

  describe('after a reconnection', () => {
    async function reconnected() {
      const started = await startSession();
      const { flyctl, clock } = started;
      await flyctl.last.print(at(1, 'a'), at(2, 'b'));
      await clock.advance(1_000);
      await flyctl.last.end();
      await clock.advance(1_000);
      expect(flyctl.runs).toHaveLength(2);
      return started;
    }

    it('marks the gap when nothing known comes again', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.last.print(at(9, 'd'), at(8, 'c'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'b', 'gap 2 8', 'c', 'd']);
    });

    it('marks it once', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.last.print(at(8, 'c'));
      await clock.advance(1_000);
      await flyctl.last.print(at(9, 'd'));
      await clock.advance(1_000);
      expect(shown().filter((row) => row.startsWith('gap'))).toHaveLength(1);
    });

    it('marks none when the log reaches back to a known line', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.last.print(at(1, 'a'), at(2, 'b'), at(8, 'c'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'b', 'c']);
    });

    it('is not misled by a line that comes twice, but only since then', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.last.print(at(8, 'c'), at(8, 'c'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'b', 'gap 2 8', 'c']);
    });

    it('remembers the gap over an attempt that brings nothing', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.last.end(new Failure('offline'));
      await clock.advance(2_000);
      await flyctl.last.print(at(9, 'd'));
      await clock.advance(1_000);
      expect(shown()).toContain('gap 2 9');
    });

    it('marks none where nothing had been shown before', async () => {
      const { flyctl, clock, shown } = await startSession();
      await flyctl.last.end();
      await clock.advance(1_000);
      await flyctl.last.print(at(9, 'first'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['first']);
    });

    it('takes the mark away when the backfill proves only later that nothing is missing', async () => {
      const { flyctl, clock, shown } = await reconnected();
      await flyctl.last.print(at(9, 'd'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'b', 'gap 2 9', 'd']);
      await flyctl.last.print(at(2, 'b'), at(8, 'c'), at(9, 'd'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'b', 'c', 'd']);
    });

    it('does not bring back what was cleared', async () => {
      const { session, flyctl, clock, shown } = await reconnected();
      session.clear();
      await flyctl.last.print(at(1, 'a'), at(2, 'b'), at(8, 'c'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['c']);
    });
  });

  it('marks where an object could not be read, in the place of its line', async () => {
    const { flyctl, clock, shown } = await startSession();
    await clock.advance(10_000);
    const lines = printed([at(11, 'a'), at(12, 'broken'), at(13, 'b')]);
    await flyctl.last.write(lines.replace('"broken"', '"bro'));
    await clock.advance(1_000);
    expect(shown()).toEqual(['a', 'gap 11 13', 'b']);
  });

  describe('what happened to machines', () => {
    const machine = (...seconds: readonly number[]): WatchedMachine => ({
      id: 'd8916e2c431518',
      region: 'iad',
      events: seconds.map((second) => ({
        type: 'start',
        status: String(second),
        source: 'flyd',
        timestamp: Date.parse(at(second, '').timestamp),
      })),
    });

    it('is woven into the lines by time, once, from the first line on', async () => {
      const { session, flyctl, clock, shown } = await startSession();
      session.observe([machine(3, 1)]);
      await flyctl.last.print(at(2, 'a'), at(4, 'b'));
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'event 3', 'b']);
      session.observe([machine(5, 3, 1)]);
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'event 3', 'b', 'event 5']);
    });

    it('takes its place when it is known only later', async () => {
      const { session, flyctl, clock, shown } = await startSession();
      await flyctl.last.print(at(2, 'a'), at(4, 'b'));
      await clock.advance(10_000);
      session.observe([machine(3, 1)]);
      await clock.advance(1_000);
      expect(shown()).toEqual(['a', 'event 3', 'b']);
    });

    it('is all there is where no line comes', async () => {
      const { session, clock, shown } = await startSession();
      session.observe([machine(3, 1)]);
      await clock.advance(10_000);
      expect(shown()).toEqual(['event 1', 'event 3']);
    });

    it('is left out when it happened to another machine', async () => {
      const target = { app: 'my-openclaw', machine: 'another' };
      const { session, clock, shown } = await startSession({ target });
      session.observe([machine(3)]);
      await clock.advance(10_000);
      expect(shown()).toEqual([]);
    });
  });

  it('passes on the states of the connection', async () => {
    const { session, flyctl } = await startSession();
    const states: string[] = [];
    session.onDidChangeState((state) => states.push(state.kind));
    await flyctl.last.print(at(1, 'a'));
    await flyctl.last.end(new Failure('notFound'));
    expect(states).toEqual(['live', 'ended']);
    expect(session.state).toMatchObject({ kind: 'ended', failure: { kind: 'notFound' } });
  });

  it('kills flyctl and hands out nothing more when disposed', async () => {
    const { session, flyctl, clock, batches } = await startSession();
    await flyctl.last.print(at(1, 'a'));
    session.dispose();
    await clock.advance(60_000);
    expect(flyctl.last.killed).toBe(true);
    expect(batches).toEqual([]);
    expect(clock.waiting).toBe(0);
  });
});
