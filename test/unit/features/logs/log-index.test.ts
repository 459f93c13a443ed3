import { describe, expect, it } from 'vitest';
import { LogIndex } from '../../../../src/features/logs/log-index.ts';
import type { LogRow } from '../../../../src/fly/logs/session.ts';
import { everything, type LogQuery } from '../../../../src/shared/logs.ts';
import { event, gap, line, lines } from './rows.ts';

function indexOf(rows: readonly LogRow[], query: Partial<LogQuery> = {}): LogIndex {
  const index = new LogIndex({ ...everything, ...query });
  index.append(rows);
  return index;
}

function hiding(hidden: Partial<LogQuery['hidden']>): Partial<LogQuery> {
  return { hidden: { ...everything.hidden, ...hidden } };
}

const shown = (index: LogIndex): number[] => index.rows(index.first, index.end).map(({ id }) => id);

describe('LogIndex', () => {
  it('lets everything through without a query, and counts lines only', () => {
    const index = indexOf([line(0), gap(1), event(2), line(3)]);
    expect(shown(index)).toEqual([0, 1, 2, 3]);
    expect({ lines: index.lines, matches: index.matches }).toEqual({ lines: 2, matches: 2 });
  });

  it('lets lines through that have the text, events too, and every gap', () => {
    const index = indexOf([line(0), gap(1), event(2), line(3), event(4, { type: 'exit', exitCode: 3 })], {
      text: '3',
    });
    expect(shown(index)).toEqual([1, 3, 4]);
    expect(index.matches).toBe(1);
  });

  it('hides lines that have the text instead', () => {
    const index = indexOf([line(0), gap(1), line(2)], { text: 'line 0', invert: true });
    expect(shown(index)).toEqual([1, 2]);
    expect(index.matches).toBe(1);
  });

  it('hides nothing because of an expression that is none', () => {
    const index = indexOf(lines(3), { text: '(', isRegex: true, invert: true });
    expect(shown(index)).toEqual([0, 1, 2]);
    expect(index.problem).toBeDefined();
  });

  it('only looks for the text when nothing is to be hidden', () => {
    const index = indexOf(lines(5), { text: 'line [13]', isRegex: true, findOnly: true, invert: true });
    expect(shown(index)).toEqual([0, 1, 2, 3, 4]);
    expect(index.matches).toBe(2);
    expect([index.nextHit(-1, 'next'), index.nextHit(1, 'next'), index.nextHit(3, 'next')]).toEqual([
      1, 3, 1,
    ]);
    expect([
      index.nextHit(3, 'previous'),
      index.nextHit(1, 'previous'),
      index.nextHit(5, 'previous'),
    ]).toEqual([1, 3, 3]);
  });

  it('finds the only match again, and nothing where nothing matches or nothing is looked for', () => {
    expect(indexOf(lines(3), { text: 'line 1' }).nextHit(0, 'next')).toBe(0);
    expect(indexOf(lines(3), { text: 'x', findOnly: true }).nextHit(0, 'next')).toBeUndefined();
    expect(indexOf(lines(3)).nextHit(0, 'next')).toBeUndefined();
    expect(indexOf([], { text: 'x' }).nextHit(0, 'previous')).toBeUndefined();
  });

  it.each([
    [{ levels: ['error' as const] }, [1, 2, 3, 4]],
    [{ levels: ['info' as const] }, [0, 5]],
    [{ machines: ['91857550b64e83'] }, [2, 3]],
    [{ regions: ['fra'] }, [0, 1, 3, 4, 5]],
    [{ sources: ['proxy'] }, [0, 1, 2, 4, 5]],
  ])('hides what is toggled off: %o', (hidden, expected) => {
    const rows = [
      line(0, { level: 'error' }),
      line(1),
      line(2, { instance: 'd8d9', region: 'fra' }),
      line(3, { instance: 'd8d9', provider: 'proxy' }),
      event(4),
      event(5, { type: 'exit', exitCode: 1 }),
    ];
    expect(shown(indexOf(rows, hiding(hidden)))).toEqual(expected);
  });

  it('counts the kept lines by what they can be told apart by, whatever the query', () => {
    const rows = [line(0), line(1, { level: 'warn', provider: 'proxy' }), line(2), event(3)];
    const index = indexOf(rows, { text: 'nothing has this', ...hiding({ levels: ['info'] }) });
    const counts = (trait: 'levels' | 'sources'): unknown =>
      [...index.count(trait)].map(([value, { lines: count }]) => [value, count]);
    expect(counts('levels')).toEqual([
      ['info', 2],
      ['warning', 1],
    ]);
    expect(counts('sources')).toEqual([
      ['app', 2],
      ['proxy', 1],
    ]);
    index.dropBefore(2);
    expect(counts('sources')).toEqual([['app', 1]]);
    expect(index.lines).toBe(1);
  });

  it('keeps positions while rows are dropped and added', () => {
    const index = indexOf(lines(10), { text: 'line [02468]', isRegex: true });
    expect(index.rows(2, 4).map(({ id }) => id)).toEqual([4, 6]);
    index.dropBefore(5);
    index.append([line(10), line(12)]);
    expect({ first: index.first, end: index.end, matches: index.matches }).toEqual({
      first: 3,
      end: 5,
      matches: 2,
    });
    expect(index.rows(0, 4).map(({ id }) => id)).toEqual([6]);
  });

  it('drops everything', () => {
    const index = indexOf([...lines(3), gap(3)], { text: 'line' });
    index.dropBefore(Infinity);
    expect([shown(index), index.lines, index.matches, index.all()]).toEqual([[], 0, 0, []]);
  });

  it('finds rows by their ids: the one that is kept, and where one or the next is shown', () => {
    const index = indexOf([line(0), line(1), line(1.5), line(4)], { text: 'line 1' });
    expect(index.find(4)?.id).toBe(4);
    expect(index.find(2)).toBeUndefined();
    expect([index.locate(0), index.locate(1), index.locate(1.2), index.locate(2)]).toEqual([
      0,
      0,
      1,
      undefined,
    ]);
  });

  it('masks no line before it is read', () => {
    let masked = 0;
    const rows = lines(5).map((row) =>
      Object.defineProperty(row, 'message', { get: () => String(++masked) }),
    );
    indexOf(rows, hiding({ levels: ['error'] }));
    expect(masked).toBe(0);
  });
});
