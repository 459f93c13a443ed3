import { isNode, mapChildren, omit, type SchemaNode } from './schemaNode.ts';

/**
 * Moves everything that is referred to into `definitions` of the root, under unique names.
 *
 * OpenClaw embeds the schemas of plugins with their own `$defs` and with references that still count from the plugin's
 * root (`openclaw config schema`, 2026.9.6: imap and webhooks). A reference is therefore looked up in the nearest
 * enclosing schema in which it leads somewhere. One that leads nowhere is removed, so that it permits everything:
 * VS Code stops validating a document at the first reference that it cannot resolve.
 */
export function resolveReferences(root: SchemaNode): SchemaNode {
  const names = new Map<SchemaNode, string>();
  const definitions = new Map<string, SchemaNode>();

  const define = ({ target, scopes }: Resolved, pointer: string): string => {
    const known = names.get(target);
    if (known !== undefined) return known;
    const name = unusedName(lastSegment(pointer), definitions);
    names.set(target, name);
    definitions.set(name, {});
    definitions.set(name, visit(target, scopes));
    return name;
  };

  const visit = (node: SchemaNode, ancestors: readonly SchemaNode[]): SchemaNode => {
    const scopes = [node, ...ancestors];
    const { $ref, ...keywords } = omit(node, '$defs', 'definitions');
    const visited = mapChildren(keywords, (child) => visit(child, scopes));
    if (typeof $ref !== 'string') return visited;
    if ($ref === '#') return { ...visited, $ref };
    const resolved = resolve($ref, scopes);
    return resolved ? { ...visited, $ref: `#/definitions/${define(resolved, $ref)}` } : visited;
  };

  const visited = visit(root, []);
  return definitions.size === 0 ? visited : { ...visited, definitions: Object.fromEntries(definitions) };
}

interface Resolved {
  readonly target: SchemaNode;
  /** The schema that owns the target and those around it, innermost first. */
  readonly scopes: readonly SchemaNode[];
}

function resolve(reference: string, scopes: readonly SchemaNode[]): Resolved | undefined {
  if (!reference.startsWith('#/')) return undefined;
  for (const [index, scope] of scopes.entries()) {
    const target = follow(scope, reference);
    if (target) return { target, scopes: scopes.slice(index) };
  }
  return undefined;
}

function follow(scope: SchemaNode, reference: string): SchemaNode | undefined {
  let value: unknown = scope;
  for (const segment of segmentsOf(reference)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map(Object.entries(value)).get(segment);
  }
  return isNode(value) ? value : undefined;
}

/** The segments of a JSON pointer in a URI fragment (RFC 6901, section 6). */
function segmentsOf(reference: string): string[] {
  const segments = reference.slice('#/'.length).split('/');
  return segments.map((segment) => decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function lastSegment(reference: string): string {
  return (segmentsOf(reference).at(-1) ?? '').replaceAll(/[^\w-]/g, '') || 'definition';
}

function unusedName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}${count}`)) count += 1;
  return `${wanted}${count}`;
}
