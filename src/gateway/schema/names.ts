import { changeAt, changePropertiesAt } from './places.ts';
import { isNode, omit, type SchemaNode } from './schemaNode.ts';

/**
 * Names that OpenClaw compares without regard to case; its published schema has lost that from their patterns
 * (2026.9.6, `zod-schema.agents` and `zod-schema.mcp-server`).
 */
const caseless = ['agents.entries', 'mcp.servers.*.codex.agents.*', 'nodeHost.mcp.servers.*.codex.agents.*'];

/** Names that OpenClaw trims before it compares them with their patterns. */
const trimmed = [
  'mcp.servers.*.codex.agents.*',
  'nodeHost.mcp.servers.*.codex.agents.*',
  'agents.defaults.models.*.pickerRuntimes.*',
  'agents.entries.*.models.*.pickerRuntimes.*',
];

/** Accepts blanks around names that OpenClaw trims. */
export function ignoreBlanksAroundNames(root: SchemaNode): SchemaNode {
  return trimmed.reduce((schema, pattern) => changeAt(schema, pattern, withBlanks), root);
}

function withBlanks(node: SchemaNode): SchemaNode {
  const { pattern } = node;
  if (typeof pattern !== 'string') return node;
  return { ...node, pattern: pattern.replace(/(^|\(\?:)\^/, '$1^\\s*').replace(/\$(\)?)$/, '\\s*$$$1') };
}

/** Accepts capitals in names of which OpenClaw accepts them. */
export function ignoreCaseOfNames(root: SchemaNode): SchemaNode {
  return caseless.reduce((schema, pattern) => changeAt(schema, pattern, withCapitals), root);
}

function withCapitals(node: SchemaNode): SchemaNode {
  const { pattern, propertyNames } = node;
  if (typeof pattern === 'string') return { ...node, pattern: pattern.replaceAll('a-z', 'a-zA-Z') };
  return isNode(propertyNames) ? { ...node, propertyNames: withCapitalsInBranches(propertyNames) } : node;
}

/** Names may also be `$include`, see `allowInclude`. */
function withCapitalsInBranches(node: SchemaNode): SchemaNode {
  const { anyOf } = node;
  if (!Array.isArray(anyOf)) return withCapitals(node);
  return { ...node, anyOf: anyOf.map((branch) => (isNode(branch) ? withCapitals(branch) : branch)) };
}

/** Leaves out the channel of OpenClaw's own tests, which it publishes and yet refuses as unknown. */
export function dropTestChannel(root: SchemaNode): SchemaNode {
  return changePropertiesAt(root, 'channels', (channels) => omit(channels, 'qa-channel'));
}
