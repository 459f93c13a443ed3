import { deduplicate } from './deduplicate.ts';
import { allowEnvironmentReferences, allowInclude, formatToPattern, requireNoDefaulted } from './leniency.ts';
import { deprecateLegacyKeys } from './legacy.ts';
import { dropTestChannel, ignoreBlanksAroundNames, ignoreCaseOfNames } from './names.ts';
import { resolveReferences } from './references.ts';
import { markSecrets } from './secrets.ts';
import { addSnippets } from './snippets.ts';
import { isNode, mapSchema, mapValueSchemas, omit, type SchemaNode } from './schemaNode.ts';
import { disjointOneOfToAnyOf, literalUnionToEnum } from './unions.ts';

/** What is done to every subschema, in this order, children before parents. */
const changes = [dropDialect, formatToPattern, literalUnionToEnum, disjointOneOfToAnyOf, requireNoDefaulted];

/** What is done to every subschema then, but not to those of keys. */
const leniencies = [allowEnvironmentReferences, allowInclude];

/** What is done to the whole, in this order. */
const corrections = [
  dropTestChannel,
  ignoreCaseOfNames,
  ignoreBlanksAroundNames,
  deprecateLegacyKeys,
  markSecrets,
  addSnippets,
  deduplicate,
];

/**
 * Turns the schema that `openclaw config schema` prints into one that VS Code and ajv can use as it is, and that accepts
 * what `openclaw config validate` accepts. The same input gives the same output.
 *
 * @param published The printed JSON, parsed (draft-07, about 1 MB). It is not changed.
 * @throws TypeError when it is not an object schema with properties.
 */
export function normaliseSchema(published: unknown): SchemaNode {
  if (!isNode(published) || !isNode(published['properties'])) {
    throw new TypeError('Not the schema of a configuration: it has no properties.');
  }
  const resolved = resolveReferences(published);
  const changed = mapSchema(resolved, (node) => changes.reduce((result, change) => change(result), node));
  const lenient = mapValueSchemas(changed, (node) =>
    leniencies.reduce((result, allow) => allow(result), node),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    // OpenClaw reads JSON5, of which VS Code's JSON language server can accept this much.
    allowComments: true,
    allowTrailingCommas: true,
    ...corrections.reduce((schema, correct) => correct(schema), lenient),
  };
}

/** Embedded schemas name their dialect again; it is the root's. */
function dropDialect(node: SchemaNode): SchemaNode {
  return omit(node, '$schema');
}
