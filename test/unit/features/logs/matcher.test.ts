import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../../src/features/logs/matcher.ts';
import { everything } from '../../../../src/shared/logs.ts';

const test = (query: object, ...texts: readonly string[]): readonly boolean[] =>
  createMatcher({ ...everything, ...query }).test(texts);

describe('createMatcher', () => {
  it('finds a text as it is typed, whatever its case', () => {
    expect(test({ text: 'a.c (x' }, 'An A.C (X)', 'abc (x')).toEqual([true, false]);
    expect(test({ text: 'Ärger' }, 'ärger')).toEqual([true]);
    expect(test({ text: 'Lock', matchCase: true }, 'lock', 'Lock')).toEqual([false, true]);
  });

  it('finds what an expression describes', () => {
    expect(test({ text: '^code: \\d+$', isRegex: true }, 'code: 137', 'CODE: 1', 'code: x')).toEqual([
      true,
      true,
      false,
    ]);
    expect(test({ text: 'Code', isRegex: true, matchCase: true }, 'code', 'Code')).toEqual([false, true]);
  });

  it('looks at each line of a message', () => {
    expect(test({ text: '^second$', isRegex: true }, 'first\nsecond')).toEqual([true]);
  });

  it('takes what only the lenient syntax allows', () => {
    expect(test({ text: 'gateway\\-ready', isRegex: true }, 'gateway-ready')).toEqual([true]);
  });

  it('looks at the text without its colours', () => {
    expect(test({ text: 'gateway ready' }, '\x1b[36mgateway\x1b[0m ready')).toEqual([true]);
  });

  it('says why an expression is none, and then lets everything through', () => {
    const matcher = createMatcher({ ...everything, text: 'a(', isRegex: true });
    expect(matcher.problem).toMatch(/Unterminated group/);
    expect(matcher.test(['a', 'b'])).toEqual([true, true]);
  });

  it('gives an expression up that would take for ever', () => {
    const matcher = createMatcher({ ...everything, text: '^(a+)+$', isRegex: true });
    expect(matcher.test(['aaa', 'b'])).toEqual([true, false]);
    expect(matcher.problem).toBeUndefined();
    expect(matcher.test([`${'a'.repeat(60)}!`])).toEqual([true]);
    expect(matcher.problem).toMatch(/too long/);
    expect(matcher.test([`${'a'.repeat(60)}!`])).toEqual([true]);
  });
});
