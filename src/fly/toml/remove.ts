import { isDeepStrictEqual } from 'node:util';
import { type AST, parseTOML } from 'toml-eslint-parser';
import { namesOf, Outline, type Section } from './outline.ts';
import { parseFlyToml } from './parse.ts';

/**
 * The text without the tables and values of these names at its top level; everything else keeps every byte. With a table go
 * the comments inside it and those right above its header.
 * @returns Nothing when the text is not valid TOML, or when the tables cannot be taken out without touching others.
 */
export function withoutTables(text: string, names: readonly string[]): string | undefined {
  const before = parseFlyToml(text);
  if (before.problem) return undefined;
  const wanted = Object.fromEntries(Object.entries(before.value).filter(([name]) => !names.includes(name)));
  const { sections } = new Outline(parseTOML(text));
  const gone = new Set(sections.flatMap((section) => linesOf(text, section, names)));
  const lines = text.split(/(?<=\n)/);
  const rest = lines.filter((_, index) => !gone.has(index) && !isGap(lines, gone, index)).join('');
  const after = parseFlyToml(rest);
  return !after.problem && isDeepStrictEqual(after.value, wanted) ? rest : undefined;
}

/** The lines, from 0, that a section loses: all of it, or the keys before the first header that have one of the names. */
function linesOf(text: string, section: Section, names: readonly string[]): readonly number[] {
  if (section.header) {
    return names.includes(String(section.path[0])) ? sectionLines(text, section, section.header) : [];
  }
  const keys = section.body.filter(({ key }) => names.includes(namesOf(key)[0] ?? ''));
  return keys.flatMap(({ loc }) => range(loc.start.line - 1, loc.end.line - 1));
}

function sectionLines(text: string, { body }: Section, header: AST.TOMLTable): readonly number[] {
  const lines = text.split('\n');
  const isComment = (index: number): boolean => /^\s*#/.test(lines[index] ?? '');
  let first = header.key.loc.start.line - 1;
  while (isComment(first - 1)) first--;
  let last = (body.at(-1)?.loc.end.line ?? header.key.loc.end.line) - 1;
  let tail = last;
  while (isComment(tail + 1)) tail++;
  // Comments that run into the next header are about that one.
  if (!/^\s*\[/.test(lines[tail + 1] ?? '')) last = tail;
  return range(first, last);
}

/** Whether it is one of the empty lines that follow lines which are gone: those before them stay. */
function isGap(lines: readonly string[], gone: ReadonlySet<number>, index: number): boolean {
  let before = index;
  while (before >= 0 && !gone.has(before) && lines[before]?.trim() === '') before--;
  return before !== index && gone.has(before);
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
