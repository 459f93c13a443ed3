import * as l10n from '@vscode/l10n';
import { changePropertiesAt } from './places.ts';
import { isNode, mapValues, omit, type SchemaNode } from './schemaNode.ts';

/**
 * Tolerates what OpenClaw still reads and changes before it validates (2026.9.6, `readConfigFileSnapshot`), and says what
 * replaces it. Other keys of earlier versions are refused. A key that the schema has is left alone.
 */
export function deprecateLegacyKeys(root: SchemaNode): SchemaNode {
  const withList = changePropertiesAt(root, 'agents', addAgentsList);
  return retired().reduce(
    (schema, { at, key, message, value }) =>
      changePropertiesAt(schema, at, (properties) => ({ [key]: deprecated(message, value), ...properties })),
    withList,
  );
}

interface Retired {
  readonly at: string;
  readonly key: string;
  readonly message: string;
  /** What OpenClaw still takes; anything when left out. */
  readonly value?: SchemaNode;
}

function retired(): readonly Retired[] {
  const agents = l10n.t(
    'OpenClaw ignores this. Use models.providers.*.models[].contextTokens, for each model.',
  );
  const providers = l10n.t(
    'OpenClaw moves this to the models that have none. Set it in each entry of “models”.',
  );
  const discovery = l10n.t('OpenClaw ignores this.');
  return [
    { at: 'agents.defaults', key: 'contextTokens', message: agents },
    { at: 'agents.entries.*', key: 'contextTokens', message: agents },
    { at: 'agents.list.*', key: 'contextTokens', message: agents },
    { at: 'models.providers.*', key: 'contextTokens', message: providers },
    { at: 'models.providers.*', key: 'contextWindow', message: providers },
    { at: 'plugins.entries.github-copilot.config', key: 'discovery', message: discovery, value: switchAlone },
  ];
}

/** An object with nothing but the key `enabled`. */
const switchAlone = { type: 'object', properties: { enabled: {} }, additionalProperties: false };

function deprecated(message: string, value: SchemaNode = {}): SchemaNode {
  return { ...value, deprecationMessage: message, doNotSuggest: true };
}

/** `agents.list`, which OpenClaw up to 2026.7 used, beside the `agents.entries` that it is moved to. */
function addAgentsList(agents: SchemaNode): SchemaNode {
  const { entries } = agents;
  const entry = isNode(entries) && entries['additionalProperties'];
  const known = isNode(entry) && entry['properties'];
  if (!isNode(entry) || !isNode(known) || 'list' in agents) return agents;
  const list = {
    type: 'array',
    items: {
      ...omit(entry, 'title', 'description'),
      properties: { id: agentId(), ...mapValues(known, undescribed) },
      required: ['id'],
    },
    deprecationMessage: l10n.t(
      'Use “agents.entries”, an object with one entry per agent. OpenClaw moves “agents.list” there when it starts.',
    ),
  };
  return { ...agents, list };
}

/** An id is moved only as it will be called; with another one, OpenClaw refuses the whole list. */
function agentId(): SchemaNode {
  return {
    type: 'string',
    pattern: '^[a-z0-9_][a-z0-9_-]{0,63}$',
    patternErrorMessage: l10n.t('Expected small letters, digits, “-” and “_”, 64 at most.'),
  };
}

/** The descriptions are those of `agents.entries`, where people should write. */
function undescribed(property: unknown): unknown {
  return isNode(property) ? omit(property, 'title', 'description') : property;
}
