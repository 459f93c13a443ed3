/**
 * Reads the first complete JSON value of a text. Lines before it (notices, banners: flyctl#974) and anything after it
 * are skipped; a value starts at the beginning of a line, as flyctl prints it.
 * @throws SyntaxError when there is none, or when it is cut off.
 */
export function firstJson(text: string): unknown {
  const whole = parsed(text);
  if (whole) return whole.value;
  for (const { index } of text.matchAll(/^[[{]/gm)) {
    const end = endOfValue(text, index);
    const found = end === undefined ? undefined : parsed(text.slice(index, end));
    if (found) return found.value;
  }
  throw new SyntaxError('There is no complete JSON value.');
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** @returns The index after the bracket that closes the one at `start`; `undefined` when it is missing. */
function endOfValue(text: string, start: number): number | undefined {
  const token = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs;
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '[' || match[0] === '{') depth++;
    else if (match[0] === ']' || match[0] === '}') depth--;
    if (depth === 0) return token.lastIndex;
  }
  return undefined;
}
