import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogFeed } from '../../../../src/features/logs/feed.ts';
import { everything, type LogExtent, type ToLogView } from '../../../../src/shared/logs.ts';
import { FakeLog, line, lines } from './rows.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const asked = { query: everything, revision: 0 };

function feedOf(count = 0, maxLines = 100) {
  const log = new FakeLog(maxLines);
  log.append(...lines(count));
  const sent: ToLogView[] = [];
  const feed = new LogFeed({
    source: log,
    origin: 'fly',
    subject: { app: 'my-openclaw', title: 'my-openclaw' },
    maxLines,
    machineName: (id) => `name of ${id}`,
    post: (message) => sent.push(message),
  });
  return { log, feed, take: () => sent.splice(0) };
}

const types = (messages: readonly ToLogView[]): string[] => messages.map(({ type }) => type);
const rowsIn = (messages: readonly ToLogView[]): (readonly [number, ...number[]])[] =>
  messages.flatMap((message) =>
    message.type === 'rows' ? [[message.at, ...message.rows.map(({ id }) => id)] as const] : [],
  );
const extentsIn = (messages: readonly ToLogView[]): LogExtent[] =>
  messages.flatMap((message) => (message.type === 'extent' ? [message.extent] : []));

describe('LogFeed', () => {
  it('says nothing before the view is ready', () => {
    const { log, take } = feedOf(1);
    log.append(line(1));
    log.become({ kind: 'live' });
    vi.runAllTimers();
    expect(take()).toEqual([]);
  });

  it('says what there is when the view is ready, and no rows before it looks at some', () => {
    const { feed, take } = feedOf(3);
    feed.start(asked);
    const sent = take();
    expect(types(sent)).toEqual(['init', 'extent']);
    expect(sent[0]).toMatchObject({ origin: 'fly', status: { kind: 'connecting' } });
    expect(extentsIn(sent)[0]).toMatchObject({
      ...{ revision: 0, first: 0, end: 3, matches: 3, lines: 3, maxLines: 100 },
      machines: [{ value: '91857550b64e83', label: 'name of 91857550b64e83', lines: 3 }],
    });
    expect(extentsIn(sent)[0]?.levels.map(({ value, lines: count }) => [value, count])).toEqual([
      ['error', 0],
      ['warning', 0],
      ['info', 3],
      ['debug', 0],
    ]);
  });

  it('sends the rows that are looked at, then those that come among them', () => {
    const { log, feed, take } = feedOf(3);
    feed.start(asked);
    take();
    feed.watch({ revision: 0, from: 1, to: 5, following: false });
    expect(rowsIn(take())).toEqual([[1, 1, 2]]);
    log.append(line(3), line(4), line(5));
    vi.runAllTimers();
    expect(rowsIn(take())).toEqual([[3, 3, 4]]);
    log.append(line(6));
    vi.runAllTimers();
    expect(types(take())).toEqual(['extent']);
  });

  it('sends the newest as they come while the view follows, and none that are past before they are told', () => {
    const { log, feed, take } = feedOf(10);
    feed.start(asked);
    feed.watch({ revision: 0, from: 8, to: 10, following: true });
    expect(rowsIn(take())).toEqual([[8, 8, 9]]);
    log.append(line(10));
    vi.runAllTimers();
    expect(rowsIn(take())).toEqual([[10, 10]]);
    log.append(...lines(50));
    vi.runAllTimers();
    expect(rowsIn(take())).toEqual([[59, 59, 60]]);
  });

  it('tells of what is new ten times a second at most, however much comes', () => {
    const { log, feed, take } = feedOf();
    feed.start(asked);
    feed.watch({ revision: 0, from: 0, to: 10, following: true });
    take();
    for (let ms = 0; ms < 1_000; ms += 5) {
      log.append(line(0));
      vi.advanceTimersByTime(5);
    }
    const extents = extentsIn(take());
    expect(extents.length).toBeGreaterThan(8);
    expect(extents.length).toBeLessThanOrEqual(10);
    log.append(line(0, { provider: 'the last' }));
    vi.runAllTimers();
    expect(
      extentsIn(take())
        .at(-1)
        ?.sources.map(({ value }) => value),
    ).toContain('the last');
  });

  it('tells at once what comes after a quiet time', () => {
    const { log, feed, take } = feedOf();
    feed.start(asked);
    vi.advanceTimersByTime(1_000);
    take();
    log.append(line(0));
    vi.advanceTimersByTime(1);
    expect(extentsIn(take())[0]?.lines).toBe(1);
  });

  it('keeps positions while the oldest rows are dropped', () => {
    const { log, feed, take } = feedOf(5, 5);
    feed.start(asked);
    log.append(line(0), line(0));
    vi.runAllTimers();
    take();
    feed.watch({ revision: 0, from: 0, to: 4, following: false });
    expect(rowsIn(take())).toEqual([[2, 2, 3]]);
  });

  it('answers another query at once, and nothing about the one before', () => {
    const { feed, take } = feedOf(20);
    feed.start(asked);
    feed.watch({ revision: 0, from: 18, to: 20, following: true });
    take();
    feed.ask({ query: { ...everything, text: 'line 1' }, revision: 1 });
    const sent = take();
    expect(extentsIn(sent)[0]).toMatchObject({ revision: 1, end: 11, matches: 11, passed: 11, lines: 20 });
    expect(rowsIn(sent)).toEqual([[9, 18, 19]]);
    feed.watch({ revision: 0, from: 0, to: 5, following: false });
    feed.look({ type: 'locate', revision: 0, id: 3 });
    expect(take()).toEqual([]);
    feed.look({ type: 'locate', revision: 1, id: 3 });
    feed.look({ type: 'find', revision: 1, from: 10, direction: 'next' });
    feed.look({ type: 'locate', revision: 1, id: 99 });
    expect(take()).toEqual([
      { type: 'found', revision: 1, position: 1, passed: 1 },
      { type: 'found', revision: 1, position: 0, passed: 0 },
      { type: 'found', revision: 1, passed: 11 },
    ]);
  });

  it('has the view ask again when positions mean other rows than before', () => {
    const { log, feed, take } = feedOf(3);
    feed.start(asked);
    take();
    log.clear();
    log.append(line(0));
    vi.runAllTimers();
    expect(take()).toEqual([{ type: 'rearranged' }]);
    feed.ask({ query: everything, revision: 1 });
    expect(extentsIn(take())[0]).toMatchObject({ revision: 1, lines: 1 });
  });

  it('is silent while the view is hidden, and the same session when it is back', () => {
    const { log, feed, take } = feedOf(1);
    feed.start(asked);
    const [init] = take();
    log.append(line(1));
    feed.stop();
    log.append(line(2));
    log.become({ kind: 'live' });
    log.clear();
    vi.runAllTimers();
    expect(take()).toEqual([]);
    feed.start({ query: everything, revision: 7 });
    const again = take();
    expect(again[0]).toMatchObject({ type: 'init', status: { kind: 'live' } });
    expect(again[0]).toHaveProperty('session', init?.type === 'init' ? init.session : '');
    expect(extentsIn(again)[0]).toMatchObject({ revision: 7, lines: 0 });
  });

  it('gives the rows that are shown, all, or some', () => {
    const { feed } = feedOf(5);
    feed.start({ query: { ...everything, text: 'line 3' }, revision: 0 });
    const ids = (selection: Parameters<typeof feed.select>[0]): number[] =>
      feed.select(selection).map(({ id }) => id);
    expect([ids('shown'), ids('all'), ids({ from: 0, to: 9 }), ids({ from: 1, to: 9 })]).toEqual([
      [3],
      [0, 1, 2, 3, 4],
      [3],
      [],
    ]);
    expect(feed.row(4)?.id).toBe(4);
  });

  it('tells sessions apart', () => {
    const sessions = [feedOf(), feedOf()].map(({ feed, take }) => {
      feed.start(asked);
      const [init] = take();
      return init?.type === 'init' ? init.session : '';
    });
    expect(new Set(sessions).size).toBe(2);
  });

  it('is silent once disposed', () => {
    const { log, feed, take } = feedOf();
    feed.start(asked);
    take();
    feed.dispose();
    log.append(line(0));
    log.become({ kind: 'live' });
    vi.runAllTimers();
    expect(take()).toEqual([]);
  });
});
