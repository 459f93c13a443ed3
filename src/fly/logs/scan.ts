const quote = 34;
const backslash = 92;
const newline = 10;
const open = 123;
const close = 125;

/**
 * Finds where the JSON object ends that starts at `text[start]`, a `{`.
 *
 * An indented object ends with the first line that starts with `}`: a line break cannot be inside a JSON string and
 * inner braces are indented. That needs no look at the characters in between; objects on one line do.
 * @param searched An indented object is known not to end before this index.
 * @returns The index after the end, for an object that is cut off the index where the next one may start, or -1
 * when the end is not there yet.
 */
export function findObjectEnd(text: string, start: number, searched: number): number {
  if (!isIndented(text, start)) return scanForEnd(text, start);
  const end = text.indexOf('\n}', searched);
  return end === -1 ? -1 : end + 2;
}

/** Whether the object that starts at `text[start]` has its first key on a line of its own. */
export function isIndented(text: string, start: number): boolean {
  return text.startsWith('\n ', start + 1) || text.startsWith('\r\n ', start + 1);
}

/** Counts braces outside strings. What cannot go on inside an object on one line ends a broken one. */
function scanForEnd(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === newline) {
      const next = text.charCodeAt(index + 1);
      if (inString || next === open) return index;
      if (next === close) return index + 2;
    } else if (inString) {
      if (character === backslash) index++;
      else if (character === quote) inString = false;
    } else if (character === quote) inString = true;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return index + 1;
  }
  return -1;
}
