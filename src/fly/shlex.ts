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

/** Takes a command line apart as flyctl does. @returns Nothing when a quote is not closed. */
export function splitWords(line: string): readonly string[] | undefined {
  const words: string[] = [];
  const word = /\s*(?:#[^\n]*|((?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+))|\s+$/gsuy;
  while (word.lastIndex < line.length) {
    const match = word.exec(line);
    if (!match) return undefined;
    if (match[1] !== undefined) words.push(unquoted(match[1]));
  }
  return words;
}

function unquoted(word: string): string {
  return word.replace(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gsu,
    (_, literal?: string, quoted?: string, escaped?: string) =>
      literal ?? quoted?.replace(/\\(["\\])/g, '$1') ?? escaped ?? '',
  );
}
