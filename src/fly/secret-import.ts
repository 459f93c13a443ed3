/** flyctl scans lines into a buffer of this size, in bytes, and stops at a longer line without a word. */
const maxLineBytes = 64 * 1024;

/**
 * How values may stand in a line; a value takes the first that `secrets import` reads back unchanged. The bare one comes
 * last, because the quotes of the others keep white space at both ends, whichever of it flyctl trims.
 */
const quotes = ['"', "'", '"""', ''];

/**
 * The text by which `flyctl secrets import` takes exactly this value: `NAME="value"`, without a line break at its end.
 * `undefined` when its parser cannot be given the value, e.g. for one with a carriage return before a line break.
 */
export function encodeForImport(name: string, value: string): string | undefined {
  return quotes
    .map((quote) => `${name}=${quote}${value}${quote}`)
    .find((text) => {
      const parsed = parseImport(text);
      return parsed.size === 1 && parsed.get(name) === value;
    });
}

/**
 * Reads lines as `flyctl secrets import` does (internal/command/secrets/parser.go): without escapes, cut at `#`, and ended by a
 * line that is too long. What makes flyctl fail is left out.
 * @returns The values by name.
 */
export function parseImport(text: string): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>();
  let open: { readonly name: string; readonly lines: readonly string[] } | undefined;
  for (const line of scanLines(text)) {
    if (open) {
      const ended = line.endsWith('"""');
      const lines: readonly string[] = [...open.lines, ended ? line.slice(0, -3) : line];
      if (ended) secrets.set(open.name, lines.join('\n'));
      open = ended ? undefined : { name: open.name, lines };
      continue;
    }
    const [, name = '', rest = ''] = /^([^#=][^=]*)=(.*)$/s.exec(line) ?? [];
    const value = cutComment(rest.replace(/^[\s\u0085]+/, ''));
    if (value.startsWith('"""') && !/^""".*"""$/s.test(value)) {
      open = { name: name.trim(), lines: [value.slice(3)] };
    } else if (name !== '' && value !== '"' && value !== "'") {
      secrets.set(name.trim(), unquote(value));
    }
  }
  return secrets;
}

function* scanLines(text: string): Generator<string> {
  for (const line of text.split('\n')) {
    if (Buffer.byteLength(line) >= maxLineBytes) return;
    yield line.replace(/\r$/, '');
  }
}

/** A `#` begins a comment when an even number of double quotes stands before it. */
function cutComment(value: string): string {
  const hash = value.indexOf('#');
  const before = value.slice(0, hash);
  return hash >= 0 && before.split('"').length % 2 === 1 ? before.trimEnd() : value;
}

function unquote(value: string): string {
  const [, inside] = /^"""(.*)"""$/s.exec(value) ?? /^"(.*)"$/s.exec(value) ?? /^'(.*)'$/s.exec(value) ?? [];
  return inside ?? value;
}
