import { isNode, stringsOf, type SchemaNode } from './schemaNode.ts';

type Literal = string | number | boolean | null;

interface LiteralBranch {
  readonly values: readonly Literal[];
  readonly description: string;
}

const literalKeywords = new Set(['type', 'const', 'enum', 'title', 'description']);

/**
 * `anyOf`/`oneOf` of nothing but literals becomes one `enum`. The editor then lists the values, and says which ones are
 * accepted instead of why each branch failed. Descriptions of the branches become those of the values.
 */
export function literalUnionToEnum(node: SchemaNode): SchemaNode {
  const { anyOf, oneOf, ...rest } = node;
  const union = anyOf ?? oneOf;
  if (!Array.isArray(union) || (anyOf !== undefined && oneOf !== undefined) || 'enum' in rest) return node;
  const branches = union.map(literalBranch).filter((branch) => branch !== undefined);
  if (branches.length === 0 || branches.length < union.length) return node;

  const described = new Map<Literal, string>();
  for (const { values, description } of branches) {
    for (const value of values) if (!described.get(value)) described.set(value, description);
  }
  const descriptions = [...described.values()];
  const enumeration = { ...rest, enum: [...described.keys()] };
  return descriptions.some(Boolean)
    ? { ...enumeration, markdownEnumDescriptions: descriptions }
    : enumeration;
}

function literalBranch(branch: unknown): LiteralBranch | undefined {
  if (!isNode(branch) || Object.keys(branch).some((keyword) => !literalKeywords.has(keyword)))
    return undefined;
  const values = literalsOf(branch);
  const text = branch['description'] ?? branch['title'];
  return values && { values, description: typeof text === 'string' ? text : '' };
}

/** The only values that the schema can accept; undefined when they cannot be counted. */
function literalsOf(node: SchemaNode): readonly Literal[] | undefined {
  const values: unknown = 'const' in node ? [node['const']] : node['enum'];
  if (Array.isArray(values)) return values.every(isLiteral) ? values : undefined;
  if (node['type'] === 'boolean') return [true, false];
  return node['type'] === 'null' ? [null] : undefined;
}

function isLiteral(value: unknown): value is Literal {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * `oneOf` whose branches cannot match together becomes `anyOf`, which means the same. VS Code then judges a half-typed
 * value by the branch that fits best.
 */
export function disjointOneOfToAnyOf(node: SchemaNode): SchemaNode {
  const { oneOf, ...rest } = node;
  if (!Array.isArray(oneOf) || 'anyOf' in rest || !oneOf.every(isNode)) return node;
  const disjoint = oneOf.every((one, index) =>
    oneOf.slice(index + 1).every((other) => areDisjoint(one, other)),
  );
  return disjoint ? { ...rest, anyOf: oneOf } : node;
}

function areDisjoint(one: SchemaNode, other: SchemaNode): boolean {
  return shareNothing(typesOf(one), typesOf(other)) || haveDiscriminator(one, other);
}

/** Whether both need a property whose accepted values differ. */
function haveDiscriminator(one: SchemaNode, other: SchemaNode): boolean {
  const needed = new Set(stringsOf(other['required']));
  const candidates = stringsOf(one['required']).filter((name) => needed.has(name));
  return candidates.some((name) =>
    shareNothing(literalsOfProperty(one, name), literalsOfProperty(other, name)),
  );
}

function literalsOfProperty(node: SchemaNode, name: string): readonly Literal[] | undefined {
  const property = isNode(node['properties']) ? node['properties'][name] : undefined;
  return isNode(property) ? literalsOf(property) : undefined;
}

function typesOf(node: SchemaNode): readonly string[] | undefined {
  const type = node['type'];
  const types = typeof type === 'string' ? [type] : stringsOf(type);
  return types.length === 0 ? undefined : types.map((name) => (name === 'integer' ? 'number' : name));
}

function shareNothing(one: readonly Literal[] | undefined, other: readonly Literal[] | undefined): boolean {
  return one !== undefined && other !== undefined && !one.some((value) => other.includes(value));
}
