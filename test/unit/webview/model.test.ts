import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../../src/shared/logs.ts';
import { LogModel } from '../../../webview/logs/model.ts';
import { line, lines } from '../../ui/webview/sample.ts';

function modelOf(rows: readonly LogRow[], maxRows = 1000): LogModel {
  const model = new LogModel();
  model.reset(maxRows);
  model.append(rows);
  return model;
}

const shownIds = (model: LogModel): number[] => model.shown.map(({ row }) => row.id);
const gap: LogRow = { kind: 'gap', id: 50, from: 0, to: 1 };

describe('LogModel', () => {
  it('shows all rows without a filter', () => {
    const model = modelOf([...lines(0, 3), gap]);
    expect(shownIds(model)).toEqual([0, 1, 2, 50]);
    expect(model.lines).toBe(3);
    expect(model.matches).toBe(3);
  });

  it('filters what is there and what comes, letter case aside', () => {
    const model = modelOf([line(0, 'Discord up'), line(1, 'ready')]);
    model.setFilter('DISCORD');
    model.append([line(2, '[discord] hello'), line(3, 'bye')]);
    expect(shownIds(model)).toEqual([0, 2]);
    expect([model.matches, model.lines]).toEqual([2, 4]);
    model.setFilter('');
    expect(shownIds(model)).toEqual([0, 1, 2, 3]);
  });

  it('matches the text as it reads, across changes of colour', () => {
    const model = modelOf([line(0, '\u001b[36m[gate\u001b[1mway]\u001b[0m up'), line(1, 'code 36')]);
    model.setFilter('gateway] up');
    expect(shownIds(model)).toEqual([0]);
    model.setFilter('36');
    expect(shownIds(model)).toEqual([1]);
  });

  it('shows gaps whatever the filter: what matches may be missing there', () => {
    const model = modelOf([line(0, 'a'), gap]);
    model.setFilter('nothing');
    model.append([{ ...gap, id: 51 }]);
    expect(shownIds(model)).toEqual([50, 51]);
    expect(model.matches).toBe(0);
  });

  it('keeps counts and filter right whatever happens', () => {
    const step = fc.oneof(
      fc.record({ append: fc.array(fc.constantFrom('ab', 'b', 'c'), { maxLength: 20 }) }),
      fc.record({ filter: fc.constantFrom('', 'a', 'B', 'x') }),
      fc.record({ trim: fc.constantFrom(1, 2) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const model = modelOf([], 10);
        let id = 0;
        for (const step of steps) {
          if ('append' in step) model.append(step.append.map((text) => line(id++, text)));
          else if ('filter' in step) model.setFilter(step.filter);
          else model.trim(step.trim);
        }
        const { matches, filter } = model;
        const shown = model.shown.map(({ row }) => row);
        expect(shown.every((row) => row.kind === 'line' && row.text.includes(filter.toLowerCase()))).toBe(
          true,
        );
        expect(shown).toHaveLength(matches);
        model.setFilter('');
        expect(model.shown).toHaveLength(model.lines);
      }),
    );
  });

  it('forgets the oldest rows, some at a time', () => {
    const model = modelOf(lines(0, 1100));
    model.trim();
    expect(model.lines).toBe(1100);
    model.append(lines(1100, 1101));
    model.trim();
    expect(model.lines).toBe(1000);
    expect(shownIds(model)[0]).toBe(101);
  });

  it('keeps more while somebody reads', () => {
    const model = modelOf(lines(0, 2200));
    model.trim(2);
    expect(model.lines).toBe(2200);
    model.append(lines(2200, 2201));
    model.trim(2);
    expect(model.lines).toBe(2000);
  });

  it('counts the lines on screen after a row', () => {
    const model = modelOf([...lines(0, 10), gap, line(51, 'line 51')]);
    expect(model.linesAfter(7)).toBe(3);
    model.setFilter('line 5');
    expect(model.linesAfter(7)).toBe(1);
    expect(model.linesAfter(99)).toBe(0);
  });

  it('knows the machines, until it is reset', () => {
    const model = modelOf([line(0, 'a'), line(1, 'b', { machine: 'other' })]);
    expect(model.machines.size).toBe(2);
    model.clear();
    expect(model.machines.size).toBe(2);
    model.reset(10);
    expect(model.machines.size).toBe(0);
  });

  it('measures the lines of a text as it reads', () => {
    const [entry] = modelOf([line(0, 'ab\n\u001b[31mc\u001b[0m\n')]).shown;
    expect(entry?.lineLengths).toEqual([2, 1, 0]);
  });
});
