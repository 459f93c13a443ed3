import { beforeEach, describe, expect, it } from 'vitest';
import {
  everything,
  type FromLogView,
  type LogExtent,
  type LogRow,
  type ToLogView,
} from '../../../src/shared/logs.ts';
import { LogFeed } from '../../../webview/logs/feed.ts';

type Answer = ToLogView & { readonly type: 'extent' | 'rows' | 'found' };

let posted: FromLogView[];
let replaced: unknown[];
let feed: LogFeed;

beforeEach(() => {
  posted = [];
  replaced = [];
  feed = new LogFeed({
    post: (message) => posted.push(message),
    screen: () => 10,
    onReplace: (place) => replaced.push(place),
    onExtent: () => {},
    onRows: () => {},
  });
});

function extent(first: number, end: number, revision = 0): Answer {
  const counts = { matches: end - first, passed: end, lines: end - first, maxLines: 1_000 };
  const none: Pick<LogExtent, 'levels' | 'machines' | 'regions' | 'sources'> = {
    levels: [],
    machines: [],
    regions: [],
    sources: [],
  };
  return { type: 'extent', extent: { revision, first, end, ...counts, ...none } };
}

/** Rows whose ids are their positions. */
function rows(from: number, to: number, revision = 0): Answer {
  const made = Array.from({ length: to - from }, (_, index): LogRow => {
    const id = from + index;
    return { kind: 'gap', id, from: 0, to: 0 };
  });
  return { type: 'rows', revision, at: from, rows: made };
}

function held(): number[] {
  return Array.from({ length: 2_000 }, (_, position) => position).filter((position) => feed.row(position));
}

describe('LogFeed', () => {
  it('asks for the newest, and holds as many of them', () => {
    feed.restart('end');
    feed.receive(extent(0, 500));
    expect(posted).toEqual([{ type: 'watch', revision: 0, from: 460, to: 500, following: true }]);
    feed.receive(rows(460, 500));
    expect(replaced).toEqual([undefined]);
    feed.receive(extent(0, 520));
    feed.receive(rows(500, 520));
    expect(held()).toHaveLength(40);
    expect(held().at(-1)).toBe(519);
    expect(feed.range(true)).toEqual({ first: 0, end: 520 });
  });

  it('asks for others only when few are left around what is in sight', () => {
    feed.restart('end');
    feed.receive(extent(0, 500));
    feed.receive(rows(460, 500));
    posted.length = 0;
    feed.look(450, 459, false);
    expect(posted).toEqual([{ type: 'watch', revision: 0, from: 420, to: 490, following: false }]);
    feed.receive(rows(420, 490));
    feed.look(435, 444, false);
    expect(posted).toHaveLength(1);
    feed.look(425, 434, false);
    expect(posted).toHaveLength(2);
    expect(held()).toEqual(Array.from({ length: 45 }, (_, index) => 420 + index));
  });

  it('keeps what is there until the rows of another query have come', () => {
    feed.restart('end');
    feed.receive(extent(0, 100));
    feed.receive(rows(60, 100));
    feed.ask({ ...everything, text: 'x' }, { id: 70, cut: 5 });
    feed.receive(rows(60, 100));
    feed.receive({ type: 'found', revision: 1, position: 7, passed: 0 });
    expect(feed.isChanging).toBe(true);
    expect(feed.row(80)?.id).toBe(80);
    feed.receive(extent(0, 10, 1));
    expect(posted.at(-1)).toEqual({ type: 'watch', revision: 1, from: 0, to: 10, following: false });
    feed.receive(rows(0, 10, 1));
    expect(replaced.at(-1)).toEqual({ position: 7, cut: 0 });
    expect(held()).toHaveLength(10);
  });

  it('shows at once that nothing gets through', () => {
    feed.restart('end');
    feed.receive(extent(0, 0));
    expect(replaced).toEqual([undefined]);
    expect(posted).toEqual([]);
  });

  it('holds nothing any more when nothing gets through', () => {
    feed.restart('end');
    feed.receive(extent(0, 3));
    feed.receive(rows(0, 3));
    feed.ask(everything, 'end');
    feed.receive(extent(0, 0, 1));
    expect(held()).toEqual([]);
  });

  it('gives answers in the order of the questions, and none to those about other rows', () => {
    feed.restart('end');
    const found: unknown[] = [];
    feed.locate(1, (position) => found.push(position));
    feed.find(0, 'next', (position) => found.push(position));
    feed.receive({ type: 'found', revision: 0, position: 3, passed: 0 });
    feed.receive({ type: 'found', revision: 0, passed: 0 });
    expect(found).toEqual([3, undefined]);
    feed.locate(1, () => found.push('late'));
    feed.ask(everything, 'end');
    feed.receive({ type: 'found', revision: 0, position: 3, passed: 0 });
    expect(found).toHaveLength(2);
  });

  it('goes on showing rows that are read when the extension has dropped them', () => {
    feed.restart('end');
    feed.receive(extent(0, 100));
    feed.receive(rows(60, 100));
    feed.look(70, 79, false);
    feed.receive(rows(40, 100));
    feed.receive(extent(75, 175));
    expect(feed.range(false)).toEqual({ first: 40, end: 175 });
    feed.receive(extent(120, 220));
    expect(feed.range(false)).toEqual({ first: 120, end: 220 });
  });
});
