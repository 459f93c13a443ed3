import { matchesGlob } from 'node:path';

/** vsce packages these whatever `.vscodeignore` says. */
const always = ['package.json', 'README.md'];

const fileReference = /^(?:\.\/)?((?:dist|l10n|media|schemas)\/.+\.\w+)$/;

/** The patterns of an allow-list `.vscodeignore`: the lines that begin with `!`. */
export function allowedPatterns(vscodeignore: string): string[] {
  const lines = vscodeignore.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
}

/** The files of the extension that its manifest, a parsed `package.json`, names anywhere. */
export function filesNamedBy(manifest: unknown): string[] {
  if (typeof manifest === 'string') {
    const file = fileReference.exec(manifest)?.[1];
    return file === undefined ? [] : [file];
  }
  if (typeof manifest !== 'object' || manifest === null) return [];
  return [...new Set(Object.values(manifest).flatMap(filesNamedBy))];
}

/**
 * What is wrong with the files of a package, a sentence each.
 * @param files Paths relative to the extension, with `/`.
 * @param patterns What may be in it; each has to be there at least once.
 * @param named What has to be in it.
 */
export function contentProblems(
  files: readonly string[],
  patterns: readonly string[],
  named: readonly string[],
): string[] {
  const allowed = [...always, ...patterns];
  const isAllowed = (file: string): boolean => allowed.some((pattern) => matchesGlob(file, pattern));
  const isThere = (pattern: string): boolean => files.some((file) => matchesGlob(file, pattern));
  return [
    ...files.filter((file) => !isAllowed(file)).map((file) => `${file} is packaged but not allowed.`),
    ...allowed
      .filter((pattern) => !isThere(pattern))
      .map((pattern) => `${pattern} is allowed but not there.`),
    ...named
      .filter((file) => !files.includes(file))
      .map((file) => `${file} is named in package.json but not packaged.`),
  ];
}
