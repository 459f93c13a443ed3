import { describe, expect, it } from 'vitest';
import { canBecome, hasVariable } from '../../../src/gateway/check/variables.ts';

describe('canBecome', () => {
  it.each([
    ['${LEVEL}', 'debug'],
    ['de${REST}', 'debug'],
    ['${START}ug', 'debug'],
    ['${A}b${B}', 'debug'],
    ['${A}${B}', 'debug'],
    ['debug${SUFFIX}', 'debug'],
  ])('takes %s for %s', (text, word) => {
    expect(canBecome(text, word)).toBe(true);
  });

  it.each([
    ['pre-${LEVEL}', 'debug'],
    ['${A}x${B}', 'debug'],
    ['${LEVEL} ', 'debug'],
    ['deb${A}bug', 'debug'],
    ['$${LEVEL}', 'debug'],
    ['${level}', 'debug'],
    ['debug', 'debug'],
    ['${LEVEL}', 5],
  ])('does not take %s for %s', (text, word) => {
    expect(canBecome(text, word)).toBe(false);
  });
});

it('knows what is no variable', () => {
  expect(['${A}', 'a${A_1}', '$${A}', '${a}', '$A', '${1}'].map(hasVariable)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
