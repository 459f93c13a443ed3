import { describe, expect, it } from 'vitest';
import { Emitter } from '../../../../src/core/emitter.ts';
import { LogFeed } from '../../../../src/features/logs/feed.ts';
import type { LogRow } from '../../../../src/fly/logs/session.ts';
import type { LogState } from '../../../../src/fly/logs/tail.ts';
import type { ToLogView } from '../../../../src/shared/logs.ts';
import { logEntry } from '../../fly/logs/fixtures.ts';

class FakeSource {
  readonly #appended = new Emitter<readonly LogRow[]>();
  readonly #changed = new Emitter<LogState>();
  readonly onDidAppend = this.#appended.event;
  readonly onDidChangeState = this.#changed.event;
  rows: readonly LogRow[] = [];
  state: LogState = { kind: 'connecting' };

  append(...rows: LogRow[]): void {
    this.rows = [...this.rows, ...rows];
    this.#appended.fire(rows);
  }

  become(state: LogState): void {
    this.state = state;
    this.#changed.fire(state);
  }
}

function feedOf(rows: readonly LogRow[] = []) {
  const source = new FakeSource();
  source.rows = rows;
  const sent: ToLogView[] = [];
  const subject = { app: 'my-openclaw', title: 'my-openclaw' };
  const feed = new LogFeed({
    source,
    subject,
    maxRows: 100,
    post: (message) => sent.push(message),
    now: () => 0,
  });
  return { source, feed, sent, types: () => sent.map(({ type }) => type) };
}

const row = (id: number): LogRow => ({ kind: 'line', id, ...logEntry({ message: String(id) }) });
const idsIn = (messages: readonly ToLogView[]): number[] =>
  messages.flatMap((message) => (message.type === 'append' ? message.rows.map(({ id }) => id) : []));

describe('LogFeed', () => {
  it('sends nothing before the view is ready', () => {
    const { source, sent } = feedOf();
    source.append(row(0));
    source.become({ kind: 'live' });
    expect(sent).toEqual([]);
  });

  it('sends everything when the view is ready, then what is new', () => {
    const { source, feed, sent, types } = feedOf([row(0), row(1)]);
    feed.start();
    source.append(row(2));
    source.become({ kind: 'live' });
    expect(types()).toEqual(['init', 'append', 'append', 'status']);
    expect(sent[0]).toMatchObject({
      subject: { app: 'my-openclaw' },
      maxRows: 100,
      status: { kind: 'connecting' },
    });
    expect(idsIn(sent)).toEqual([0, 1, 2]);
  });

  it('sends nothing while the view is hidden, and all of it when it is back, under the same session', () => {
    const { source, feed, sent } = feedOf([row(0)]);
    feed.start();
    feed.stop();
    const before = sent.length;
    source.append(row(1));
    source.become({ kind: 'live' });
    expect(sent).toHaveLength(before);
    feed.start();
    const again = sent.slice(before);
    expect(again[0]).toMatchObject({ type: 'init', status: { kind: 'live' } });
    expect(idsIn(again)).toEqual([0, 1]);
    expect(again[0]).toHaveProperty('session', sent[0]?.type === 'init' ? sent[0].session : '');
  });

  it('sends a long log in pieces', () => {
    const { feed, sent } = feedOf(Array.from({ length: 10_000 }, (_, id) => row(id)));
    feed.start();
    expect(sent.map((message) => (message.type === 'append' ? message.rows.length : 0))).toEqual([
      0, 2000, 2000, 2000, 2000, 2000,
    ]);
    expect(idsIn(sent)).toHaveLength(10_000);
  });

  it('tells sessions apart', () => {
    const sessions = [feedOf(), feedOf()].map(({ feed, sent }) => {
      feed.start();
      return sent[0]?.type === 'init' ? sent[0].session : '';
    });
    expect(new Set(sessions).size).toBe(2);
  });

  it('is silent once disposed', () => {
    const { source, feed, sent } = feedOf();
    feed.start();
    feed.dispose();
    source.append(row(0));
    source.become({ kind: 'live' });
    expect(sent).toHaveLength(1);
  });
});
