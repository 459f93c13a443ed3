import JSON5 from 'json5';

/**
 * Reads a configuration as OpenClaw does: JSON, and where that fails JSON5, for which the `json5` package decides what is
 * valid. A byte order mark is allowed.
 *
 * @throws SyntaxError of the `json5` package, with `lineNumber` and `columnNumber`.
 */
export function readValue(source: string): unknown {
  const text = source.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    return JSON5.parse(text);
  }
}

/** The value of a configuration; undefined where OpenClaw cannot read it. */
export function valueOf(source: string): unknown {
  try {
    return readValue(source);
  } catch {
    return undefined;
  }
}
