import { quote } from '../remote/quote.ts';

/** Words that no splitter of command lines changes. */
const plain = /^[\w./:=@%+,-]+$/;

/**
 * Joins words into one command line that flyctl's splitter (google/shlex) takes apart into the same words. It knows
 * quotes and backslashes as a shell does, expands nothing, and takes `#` at the beginning of a word for a comment.
 * @throws RangeError when a word holds a NUL.
 */
export function joinWords(words: readonly string[]): string {
  return words.map((word) => (plain.test(word) ? word : quote(word))).join(' ');
}
