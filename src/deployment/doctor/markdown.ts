/** A block of text as it is. The fence is longer than any in the text, so that the text cannot end it. */
export function codeBlock(text: string, language = ''): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

/** A few words as they are, within a line. */
export function code(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${words}${fence}` : `${fence} ${words} ${fence}`;
}

/** Words that stand for themselves: nothing in them is markup or starts a line. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (character) => `\\${character}`);
}

/** A list of what is known; what is not is left out. */
export function facts(entries: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(entries)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `- ${plain(name)}: ${code(String(value))}`)
    .join('\n');
}

/** Blocks with an empty line between them. */
export function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
