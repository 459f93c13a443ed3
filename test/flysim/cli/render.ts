/** JSON as Go's encoder writes it for flyctl: four spaces, HTML-sensitive characters escaped, a line feed at the end. */
export function goJson(value: unknown): string {
  return `${escapeHtml(JSON.stringify(value, null, 4))}\n`;
}

/** One line of JSON, as `version --json` prints it. */
export function goJsonLine(value: unknown): string {
  return `${escapeHtml(JSON.stringify(value))}\n`;
}

/** Without the keys whose value Go's `omitempty` leaves out. */
export function omitEmpty<T extends object>(value: T, always: readonly (keyof T)[] = []): Partial<T> {
  const kept = Object.entries(value).filter(
    ([key, each]) => always.some((name) => name === key) || !isEmpty(each),
  );
  return Object.fromEntries(kept) as Partial<T>;
}

/** A table as flyctl prints it: a bold title when there is one, columns padded to their widest cell. */
export function table(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const all = [columns.map((name) => name.toUpperCase()), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  const lines = all.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('\t'));
  // The title is bold even when standard output is a pipe.
  const head = title ? `\u001b[1m${title}\u001b[0m\n` : '';
  return `${head}${lines.map((line) => `${line}\n`).join('')}\n`;
}

function escapeHtml(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || value === '' || value === 0 || value === false;
}
