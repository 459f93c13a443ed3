import { describe, expect, test } from 'vitest';
import {
  gatewayTroublePattern,
  matchTrouble,
  troubles,
  wordsOf,
} from '../../../../src/gateway/troubles/table.ts';
import { lines, quietLines } from './lines.ts';

const known = Object.entries(lines).flatMap(([id, texts]) => texts.map((text) => [id, text] as const));

describe('the table of troubles', () => {
  test.each(known)('knows %s by: %s', (id, text) => {
    expect(matchTrouble(text)?.id).toBe(id);
  });

  test.each(quietLines)('is silent about: %s', (text) => {
    expect(matchTrouble(text)).toBeUndefined();
  });

  test('has a line for each row, and no row twice', () => {
    const ids = troubles.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(lines).sort()).toEqual([...ids].sort());
  });

  test('says what helps against everything that is not good', () => {
    for (const trouble of troubles) {
      expect(trouble.title()).not.toMatch(/\.$/);
      expect(trouble.explanation()).toMatch(/\.$/);
      expect(trouble.help?.().endsWith('.')).toBe(trouble.severity === 'good' ? undefined : true);
    }
  });

  test('reads lines in colour, which Fly passes on as they are', () => {
    expect(
      matchTrouble('\u001B[90m2026-11-21T19:51:45.980Z\u001B[39m \u001B[36m[gateway]\u001B[39m ready')?.id,
    ).toBe('gateway-ready');
  });

  test('needs no flags, and stays small enough for the argument of a script', () => {
    expect(troubles.filter(({ pattern }) => pattern.flags !== '')).toEqual([]);
    expect(gatewayTroublePattern.length).toBeLessThan(3000);
  });

  test('finds what a gateway says with one pattern, in its log files, where lines have no time', () => {
    const pattern = new RegExp(gatewayTroublePattern);
    const speakers = new Map(troubles.map(({ id, speaker }) => [id, speaker]));
    const missed = known.filter(
      ([id, text]) => speakers.get(id) === 'gateway' && !pattern.test(wordsOf(text)),
    );
    expect(missed).toEqual([]);
    expect(quietLines.filter((text) => pattern.test(wordsOf(text)))).toEqual([]);
  });

  test('needs time in proportion to the length of the line', () => {
    const hostile = ['a'.repeat(200_000), 'Health check '.repeat(20_000), 'Invalid config'.repeat(20_000)];
    const began = performance.now();
    for (const text of hostile) matchTrouble(text);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
