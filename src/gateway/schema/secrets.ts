import * as l10n from '@vscode/l10n';
import { secretPaths } from '../check/secret-paths.ts';
import { changeAt } from './places.ts';
import { entriesOf, isNode, mapSchema, type SchemaNode } from './schemaNode.ts';
import { variable, type Snippet } from './snippet.ts';

/** Values of the user's own, of which few are secrets. */
const rarelySecret = new Set(['env.vars.*']);

/**
 * Marks what holds a secret with the keyword `secret`, says so in its description and offers references to write instead.
 * These are the settings that take a reference to a secret, and those that OpenClaw calls sensitive.
 */
export function markSecrets(root: SchemaNode): SchemaNode {
  const definitions = new Map(entriesOf(root['definitions']));
  const isReference = (branch: unknown): boolean => {
    if (!isNode(branch)) return false;
    const { $ref, properties } = branch;
    if (typeof $ref === 'string') return isReference(definitions.get($ref.replace('#/definitions/', '')));
    return isNode(properties)
      ? 'source' in properties && 'id' in properties
      : branchesOf(branch).some(isReference);
  };
  const marked = mapSchema(root, (node) =>
    branchesOf(node).some(isReference) && takesText(node) ? mark(node) : node,
  );
  return secretPaths.reduce((schema, pattern) => {
    return changeAt(schema, pattern, (node) =>
      rarelySecret.has(pattern) ? { ...node, secret: true } : mark(node),
    );
  }, marked);
}

function mark(node: SchemaNode): SchemaNode {
  const { description } = node;
  if (node['secret'] === true || !takesText(node)) return node;
  const note = l10n.t('A secret: write a reference such as ${NAME}, not the value itself.');
  return {
    ...node,
    description: typeof description === 'string' ? `${description}\n\n${note}` : note,
    secret: true,
    defaultSnippets: isText(node) ? [fromEnvironment()] : [fromEnvironment(), reference()],
  };
}

function fromEnvironment(): Snippet {
  return {
    label: '${NAME}',
    description: l10n.t('From the environment'),
    body: variable('NAME', 1),
  };
}

function reference(): Snippet {
  return {
    label: '{ source, provider, id }',
    description: l10n.t('From the environment, a file, a program or OpenClaw’s own store'),
    body: { source: '${1|env,file,exec,store|}', provider: '${2:default}', id: '${3:NAME}' },
  };
}

function takesText(node: SchemaNode): boolean {
  return isText(node) || branchesOf(node).some((branch) => isNode(branch) && takesText(branch));
}

function isText({ type }: SchemaNode): boolean {
  return type === 'string' || (Array.isArray(type) && type.includes('string'));
}

function branchesOf({ anyOf, oneOf }: SchemaNode): readonly unknown[] {
  return [anyOf, oneOf].flatMap((union): readonly unknown[] => (Array.isArray(union) ? union : []));
}
