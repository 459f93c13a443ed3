import { isNode, mapChildren, mapValues, type SchemaNode } from './schemaNode.ts';

/** Shorter subschemas are not worth a reference, in characters of JSON. */
const minimumLength = 60;

/** What describes one place of use. Validators and VS Code read it beside `$ref`. */
const descriptive = new Set(['title', 'description']);

/**
 * Moves subschemas that occur repeatedly into `definitions`, each once. Those that are equal but for their title and
 * description share a definition, too. References inside the schema must already count from its root's `definitions`.
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
  /** The children are tokens. What has a description consists of that and of a token for the rest. */
  readonly structure: SchemaNode;
  /** Characters of JSON, children included. */
  readonly length: number;
  /** How many different places refer to it. */
  uses: number;
}

/** Every different subschema once. A token stands for one where it is used: `{ $ref: 'shared:3' }`. */
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
      const token = this.#token(structure);
      return Object.keys(descriptions).length === 0 ? token : this.#token({ ...descriptions, ...token });
    });
  }

  #token(structure: SchemaNode): SchemaNode {
    const text = JSON.stringify(structure);
    const known = this.#indexes.get(text);
    const index = known ?? this.#members.length;
    if (known === undefined) {
      const length = text.length + this.#countUses(structure);
      this.#members.push({ structure, length, uses: 0 });
      this.#indexes.set(text, index);
    }
    return { $ref: `shared:${index}` };
  }

  /** Counts everything that it consists of as used once more. Returns how long that is together. */
  #countUses(structure: SchemaNode): number {
    let length = 0;
    const count = (token: SchemaNode): SchemaNode => {
      const member = this.member(token);
      if (member) {
        member.uses += 1;
        length += member.length;
      }
      return token;
    };
    mapChildren(count(structure), count);
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
    const written = this.#expand(keywords);
    if (isNode(definitions)) {
      const named = mapValues(definitions, (token) => (isNode(token) ? this.#put(token) : token));
      Object.assign(this.#definitions, named);
    }
    return Object.keys(this.#definitions).length === 0
      ? written
      : { ...written, definitions: this.#definitions };
  }

  #expand(structure: SchemaNode): SchemaNode {
    const { $ref, ...rest } = structure;
    const written = mapChildren(rest, (token) => this.#put(token));
    return $ref === undefined ? written : { ...written, ...this.#put({ $ref }) };
  }

  #put(token: SchemaNode): SchemaNode {
    const member = this.#pool.member(token);
    if (!member) return token;
    const isWorthIt = member.uses >= 2 && member.length >= minimumLength;
    return isWorthIt ? { $ref: `#/definitions/${this.#name(member)}` } : this.#expand(member.structure);
  }

  #name(member: Shared): string {
    const known = this.#names.get(member);
    if (known !== undefined) return known;
    const name = this.#unusedName();
    this.#names.set(member, name);
    this.#definitions[name] = {};
    this.#definitions[name] = this.#expand(member.structure);
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
