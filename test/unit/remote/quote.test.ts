import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { quote } from '../../../src/remote/quote.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

/** What `sh` makes of the quoted words; one process for all of them. */
function throughShell(words: readonly string[]): string[] {
  const script = `printf '%s\\0' ${words.map(quote).join(' ')}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

const word = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
const nasty = fc.constantFrom(
  "'",
  '"',
  '\\',
  '$',
  '`',
  '\n',
  ' ',
  '*',
  '~',
  '!',
  ';',
  '-n',
  '$(id)',
  '%s',
  '#',
  '',
  '\r\n',
);
const words = fc.array(
  fc.oneof(
    word,
    fc.array(fc.oneof(nasty, word)).map((parts) => parts.join('')),
  ),
  {
    minLength: 1,
    maxLength: 300,
  },
);

test('every word reaches the shell unchanged', () => {
  fc.assert(
    fc.property(words, (list) => {
      expect(throughShell(list)).toEqual(list);
    }),
    { numRuns: 40 },
  );
});

test('a NUL is refused', () => {
  expect(() => quote('a\0b')).toThrow(RangeError);
});
