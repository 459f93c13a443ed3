import { FlyError } from '../cli/failure.ts';

/** flyctl scans lines into a buffer of this size and stops at a longer line, without a word. */
const MAX_LINE_BYTES = 64 * 1_024;

/**
 * Reads `NAME=VALUE` lines as `flyctl secrets import` does, with its surprises: values are cut at `#`, and everything
 * after a line that is too long is dropped.
 * @throws FlyError for a line without `=`; RangeError for a value that is one lone quote, where flyctl panics
 */
export function parseSecrets(input: string): Map<string, string> {
  const secrets = new Map<string, string>();
  let open: { readonly name: string; readonly lines: string[] } | undefined;
  for (const line of scanLines(input)) {
    if (open) {
      if (!line.endsWith('"""')) {
        open.lines.push(line);
        continue;
      }
      secrets.set(open.name, [...open.lines, line.slice(0, -3)].join('\n'));
      open = undefined;
      continue;
    }
    if (line === '' || line.startsWith('#')) continue;
    const equals = line.indexOf('=');
    if (equals < 0) {
      throw new FlyError(
        `Failed to parse secrets from stdin: Secrets must be provided as NAME=VALUE pairs (${line} is invalid)`,
      );
    }
    const name = line.slice(0, equals).trim();
    const value = cutComment(line.slice(equals + 1).replace(/^ +/, ''));
    if (value.startsWith('"""') && !isTripleQuoted(value)) open = { name, lines: [value.slice(3)] };
    else secrets.set(name, unquote(value));
  }
  return secrets;
}

function* scanLines(input: string): Generator<string> {
  const lines = input.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    if (Buffer.byteLength(line) >= MAX_LINE_BYTES) return;
    yield line.replace(/\r$/, '');
  }
}

/** Cuts from `#` on when an even number of double quotes stands before it. */
function cutComment(value: string): string {
  const hash = value.indexOf('#');
  if (hash < 0) return value;
  const quotes = value.slice(0, hash).split('"').length - 1;
  return quotes % 2 === 0 ? value.slice(0, hash).replace(/ +$/, '') : value;
}

function isTripleQuoted(value: string): boolean {
  return value.length >= 6 && value.endsWith('"""');
}

function unquote(value: string): string {
  if (value.startsWith('"""')) return value.slice(3, -3);
  const quote = value.charAt(0);
  if (quote !== '"' && quote !== "'") return value;
  if (value.length === 1) throw new RangeError('slice bounds out of range [1:0]');
  return value.endsWith(quote) ? value.slice(1, -1) : value;
}
