import { isNode, mapChildren, mapValues, type SchemaNode } from './schemaNode.ts';

/** Shorter subschemas are not worth a reference, in characters of JSON. */
const minimumLength = 60;

/** What describes one place of use. It stays there: validators and VS Code read keywords beside `$ref`. */
const descriptive = new Set(['title', 'description']);

/**
 * Moves subschemas that are equal but for their title and description into `definitions`, each once, when they occur
 * repeatedly. References inside the schema must already count from its root's `definitions`.
 */
export function deduplicate(root: SchemaNode): SchemaNode {
  const { definitions, ...keywords } = root;
  const named = isNode(definitions) ? definitions : {};
  const pool = new Pool();
  const interned = pool.intern({ ...keywords, definitions: named });
  return new Writer(pool, named).write(interned);
}

/** All subschemas that are equal. */
interface Shared {
  /** Without description; the children are tokens. */
  readonly structure: SchemaNode;
  /** Characters of JSON, children included. */
  readonly length: number;
  /** How many different places refer to it. */
  uses: number;
}

/** Every different subschema once. A token stands for one where it is used: `{ title, description, $ref: 'shared:3' }`. */
class Pool {
  readonly #members: Shared[] = [];
  readonly #indexes = new Map<string, number>();

  /** Replaces the children of the root by tokens. */
  intern(root: SchemaNode): SchemaNode {
    const interned = this.#tokenise(root);
    this.#countUses(interned);
    return interned;
  }

  /** The member that a token stands for; undefined for any other schema. */
  member(token: SchemaNode): Shared | undefined {
    const { $ref } = token;
    if (typeof $ref !== 'string' || !$ref.startsWith('shared:')) return undefined;
    return this.#members[Number($ref.slice('shared:'.length))];
  }

  #tokenise(node: SchemaNode): SchemaNode {
    return mapChildren(node, (child) => {
      const { descriptions, structure } = split(this.#tokenise(child));
      return { ...descriptions, $ref: `shared:${this.#index(structure)}` };
    });
  }

  #index(structure: SchemaNode): number {
    const text = JSON.stringify(structure);
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const length = text.length + this.#countUses(structure);
    const index = this.#members.push({ structure, length, uses: 0 }) - 1;
    this.#indexes.set(text, index);
    return index;
  }

  /** Counts each child as used once more. Returns how long they are together. */
  #countUses(structure: SchemaNode): number {
    let length = 0;
    mapChildren(structure, (token) => {
      const member = this.member(token);
      if (member) {
        member.uses += 1;
        length += member.length;
      }
      return token;
    });
    return length;
  }
}

/** Writes interned schemas out again: what is used repeatedly becomes a definition, everything else is put back. */
class Writer {
  readonly #pool: Pool;
  readonly #names = new Map<Shared, string>();
  readonly #definitions: Record<string, unknown>;
  #count = 0;

  constructor(pool: Pool, named: SchemaNode) {
    this.#pool = pool;
    // The names are taken from the start, so that no new one can be equal.
    this.#definitions = { ...named };
  }

  /** @param root The interned root, with its `definitions`. */
  write(root: SchemaNode): SchemaNode {
    const { definitions, ...keywords } = root;
    const written = this.#writeChildren(keywords);
    if (isNode(definitions)) {
      const named = mapValues(definitions, (token) => (isNode(token) ? this.#put(token) : token));
      Object.assign(this.#definitions, named);
    }
    return Object.keys(this.#definitions).length === 0
      ? written
      : { ...written, definitions: this.#definitions };
  }

  #writeChildren(node: SchemaNode): SchemaNode {
    return mapChildren(node, (token) => this.#put(token));
  }

  #put(token: SchemaNode): SchemaNode {
    const member = this.#pool.member(token);
    if (!member) return token;
    const { descriptions } = split(token);
    if (member.uses < 2 || member.length < minimumLength) {
      return { ...descriptions, ...this.#writeChildren(member.structure) };
    }
    return { ...descriptions, $ref: `#/definitions/${this.#name(member)}` };
  }

  #name(member: Shared): string {
    const known = this.#names.get(member);
    if (known !== undefined) return known;
    const name = this.#unusedName();
    this.#names.set(member, name);
    this.#definitions[name] = {};
    this.#definitions[name] = this.#writeChildren(member.structure);
    return name;
  }

  #unusedName(): string {
    let name: string;
    do name = `s${this.#count++}`;
    while (name in this.#definitions);
    return name;
  }
}

function split(node: SchemaNode): { readonly descriptions: SchemaNode; readonly structure: SchemaNode } {
  const entries = Object.entries(node);
  return {
    descriptions: Object.fromEntries(entries.filter(([keyword]) => descriptive.has(keyword))),
    structure: Object.fromEntries(entries.filter(([keyword]) => !descriptive.has(keyword))),
  };
}
