import * as l10n from '@vscode/l10n';
import { isNode, type SchemaNode } from './schemaNode.ts';

/**
 * Tolerates `agents.list`, which OpenClaw up to 2026.7 used and later versions migrate to `agents.entries` when they
 * start. A schema that still has the key, or has no `entries`, is left alone.
 */
export function deprecateAgentsList(root: SchemaNode): SchemaNode {
  const { properties } = root;
  const agents = isNode(properties) && properties['agents'];
  const known = isNode(agents) && agents['properties'];
  if (!isNode(properties) || !isNode(agents) || !isNode(known) || !('entries' in known) || 'list' in known)
    return root;
  const list = {
    type: 'array',
    deprecationMessage: l10n.t(
      'Use "agents.entries", an object with one entry per agent. The gateway migrates "agents.list" when it starts.',
    ),
  };
  return {
    ...root,
    properties: { ...properties, agents: { ...agents, properties: { ...known, list } } },
  };
}
