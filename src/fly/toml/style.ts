import type { AST } from 'toml-eslint-parser';
import type { TomlPath, TomlValue } from './fly-toml.ts';
import type { Outline, Section } from './outline.ts';
import { isList } from './values.ts';

/** How a file is written, so that what is added looks like the rest. */
export interface Style {
  readonly eol: '\n' | '\r\n';
  readonly quote: "'" | '"';
  /** What stands between a key and its value. */
  readonly equals: ' = ' | '=';
}

export function styleOf(text: string): Style {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return {
    eol: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
    quote: count(/=\s*'/g) > count(/=\s*"/g) ? "'" : '"',
    equals: count(/^[^#\n=]*\S=\S/gm) > count(/^[^#\n=]* =/gm) ? '=' : ' = ',
  };
}

/** The white space before what stands first in its line; nothing when it does not. */
export function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*$/.test(line) ? line : '';
}

/** The indentation of a header to be added: that of headers like it, else that of the table which it is in. */
export function headerIndent(text: string, outline: Outline, path: TomlPath): string {
  const depth = namesIn(path).length;
  const indents = outline.sections.flatMap(({ path: other, header }) =>
    header ? [{ path: namesIn(other), indent: indentAt(text, header.range[0]) }] : [],
  );
  const alike = indents.findLast((other) => other.path.length === depth);
  const parent = indents.find((other) => other.path.join('.') === namesIn(path).slice(0, -1).join('.'));
  return (alike ?? parent)?.indent ?? '';
}

/** By how much the keys of a table stand to the right of its header. */
export function keyIndent(text: string, { sections }: Outline): string {
  const example = sections.find(({ header, body }) => header && body.length > 0);
  if (!example?.header) return '';
  const [outer, inner] = [example.header.range[0], firstKey(example)?.range[0] ?? 0].map((offset) =>
    indentAt(text, offset),
  );
  return inner?.startsWith(outer ?? '') ? inner.slice(outer?.length) : '';
}

function firstKey({ body }: Section): AST.TOMLKeyValue | undefined {
  return body[0];
}

function namesIn(path: TomlPath): readonly string[] {
  return path.filter((part) => typeof part === 'string');
}

/** A key as TOML writes it. */
export function writeKey(names: readonly (string | number)[]): string {
  return names
    .map(String)
    .map((name) => (/^[\w-]+$/.test(name) ? name : basicString(name)))
    .join('.');
}

/** A value as TOML writes it, in one line. */
export function writeValue(value: TomlValue, style: Pick<Style, 'quote'>): string {
  if (typeof value === 'string') return writeString(value, style.quote);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => writeValue(item, style)).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${writeKey([name])} = ${writeValue(member, style)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function writeString(value: string, quote: Style['quote']): string {
  // A literal string knows no escapes.
  return quote === "'" && /^[^'\p{Cc}]*$/u.test(value) ? `'${value}'` : basicString(value);
}

function basicString(value: string): string {
  const escaped = value.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
