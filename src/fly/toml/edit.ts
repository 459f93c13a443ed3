import type { AST } from 'toml-eslint-parser';
import type { TomlPath, TomlValue } from './fly-toml.ts';
import { type Entry, namesOf, type Outline, type Section } from './outline.ts';
import { headerIndent, indentAt, keyIndent, type Style, writeKey, writeValue } from './style.ts';
import { isTable } from './values.ts';

/** A change of a text, by offsets. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A file with the places and the looks of what is in it. */
export interface Source {
  readonly text: string;
  readonly outline: Outline;
  readonly style: Style;
}

/** How the value gets to the path; nothing where that would take apart a table that is there. */
export function changeTo(source: Source, path: TomlPath, value: TomlValue): Change | undefined {
  const present = source.outline.at(path);
  if (present) return present.kind === 'value' ? replace(source, present.node, value) : undefined;
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const base = source.outline.at(path.slice(0, depth));
    if (base) return add(source, base, { base: path.slice(0, depth), rest: path.slice(depth), value });
  }
  return undefined;
}

interface Addition {
  /** What is there. */
  readonly base: TomlPath;
  /** What is not. */
  readonly rest: TomlPath;
  readonly value: TomlValue;
}

function add(source: Source, entry: Entry, addition: Addition): Change | undefined {
  const { rest, value } = addition;
  const hasHeader = entry.kind === 'section' || entry.kind === 'implied';
  if (rest.at(-1) === 0 && rest.length > 1 && !(hasHeader && isTable(value))) {
    return add(source, entry, { ...addition, rest: rest.slice(0, -1), value: [value] });
  }
  const isPlain = !isTable(value) && rest.every((part) => typeof part === 'string');
  switch (entry.kind) {
    case 'value':
      return addInline(source, entry.node, addition);
    case 'dotted':
      return addDotted(source, entry, addition);
    case 'section':
      return isPlain && rest.length === 1
        ? addKey(source, entry.section, addition)
        : addSection(source, addition);
    case 'implied':
      return addSection(source, addition);
  }
}

function replace({ text, style }: Source, node: AST.TOMLContentNode, value: TomlValue): Change {
  const [start, end] = node.range;
  const quote = text[start] === "'" ? "'" : text[start] === '"' ? '"' : style.quote;
  return { start, end, text: writeValue(value, { quote }) };
}

/** A line after the last key of the section, looking as that one does. */
function addKey(source: Source, section: Section, { rest, value }: Addition): Change {
  const { text, outline, style } = source;
  const line = `${writeKey(rest)}${style.equals}${writeValue(value, style)}`;
  const last = section.body.at(-1);
  if (last) return after(source, last.range[1], indentAt(text, last.range[0]) + line);
  if (section.header) {
    const indent = indentAt(text, section.header.range[0]) + keyIndent(text, outline);
    return after(source, section.header.range[1], indent + line);
  }
  return { start: 0, end: 0, text: line + style.eol + (text === '' ? '' : style.eol) };
}

/** A further `a.b = …` after the last one of its kind. */
function addDotted(
  source: Source,
  { section, key, depth }: Extract<Entry, { kind: 'dotted' }>,
  { rest, value }: Addition,
): Change | undefined {
  const sibling = section.body.find((item) => item.key === key);
  if (!sibling || rest.some((part) => typeof part === 'number')) return undefined;
  const names = [...namesOf(key).slice(0, depth), ...rest];
  const line = `${writeKey(names)}${source.style.equals}${writeValue(value, source.style)}`;
  return after(source, sibling.range[1], indentAt(source.text, sibling.range[0]) + line);
}

/** A member of an inline table, or an element of an array. */
function addInline(
  { text, style }: Source,
  node: AST.TOMLContentNode,
  { rest, value }: Addition,
): Change | undefined {
  if (node.type === 'TOMLInlineTable') {
    const member = `${writeKey(rest)} = ${writeValue(value, style)}`;
    const last = node.body.at(-1);
    if (last) return { start: last.range[1], end: last.range[1], text: `, ${member}` };
    return { start: node.range[0], end: node.range[1], text: `{ ${member} }` };
  }
  if (node.type !== 'TOMLArray' || rest.length !== 1) return undefined;
  const last = node.elements.at(-1);
  const start = last?.range[1] ?? node.range[0] + '['.length;
  const quote = last && text[last.range[0]] === "'" ? "'" : style.quote;
  return { start, end: start, text: (last ? ', ' : '') + writeValue(value, { quote }) };
}

/** A header with its keys: after the tables that belong with it, else at the end of the file. */
function addSection(source: Source, { base, rest, value }: Addition): Change | undefined {
  const { text, outline, style } = source;
  const path = [...base, ...rest];
  const header = isTable(value) ? path : path.slice(0, -1);
  const members = isTable(value) ? Object.entries(value) : [[String(path.at(-1)), value] as const];
  const indent = headerIndent(text, outline, header);
  const lines = [
    indent + headerLine(header),
    ...members.map(
      ([name, member]) =>
        `${indent}${keyIndent(text, outline)}${writeKey([name])}${style.equals}${writeValue(member, style)}`,
    ),
  ];
  const block = lines.join(style.eol);
  const relative = base.length > 0 ? outline.sections.findLast((each) => isBelow(each, base)) : undefined;
  if (relative) return after(source, endOf(relative), style.eol + block);
  const end = text.trimEnd().length;
  const isolated = end > 0 ? style.eol.repeat(2) + block : block + (text === '' ? style.eol : '');
  return { start: end, end, text: isolated };
}

/** Indices in the middle of the path mean the table of the array that is being written at that place. */
function headerLine(path: TomlPath): string {
  const key = writeKey(path.filter((part) => typeof part === 'string'));
  return typeof path.at(-1) === 'number' ? `[[${key}]]` : `[${key}]`;
}

function isBelow({ path }: Section, base: TomlPath): boolean {
  return base.every((part, index) => path[index] === part);
}

function endOf({ header, body }: Section): number {
  return body.at(-1)?.range[1] ?? header?.range[1] ?? 0;
}

/** New lines below the one with the offset, whatever comment it ends with. */
function after({ text, style }: Source, offset: number, lines: string): Change {
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed - (text[feed - 1] === '\r' ? 1 : 0);
  return { start: end, end, text: style.eol + lines };
}
