import { entriesOf, isNode, type SchemaNode } from '../schema/schemaNode.ts';
import type { ConfigPath } from './path.ts';

/** The names of the properties that the schema has at the path; none when it has nothing there. */
export function propertyNames(schema: SchemaNode, path: ConfigPath): readonly string[] {
  return entriesOf(schemaAt(schema, path)?.['properties'])
    .map(([name]) => name)
    .filter((name) => name !== '$include');
}

/** Whether the schema allows something at the path. Where it says nothing, everything is allowed. */
export function isAllowed(schema: SchemaNode, path: ConfigPath): boolean {
  return schemaAt(schema, path) !== undefined;
}

/** The schema of what is at the path; undefined when nothing may be there. */
function schemaAt(schema: SchemaNode, path: ConfigPath): SchemaNode | undefined {
  let node: SchemaNode | undefined = resolve(schema, schema);
  for (const segment of path) node = node && childSchema(node, segment, schema);
  return node;
}

function childSchema(node: SchemaNode, segment: string | number, root: SchemaNode): SchemaNode | undefined {
  if (typeof segment === 'number') return resolve(node['items'], root);
  const property = new Map(entriesOf(node['properties'])).get(segment);
  if (property !== undefined) return resolve(property, root);
  return node['additionalProperties'] === false ? undefined : resolve(node['additionalProperties'], root);
}

function resolve(node: unknown, root: SchemaNode): SchemaNode {
  if (!isNode(node)) return {};
  const { $ref } = node;
  if (typeof $ref !== 'string') return node;
  const name = $ref.slice('#/definitions/'.length);
  return resolve(new Map(entriesOf(root['definitions'])).get(name), root);
}
