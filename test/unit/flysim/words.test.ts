import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitWords } from '../../flysim/machine/words.ts';

it.each([
  ['', []],
  ['  ls  -l\t/data ', ['ls', '-l', '/data']],
  [`sh -c 'echo "$HOME" && ls *'`, ['sh', '-c', 'echo "$HOME" && ls *']],
  ['echo "a \\"b\\" \\\\ \\n $X"', ['echo', 'a "b" \\ \\n $X']],
  [`echo a'b'"c"d\\ e ''`, ['echo', 'abcd e', '']],
  ['rm -f /data/*.lock; echo done', ['rm', '-f', '/data/*.lock;', 'echo', 'done']],
])('splits %j', (line, words) => {
  expect(splitWords(line)).toEqual(words);
});

it.each([`echo 'open`, 'echo "open', 'echo \\'])('refuses %j', (line) => {
  expect(() => splitWords(line)).toThrow(/EOF found/);
});

it('gives back words that were put in single quotes', () => {
  const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom(...`'"\\ \n#$aé`) })), (words) => {
      expect(splitWords(words.map(quote).join(' '))).toEqual(words);
    }),
  );
});
