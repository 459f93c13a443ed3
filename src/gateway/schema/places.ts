import { isNode, mapValues, type SchemaNode } from './schemaNode.ts';

/** Keywords whose branches judge the same value as the schema that holds them. */
const branching = ['allOf', 'anyOf', 'oneOf'];

/**
 * A copy of the schema in which what judges the values at a place is changed. Places that the schema does not have are left
 * out; references are not followed.
 *
 * @param pattern Keys from the root, joined by dots, such as `channels.*.allowFrom`. `*` stands for every key of an object,
 *   named or not, and for every item of an array. Empty for the root.
 */
export function changeAt(
  root: SchemaNode,
  pattern: string,
  change: (node: SchemaNode) => SchemaNode,
): SchemaNode {
  return changeBelow(root, pattern === '' ? [] : pattern.split('.'), change);
}

function changeBelow(
  node: SchemaNode,
  path: readonly string[],
  change: (node: SchemaNode) => SchemaNode,
): SchemaNode {
  const [segment, ...rest] = path;
  if (segment === undefined) return change(node);
  const below = (child: unknown, inside: readonly string[]): unknown =>
    isNode(child) ? changeBelow(child, inside, change) : child;
  return mapValues(node, (value, keyword) => {
    if (branching.includes(keyword) && Array.isArray(value))
      return value.map((branch) => below(branch, path));
    if (keyword === 'properties' && isNode(value)) {
      return mapValues(value, (child, key) =>
        segment === '*' || segment === key ? below(child, rest) : child,
      );
    }
    const anyKey = keyword === 'additionalProperties' || (keyword === 'items' && !Array.isArray(value));
    return anyKey && segment === '*' ? below(value, rest) : value;
  });
}

/** A copy in which the properties of the objects at a place are others. Objects without properties are left alone. */
export function changePropertiesAt(
  root: SchemaNode,
  pattern: string,
  change: (properties: SchemaNode, node: SchemaNode) => SchemaNode,
): SchemaNode {
  return changeAt(root, pattern, (node) => {
    const { properties } = node;
    return isNode(properties) ? { ...node, properties: change(properties, node) } : node;
  });
}
