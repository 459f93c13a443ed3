import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinWords, splitWords as split } from '../../../src/fly/shlex.ts';
import { splitWords } from '../../flysim/machine/words.ts';

const nasty = fc.constantFrom(
  "'",
  '"',
  '\\',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '#',
  '$HOME',
  '`id`',
  '*',
  ';',
  '-n',
  '',
);
const word = fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join(''));

it('gives back every word, empty ones too', () => {
  fc.assert(
    fc.property(fc.array(word.map((text) => text.replaceAll('\0', ''))), (words) => {
      expect(splitWords(joinWords(words))).toEqual(words);
    }),
  );
});

it('leaves the command of the deployment guide readable', () => {
  const words = 'node dist/index.js gateway --allow-unconfigured --port 3000 --bind lan'.split(' ');
  expect(joinWords(words)).toBe('node dist/index.js gateway --allow-unconfigured --port 3000 --bind lan');
});

it('quotes what the splitter would take for a comment', () => {
  expect(joinWords(['echo', '#no comment'])).toBe("echo '#no comment'");
});

it('refuses a NUL', () => {
  expect(() => joinWords(['a\0b'])).toThrow(RangeError);
});

it('takes a command line apart into the words that it was joined from', () => {
  fc.assert(
    fc.property(fc.array(fc.array(nasty).map((parts) => parts.join(''))), (words) => {
      expect(split(joinWords(words))).toEqual(words);
    }),
  );
});

it.each([
  ['node dist/index.js  gateway', ['node', 'dist/index.js', 'gateway']],
  ['a"b c"\\ d # no word', ['ab c d']],
  [' ', []],
  ["it's", undefined],
  ['a \\', undefined],
])('splits %j', (line, words) => {
  expect(split(line)).toEqual(words);
});
