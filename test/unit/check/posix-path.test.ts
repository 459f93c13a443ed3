import { describe, expect, it } from 'vitest';
import { isInside, isOfSystem, segmentsOf } from '../../../src/gateway/check/posix-path.ts';

describe('segmentsOf', () => {
  it.each([
    ['a/./b//c/', 'a b c'],
    ['a/b/../../c', 'c'],
    ['a/../../b', '.. b'],
    ['../../a', '.. .. a'],
    ['/../a', 'a'],
    ['.', ''],
  ])('reads %s', (path, segments) => {
    expect(segmentsOf(path).join(' ')).toBe(segments);
  });

  it('reads the longest path that a file can hold', () => {
    expect(segmentsOf('../'.repeat(300_000))).toHaveLength(300_000);
  });
});

describe('isInside', () => {
  it.each([
    ['/data/w/a.png', '/data/w', true],
    ['/data/w', '/data/w/', true],
    ['/data/w/../x', '/data/w', false],
    ['/data/w2/a', '/data/w', false],
  ])('of %s in %s is told', (path, folder, expected) => {
    expect(isInside(path, folder)).toBe(expected);
  });
});

it('knows the folders of the system', () => {
  expect(['/etc/a', '/usr/../etc', '/data/etc', 'etc'].map(isOfSystem)).toEqual([true, true, false, false]);
});
