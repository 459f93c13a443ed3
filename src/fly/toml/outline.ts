import type { AST } from 'toml-eslint-parser';
import type { TomlPath } from './fly-toml.ts';

/** A header with the keys below it; the first one has no header: it is what stands before all of them. */
export interface Section {
  readonly path: TomlPath;
  readonly header?: AST.TOMLTable;
  readonly body: readonly AST.TOMLKeyValue[];
}

/** What is written at a path. */
export type Entry =
  /** `key = …`, a member of an inline table or an element of an array. */
  | { readonly kind: 'value'; readonly node: AST.TOMLContentNode; readonly key?: AST.TOMLKeyValue['key'] }
  | { readonly kind: 'section'; readonly section: Section }
  /** A table that exists through keys with dots: `a.b = 1` makes `a`. */
  | { readonly kind: 'dotted'; readonly section: Section; readonly key: AST.TOMLKey; readonly depth: number }
  /** A table or an array of tables that exists through headers below it: `[a.b]` makes `a`. */
  | { readonly kind: 'implied'; readonly section: Section };

/** Where everything is written in a file. */
export class Outline {
  readonly sections: readonly Section[];
  readonly #entries = new Map<string, Entry>();

  constructor({ body: [top] }: AST.TOMLProgram) {
    const tables = top.body.filter((item) => item.type === 'TOMLTable');
    const first: Section = { path: [], body: top.body.filter((item) => item.type === 'TOMLKeyValue') };
    this.sections = [
      first,
      ...tables.map((header) => ({ path: header.resolvedKey, header, body: header.body })),
    ];
    for (const section of this.sections) this.#addSection(section);
  }

  at(path: TomlPath): Entry | undefined {
    return this.#entries.get(keyOf(path));
  }

  #addSection(section: Section): void {
    for (let depth = 1; depth < section.path.length; depth++) {
      this.#addFirst(section.path.slice(0, depth), { kind: 'implied', section });
    }
    // A header counts even where deeper ones, which made the table already, come before it.
    this.#entries.set(keyOf(section.path), { kind: 'section', section });
    for (const { key, value } of section.body) this.#addKeyValue(section, key, value);
  }

  #addKeyValue(section: Section, key: AST.TOMLKey, node: AST.TOMLContentNode): void {
    const names = namesOf(key);
    for (let depth = 1; depth < names.length; depth++) {
      // The last one counts: further keys of the table are added after it.
      this.#entries.set(keyOf([...section.path, ...names.slice(0, depth)]), {
        kind: 'dotted',
        section,
        key,
        depth,
      });
    }
    this.#addValue([...section.path, ...names], node, key);
  }

  #addValue(path: TomlPath, node: AST.TOMLContentNode, key?: AST.TOMLKey): void {
    this.#addFirst(path, { kind: 'value', node, ...(key && { key }) });
    if (node.type === 'TOMLArray') {
      node.elements.forEach((element, index) => this.#addValue([...path, index], element));
    } else if (node.type === 'TOMLInlineTable') {
      for (const member of node.body) this.#addMember(path, member);
    }
  }

  /** Of an inline table; `{ a.b = 1 }` makes `a`, which is written nowhere else. */
  #addMember(path: TomlPath, { key, value }: AST.TOMLKeyValue): void {
    this.#addValue([...path, ...namesOf(key)], value, key);
  }

  #addFirst(path: TomlPath, entry: Entry): void {
    const key = keyOf(path);
    if (!this.#entries.has(key)) this.#entries.set(key, entry);
  }
}

/** The names of a key, dots resolved and quotes gone. */
export function namesOf(key: AST.TOMLKey): readonly string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
}

function keyOf(path: TomlPath): string {
  return JSON.stringify(path);
}
