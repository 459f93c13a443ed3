/**
 * A POSIX `sh` script as a template. Backslashes reach the shell as they are typed, `${…}` puts in another piece of
 * script, and `\${…}` is the shell's own parameter expansion.
 */
export function sh(parts: TemplateStringsArray, ...pieces: readonly string[]): string {
  return String.raw({ raw: parts.raw.map((part) => part.replaceAll('\\${', '${')) }, ...pieces).trim();
}
