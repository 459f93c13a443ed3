/** A message as it is shown when it is folded, and when it is not. */
export interface Folding {
  /** How long the first line is, in UTF-16 units; that much is shown when folded. */
  readonly firstLine: number;
  /** How many lines are hidden when folded. */
  readonly hiddenLines: number;
  /** The message with its JSON over several lines, if it ends with JSON. */
  readonly pretty?: string;
}

/** Longer messages are not looked into for JSON, nor more brackets of one: it would take too long. */
const longestJson = 100_000;
const mostBrackets = 8;

/** How a message folds. @param text Without escapes. @returns `undefined` when it is a line like any other. */
export function foldingOf(text: string): Folding | undefined {
  const breakAt = text.indexOf('\n');
  const firstLine = breakAt === -1 ? text.length : breakAt;
  const hiddenLines = breakAt === -1 ? 0 : text.slice(breakAt).split('\n').length - 1;
  const pretty = prettyJson(text);
  if (pretty === undefined && hiddenLines === 0) return undefined;
  return { firstLine, hiddenLines, ...(pretty !== undefined && { pretty }) };
}

/** Sets the object or array with which a text ends over several lines. */
function prettyJson(text: string): string | undefined {
  if (text.length > longestJson || !/[\]}]\s*$/.test(text)) return undefined;
  // A bracket at the start may be a word such as `[gateway]`.
  for (const { index } of [...text.matchAll(/(?<=^|\s)[[{]/g)].slice(0, mostBrackets)) {
    const value = parseJson(text.slice(index));
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) continue;
    const before = text.slice(0, index).trimEnd();
    return `${before}${before === '' ? '' : '\n'}${JSON.stringify(value, undefined, 2)}`;
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
