/** A place in a string where OpenClaw puts the value of an environment variable. */
export interface VariableReference {
  readonly name: string;
  /** Offset and length of `${NAME}` in the string. */
  readonly offset: number;
  readonly length: number;
}

/**
 * The references `${NAME}` that OpenClaw replaces: capitals, digits and underscores, not starting with a digit. `$${NAME}` is
 * the text `${NAME}` (2026.9.6, docs/gateway/config-secrets-env.md).
 */
export function variableReferences(text: string): readonly VariableReference[] {
  return [...text.matchAll(/(\$?)\$\{([A-Z_][A-Z0-9_]*)\}/g)].flatMap((match) => {
    const [whole, escape, name] = match;
    return name === undefined || escape === '$' ? [] : [{ name, offset: match.index, length: whole.length }];
  });
}

/** Whether the gateway may read another text than the one that is written. */
export function hasVariable(value: unknown): boolean {
  return typeof value === 'string' && variableReferences(value).length > 0;
}

/** Whether the text, with something in the place of each variable, can be the word. */
export function canBecome(text: unknown, word: unknown): boolean {
  if (typeof text !== 'string' || typeof word !== 'string') return false;
  const references = variableReferences(text);
  const starts = [0, ...references.map(({ offset, length }) => offset + length)];
  const ends = [...references.map(({ offset }) => offset), text.length];
  const [first = '', ...others] = starts.map((start, index) => text.slice(start, ends[index]));
  const last = others.pop();
  if (last === undefined || !word.startsWith(first)) return false;
  let position = first.length;
  for (const part of others) {
    const found = word.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return word.length - last.length >= position && word.endsWith(last);
}
