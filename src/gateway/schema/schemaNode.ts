/** A JSON Schema (draft-07) that is an object, as parsed JSON of which nothing else is known. */
export type SchemaNode = Readonly<Record<string, unknown>>;

const holdsOne = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
]);
const holdsList = new Set(['allOf', 'anyOf', 'items', 'oneOf']);
const holdsMap = new Set(['$defs', 'definitions', 'dependencies', 'patternProperties', 'properties']);

export function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a keyword's value that is a map of names to whatever; none when it is something else. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isNode(value) ? Object.entries(value) : [];
}

/** The strings of a keyword's value that is a list of them; none when it is something else. */
export function stringsOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'string');
}

/** A copy of the object with every value changed. */
export function mapValues(node: SchemaNode, change: (value: unknown, key: string) => unknown): SchemaNode {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value, key)]));
}

/** A copy of the object without the keys. */
export function omit(node: SchemaNode, ...keys: readonly string[]): SchemaNode {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !keys.includes(key)));
}

/**
 * A copy of the schema with its direct subschemas changed. A property that is *called* `items` or `definitions` is not
 * mistaken for the keyword, and boolean schemas stay as they are.
 */
export function mapChildren(node: SchemaNode, change: (child: SchemaNode) => SchemaNode): SchemaNode {
  const changeOne = (value: unknown): unknown => (isNode(value) ? change(value) : value);
  return mapValues(node, (value, keyword) => {
    if (Array.isArray(value)) return holdsList.has(keyword) ? value.map(changeOne) : value;
    if (!isNode(value)) return value;
    if (holdsOne.has(keyword)) return change(value);
    return holdsMap.has(keyword) ? mapValues(value, changeOne) : value;
  });
}

/** A copy of the schema with every subschema, and then itself, changed: children before parents. */
export function mapSchema(node: SchemaNode, change: (node: SchemaNode) => SchemaNode): SchemaNode {
  return change(mapChildren(node, (child) => mapSchema(child, change)));
}

/** As `mapSchema`, for subschemas of values: those of keys stay as they are. */
export function mapValueSchemas(node: SchemaNode, change: (node: SchemaNode) => SchemaNode): SchemaNode {
  const { propertyNames, ...rest } = node;
  const mapped = mapChildren(rest, (child) => mapValueSchemas(child, change));
  return change(propertyNames === undefined ? mapped : { ...mapped, propertyNames });
}
