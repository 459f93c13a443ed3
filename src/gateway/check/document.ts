import {
  parse as parseSyntaxTree,
  type DocumentNode,
  type MemberNode,
  type ObjectNode,
  type ValueNode,
} from '@humanwhocodes/momoa';
import * as l10n from '@vscode/l10n';
import { parseTree, type ParseError } from 'jsonc-parser';
import type { Range } from '../../core/text.ts';
import type { Finding } from './finding.ts';
import { isTooDeep } from './nesting.ts';
import { isRecord, type ConfigPath } from './path.ts';
import { Positions } from '../../core/positions.ts';
import { readValue } from './read.ts';

/** The text of an `openclaw.json` that OpenClaw can read, and what stands where in it. */
export interface ConfigDocument {
  /** Without the byte order mark. */
  readonly text: string;
  /** What the gateway reads. Of keys that occur twice in an object, the last one counts. */
  readonly value: unknown;
  /** The first place that JSON with comments and trailing commas does not allow; undefined when there is none. */
  readonly json5Only: Range | undefined;
  /** Keys that a later one of the same object replaces. */
  readonly replacedKeys: readonly { readonly path: ConfigPath; readonly range: Range }[];
  /** The value at the path, or the nearest around it that the text has. */
  rangeOfValue(path: ConfigPath): Range;
  /** The key at the path; the value where there is no key, as in arrays. */
  rangeOfKey(path: ConfigPath): Range;
  /** What an object or array begins with: its key, or its bracket where there is no key. */
  rangeOfHead(path: ConfigPath): Range;
  /** Where the words stand in the value, for the time that they occur in it (0 is the first); else the whole value. */
  rangeOfWords(path: ConfigPath, words: string, occurrence: number): Range;
}

export type ParsedText = { readonly document: ConfigDocument } | { readonly finding: Finding };

/**
 * Reads the text as OpenClaw does: JSON, and where that fails JSON5, for which the `json5` package decides what is valid.
 * Positions come from Momoa; where it knows less than `json5` (unquoted `true` as a key), everything stands at the start.
 */
export function parseDocument(source: string): ParsedText {
  const text = source.replace(/^\uFEFF/, '');
  const positions = new Positions(text);
  let value: unknown;
  try {
    value = readValue(text);
  } catch (error) {
    return { finding: syntaxFinding(error, text, positions) };
  }
  if (isTooDeep(value)) return { finding: nestingFinding(positions) };
  return { document: new ParsedDocument(text, value, positions) };
}

class ParsedDocument implements ConfigDocument {
  readonly text: string;
  readonly value: unknown;
  readonly #positions: Positions;
  #tree: DocumentNode | undefined;
  #treeTried = false;

  constructor(text: string, value: unknown, positions: Positions) {
    this.text = text;
    this.value = value;
    this.#positions = positions;
  }

  get json5Only(): Range | undefined {
    const errors: ParseError[] = [];
    parseTree(this.text, errors, { allowTrailingComma: true });
    const [first] = errors;
    return first && this.#positions.range(first.offset, first.offset + first.length);
  }

  get replacedKeys(): readonly { readonly path: ConfigPath; readonly range: Range }[] {
    const body = this.#body();
    return body ? this.#replacedIn(body, []) : [];
  }

  rangeOfValue(path: ConfigPath): Range {
    return this.#range(this.#locate(path).value);
  }

  rangeOfKey(path: ConfigPath): Range {
    const { member, value, found } = this.#locate(path);
    return this.#range(found && member ? member.name : value);
  }

  rangeOfHead(path: ConfigPath): Range {
    const { member, value, found } = this.#locate(path);
    if (found && member) return this.#range(member.name);
    const [start = 0] = value?.range ?? [];
    return this.#positions.range(start, start + 1);
  }

  rangeOfWords(path: ConfigPath, words: string, occurrence: number): Range {
    const { value } = this.#locate(path);
    const [start = 0, end = start] = value?.range ?? [];
    const offset = nthIndexOf(this.text.slice(start, end), words, occurrence);
    return offset < 0
      ? this.#positions.range(start, end)
      : this.#positions.range(start + offset, start + offset + words.length);
  }

