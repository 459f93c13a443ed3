import { describe, expect, it } from 'vitest';
import { placesAt } from '../../../src/gateway/check/path.ts';
import { parseByteSize, parseDuration } from '../../../src/gateway/check/quantities.ts';
import { nearestName } from '../../../src/gateway/check/suggest.ts';
import { variableReferences } from '../../../src/gateway/check/variables.ts';

describe('parseDuration', () => {
  it.each([
    ['500ms', 500],
    [' 30S ', 30_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['7d', 604_800_000],
    ['0', 0],
  ])('reads %s', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

  it.each(['', '30x', '1h 30m', '-5m', '1h30', 'h'])('refuses “%s”', (text) =>
    expect(parseDuration(text)).toBeUndefined(),
  );
});

describe('parseByteSize', () => {
  it.each([
    ['500', 500],
    ['2KB', 2048],
    ['1.5mb', 1_572_864],
    ['1t', 1_099_511_627_776],
  ])('reads %s', (text, bytes) => expect(parseByteSize(text)).toBe(bytes));

  it.each(['', '5 mb', '5xb', '-5', 'mb', '9999999tb'])('refuses “%s”', (text) =>
    expect(parseByteSize(text)).toBeUndefined(),
  );
});

describe('nearestName', () => {
  const names = ['port', 'bind', 'controlUi', 'allowFrom', 'groupAllowFrom'];

  it.each([
    ['prot', 'port'],
    ['controlui', 'controlUi'],
    ['alowFrom', 'allowFrom'],
    ['bnd', 'bind'],
  ])('takes %s for %s', (typed, meant) => expect(nearestName(typed, names)).toBe(meant));

  it.each(['tls', 'x', 'allow'])('guesses nothing for %s', (typed) =>
    expect(nearestName(typed, names)).toBeUndefined(),
  );
});

describe('variableReferences', () => {
  it('finds what OpenClaw replaces, and nothing else', () => {
    expect(variableReferences('a-${B_2}-${lower}-$C-$${D}-${E}')).toEqual([
      { name: 'B_2', offset: 2, length: 6 },
      { name: 'E', offset: 27, length: 4 },
    ]);
  });
});

describe('placesAt', () => {
  const config = { a: { x: { k: 1 }, y: { k: 2 }, z: 5 }, list: [{ k: 3 }] };

  it('follows keys and takes every child for a star', () => {
    expect(placesAt(config, 'a.*.k')).toEqual([
      { path: ['a', 'x', 'k'], value: 1 },
      { path: ['a', 'y', 'k'], value: 2 },
    ]);
    expect(placesAt(config, 'list.*.k')).toEqual([{ path: ['list', 0, 'k'], value: 3 }]);
    expect(placesAt(config, '')).toEqual([{ path: [], value: config }]);
  });

  it('does not follow what objects inherit', () => {
    expect(placesAt(config, 'constructor.name')).toEqual([]);
  });
});
