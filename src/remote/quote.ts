/**
 * Quotes one word for a POSIX shell; the only place that does. The word comes back unchanged whatever is in it:
 * inside single quotes nothing is special but the single quote itself.
 * @throws RangeError when the word holds a NUL, which no argument of a process can carry.
 */
export function quote(word: string): string {
  if (word.includes('\0')) throw new RangeError('A NUL character cannot be passed to a shell.');
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