  #body(): ValueNode | undefined {
    if (!this.#treeTried) {
      this.#treeTried = true;
      this.#tree = syntaxTree(this.text);
    }
    return this.#tree?.body;
  }

  #locate(path: ConfigPath): Located {
    let located: Located = { value: this.#body(), member: undefined, found: true };
    for (const segment of path) {
      const next = child(located.value, segment);
      if (!next) return { ...located, found: false };
      located = next;
    }
    return located;
  }

  #replacedIn(node: ValueNode, path: ConfigPath): { readonly path: ConfigPath; readonly range: Range }[] {
    if (node.type === 'Array') {
      return node.elements.flatMap(({ value }, index) => this.#replacedIn(value, [...path, index]));
    }
    if (node.type !== 'Object') return [];
    const lasts = membersOf(node);
    return node.members.flatMap((member) => {
      const inside = [...path, nameOf(member)];
      return lasts.get(nameOf(member)) === member
        ? this.#replacedIn(member.value, inside)
        : [{ path: inside, range: this.#range(member.name) }];
    });
  }

  #range(node: { readonly range?: readonly number[] | undefined } | undefined): Range {
    const [start = 0, end = start] = node?.range ?? [];
    return this.#positions.range(start, end);
  }
}

interface Located {
  readonly value: ValueNode | undefined;
  /** What gives the value its key. */
  readonly member: MemberNode | undefined;
  /** Whether the whole path leads here. */
  readonly found: boolean;
}

function child(node: ValueNode | undefined, segment: string | number): Located | undefined {
  if (node?.type === 'Array') {
    const element = node.elements[Number(segment)];
    return element && { value: element.value, member: undefined, found: true };
  }
  if (node?.type !== 'Object') return undefined;
  const member = membersOf(node).get(String(segment));
  return member && { value: member.value, member, found: true };
}

const knownMembers = new WeakMap<ObjectNode, ReadonlyMap<string, MemberNode>>();

/** The members by their names, the last one of those with the same name. Objects may have many thousands. */
function membersOf(node: ObjectNode): ReadonlyMap<string, MemberNode> {
  const known = knownMembers.get(node);
  if (known) return known;
  const members = new Map(node.members.map((member) => [nameOf(member), member]));
  knownMembers.set(node, members);
  return members;
}

function nthIndexOf(text: string, words: string, occurrence: number): number {
  let offset = text.indexOf(words);
  for (let count = 0; count < occurrence && offset >= 0; count++) offset = text.indexOf(words, offset + 1);
  return offset;
}

function nameOf({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name;
}

function syntaxTree(text: string): DocumentNode | undefined {
  try {
    return parseSyntaxTree(text, { mode: 'json5', ranges: true });
  } catch {
    return undefined;
  }
}

function syntaxFinding(error: unknown, text: string, positions: Positions): Finding {
  const offset = offsetOf(error, text);
  return {
    severity: 'error',
    code: 'syntax',
    path: '',
    range: positions.range(offset, offset + 1),
    message:
      text.slice(offset).trim() === ''
        ? l10n.t('The file ends too early: OpenClaw needs a complete object, such as {}.')
        : l10n.t('OpenClaw cannot read this as JSON5: unexpected {0}.', characterAt(text, offset)),
  };
}

function nestingFinding(positions: Positions): Finding {
  const message = l10n.t('OpenClaw cannot read this: objects and lists are nested too deeply.');
  return { severity: 'error', code: 'syntax', path: '', range: positions.range(0, 1), message };
}

/** `json5` counts lines and columns from 1, ends lines at LF alone, and names a line feed column 0 of the line after it. */
function offsetOf(error: unknown, text: string): number {
  if (
    !isRecord(error) ||
    typeof error['lineNumber'] !== 'number' ||
    typeof error['columnNumber'] !== 'number'
  ) {
    return 0;
  }
  const lines = text.split('\n').slice(0, error['lineNumber'] - 1);
  const start = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return Math.max(0, start + error['columnNumber'] - 1);
}

function characterAt(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return character === '\n' || character === '\r' ? l10n.t('end of the line') : `“${character}”`;
}
