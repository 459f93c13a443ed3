import * as l10n from '@vscode/l10n';
import { entriesOf, isNode, stringsOf, type SchemaNode } from './schemaNode.ts';

/**
 * Refuses nothing that `URL.canParse` takes, which is how OpenClaw checks addresses (2026.9.6, `schema-validator`), and
 * what people write instead: no scheme, no host, a space in the host.
 */
const address =
  '^\\s*(?!(?:https?|wss?|ftp):/*$)[A-Za-z][A-Za-z0-9+.-]*:(?!//(?:[^/?#]*@)?[^/?#@]*(?:[<>^|]| +[^/?#@ ])[^/?#@]*(?:[/?#]|$))';

/** OpenClaw replaces these in every string, not in keys, before it validates (docs/gateway/config-secrets-env.md). */
const environmentReference = '(?<!\\$)\\$\\{[A-Z_][A-Z0-9_]*\\}';

/** The pattern of what can be any of several words: variables and nothing else. */
export const onlyVariables = `^(${environmentReference})+$`;

/** The gateway fills in defaults before it checks what is required, so a property with a default can be left out. */
export function requireNoDefaulted(node: SchemaNode): SchemaNode {
  const { required, ...rest } = node;
  if (!Array.isArray(required)) return node;
  const defaulted = new Set(
    entriesOf(node['properties'])
      .filter(([, property]) => isNode(property) && 'default' in property)
      .map(([name]) => name),
  );
  const names = stringsOf(required).filter((name) => !defaulted.has(name));
  return names.length === 0 ? rest : { ...rest, required: names };
}

/** Keeps no format: an address with a scheme is checked by a pattern, and OpenClaw checks no other. */
export function formatToPattern(node: SchemaNode): SchemaNode {
  const { format, ...rest } = node;
  if (format === undefined) return node;
  if (format !== 'uri' || 'pattern' in rest) return rest;
  return {
    ...rest,
    pattern: address,
    patternErrorMessage: l10n.t('Expected an address with its scheme, such as https://example.com.'),
  };
}

/**
 * A string that names a variable of the environment can become anything, so neither a pattern nor a list of words holds for
 * it. One word alone tells the branches of unions apart, and stays.
 */
export function allowEnvironmentReferences(node: SchemaNode): SchemaNode {
  const { pattern, enum: words, type, markdownEnumDescriptions, ...rest } = node;
  if (typeof pattern === 'string') return { ...node, pattern: `${environmentReference}|(?:${pattern})` };
  if (stringsOf(words).length < 2) return node;
  const descriptions = markdownEnumDescriptions === undefined ? {} : { markdownEnumDescriptions };
  return {
    ...rest,
    anyOf: [{ ...(type === undefined ? {} : { type }), enum: words, ...descriptions }, fromEnvironment()],
  };
}

function fromEnvironment(): SchemaNode {
  return {
    type: 'string',
    pattern: onlyVariables,
    patternErrorMessage: l10n.t('Expected one of the listed values.'),
  };
}

/**
 * Lets an object be read from other files: `{ "$include": "./agents.json5" }`, which the published schema does not know.
 * What is required may then be in those files.
 */
export function allowInclude(node: SchemaNode): SchemaNode {
  const { additionalProperties, propertyNames, required, properties, ...rest } = node;
  const closed = additionalProperties === false || isNode(additionalProperties);
  if (!closed || (isNode(properties) && '$include' in properties)) return node;
  return {
    ...rest,
    properties: { ...(isNode(properties) ? properties : {}), $include: includeSchema() },
    additionalProperties,
    ...(propertyNames === undefined ? {} : { propertyNames: orInclude(propertyNames) }),
    ...(required === undefined ? {} : requiredUnlessIncluded(node, required)),
  };
}

function includeSchema(): SchemaNode {
  return {
    markdownDescription: l10n.t(
      'Files to read this object from, relative to this file and inside its folder. Keys beside it override theirs.',
    ),
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    // Every object could have one: suggesting it everywhere would bury the keys that people look for.
    doNotSuggest: true,
  };
}

function orInclude(propertyNames: unknown): unknown {
  const anyString =
    isNode(propertyNames) && Object.keys(propertyNames).every((keyword) => keyword === 'type');
  return anyString ? propertyNames : { anyOf: [{ const: '$include' }, propertyNames] };
}

function requiredUnlessIncluded(node: SchemaNode, required: unknown): SchemaNode {
  if ('if' in node) return { required };
  return { if: { required: ['$include'] }, else: { required } };
}
