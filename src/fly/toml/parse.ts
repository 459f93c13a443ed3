import { isDeepStrictEqual } from 'node:util';
import { type AST, getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import { Positions } from '../../core/positions.ts';
import type { Range, TextEdit } from '../../core/text.ts';
import { type Change, changeTo, type Source } from './edit.ts';
import type { FlyToml, TomlPath, TomlValue } from './fly-toml.ts';
import { type Entry, Outline } from './outline.ts';
import { styleOf, writeKey } from './style.ts';
import { toTable, valueAt, withValue } from './values.ts';

/** Reads a fly.toml, or any TOML. Never throws: what is wrong with the text is its `problem`. */
export function parseFlyToml(text: string): FlyToml {
  try {
    const program = parseTOML(text);
    const source = { text, outline: new Outline(program), style: styleOf(text) };
    return new ParsedToml(source, toTable(getStaticTOMLValue(program)));
  } catch (error) {
    if (error instanceof ParseError) return invalid(text, error);
    throw error;
  }
}

class ParsedToml implements FlyToml {
  readonly text: string;
  readonly value: FlyToml['value'];
  readonly #source: Source;
  readonly #positions: Positions;

  constructor(source: Source, value: FlyToml['value']) {
    this.text = source.text;
    this.value = value;
    this.#source = source;
    this.#positions = new Positions(source.text);
  }

  valueAt(path: TomlPath): TomlValue | undefined {
    return valueAt(this.value, path);
  }

  rangeOf(path: TomlPath): Range | undefined {
    const entry = this.#source.outline.at(path);
    const range = entry && offsetsOf(entry, this.text);
    return range && this.#positions.range(...range);
  }

  rangeOfKey(path: TomlPath): Range | undefined {
    const name = this.#nameAt(path);
    return name && this.#positions.range(...name.range);
  }

  set(path: TomlPath, value: TomlValue): readonly TextEdit[] {
    if (isDeepStrictEqual(this.valueAt(path), value)) return [];
    return this.#proven(changeTo(this.#source, path, value), withValue(this.value, path, value));
  }

  rename(path: TomlPath, name: string): readonly TextEdit[] {
    const present = this.#nameAt(path);
    if (!present) return [];
    const [start, end] = present.range;
    const changed = parseFlyToml(applied(this.text, { start, end, text: writeKey([name]) }));
    return changed.problem ? [] : [{ range: this.#positions.range(start, end), text: writeKey([name]) }];
  }

  /** A change that does anything else than what it is for is never offered. */
  #proven(change: Change | undefined, wanted: TomlValue): readonly TextEdit[] {
    if (!change || !isDeepStrictEqual(parseFlyToml(applied(this.text, change)).value, wanted)) return [];
    return [{ range: this.#positions.range(change.start, change.end), text: change.text }];
  }

  #nameAt(path: TomlPath): AST.TOMLBare | AST.TOMLQuoted | undefined {
    const entry = this.#source.outline.at(path);
    return entry?.kind === 'value' ? entry.key?.keys.at(-1) : undefined;
  }
}

function offsetsOf(entry: Entry, text: string): readonly [number, number] | undefined {
  switch (entry.kind) {
    case 'value':
      return entry.node.range;
    case 'dotted':
      return entry.key.keys[entry.depth - 1]?.range;
    case 'section':
    case 'implied': {
      const { header } = entry.section;
      return header && [header.range[0], headerEnd(header, text)];
    }
  }
}

function headerEnd({ key, kind }: AST.TOMLTable, text: string): number {
  const brackets = kind === 'array' ? ']]' : ']';
  return text.indexOf(brackets, key.range[1]) + brackets.length;
}

function applied(text: string, { start, end, text: added }: Change): string {
  return text.slice(0, start) + added + text.slice(end);
}

function invalid(text: string, { message, index }: ParseError): FlyToml {
  const nothing = (): undefined => undefined;
  const positions = new Positions(text);
  return {
    text,
    problem: { message, range: positions.range(...troubled(text, message, index)) },
    value: {},
    valueAt: nothing,
    rangeOf: nothing,
    rangeOfKey: nothing,
    set: () => [],
    rename: () => [],
  };
}

/** From where the parser stopped to the end of the line; for something missing, the line that it is missing from. */
function troubled(text: string, message: string, index: number): readonly [number, number] {
  const isMissing = /^(?:Unterminated|Unspecified|Expected)/.test(message) && text[index - 1] === '\n';
  const within = isMissing ? text.slice(0, index).trimEnd().length : index;
  const feed = text.indexOf('\n', within);
  const end = text.slice(0, feed < 0 ? text.length : feed).trimEnd().length;
  if (within < end) return [within, end];
  const start = text.lastIndexOf('\n', end - 1) + 1;
  return [start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0), end];
}
