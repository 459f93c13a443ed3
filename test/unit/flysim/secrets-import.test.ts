import { describe, expect, it } from 'vitest';
import { parseSecrets } from '../../flysim/cli/secrets-import.ts';

function parse(input: string): Record<string, string> {
  return Object.fromEntries(parseSecrets(input));
}

describe('lines of NAME=VALUE', () => {
  it.each([
    ['K=abc', { K: 'abc' }],
    [' K =  abc  \r\n\n# note\nL=1=2\n', { K: 'abc  ', L: '1=2' }],
    ['K="abc"\nL=\'d e\'', { K: 'abc', L: 'd e' }],
    ['K="a\\nb"', { K: 'a\\nb' }],
    ['K=', { K: '' }],
  ])('%j', (input, secrets) => {
    expect(parse(input)).toEqual(secrets);
  });
});

describe('comments cut values', () => {
  it.each([
    ['K=abc#def', 'abc'],
    ['K=abc  # note', 'abc'],
    ["K='abc#def'", "'abc"],
    ['K="abc#def"', 'abc#def'],
    ['K="a" #b', 'a'],
  ])('%j is %j', (input, value) => {
    expect(parse(input)).toEqual({ K: value });
  });
});

describe('triple quotes', () => {
  it('hold one line or several', () => {
    expect(parse('A="""x"""\nB="""a\n# not a comment\nb"""\nC=1')).toEqual({
      A: 'x',
      B: 'a\n# not a comment\nb',
      C: '1',
    });
  });
});

it('drops everything after a line of 64 KiB, without a word', () => {
  expect(parse(`A=1\nB=${'x'.repeat(65_536)}\nC=3`)).toEqual({ A: '1' });
});

it('repeats a line without an equals sign', () => {
  expect(() => parse('A=1\nhunter2')).toThrow(
    'Failed to parse secrets from stdin: Secrets must be provided as NAME=VALUE pairs (hunter2 is invalid)',
  );
});

it('panics at a lone quote', () => {
  expect(() => parse('K="')).toThrow(RangeError);
});
