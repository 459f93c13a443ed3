import type { EffectiveConfig } from './effective.ts';
import { childrenOf, leavesOf, recordAt, type ConfigPath } from './path.ts';
import { isSecretReference } from './secret-reference.ts';
import { variableReferences } from './variables.ts';

/** A place where a configuration takes a value from the environment. */
export interface VariableUse {
  readonly name: string;
  /** In the configuration that was given. */
  readonly path: ConfigPath;
  /** How many times the text before it has the same `${NAME}`; absent for the id of a reference to the environment. */
  readonly occurrence?: number;
}

/** Set on every Fly machine or by its system. */
const alwaysThere = /^(FLY_\w+|HOME|PATH|PWD|USER|HOSTNAME|LANG|TERM|PRIMARY_REGION|NODE_VERSION)$/;

/** Where the configuration names variables: as `${NAME}` in a text, or as the id of a reference to the environment. */
export function variableUses(config: unknown): readonly VariableUse[] {
  const texts = [...leavesOf(config)].flatMap(({ path, value }) => {
    const references = typeof value === 'string' ? variableReferences(value) : [];
    return references.map(({ name }, index) => {
      const occurrence = references.slice(0, index).filter((other) => other.name === name).length;
      return { name, path, occurrence };
    });
  });
  return [...texts, ...environmentIds(config, [])];
}

/**
 * The uses that get nothing: neither what is given, nor `env.vars` of the file, nor Fly has the name. None when files that are
 * included may give it.
 */
export function missingUses(
  { value, isOpen }: Pick<EffectiveConfig, 'value' | 'isOpen'>,
  given: Iterable<string>,
): readonly VariableUse[] {
  if (isOpen(['env'])) return [];
  const set = new Set([...Object.keys(recordAt(value, 'env', 'vars')), ...given]);
  return variableUses(value).filter(({ name }) => !set.has(name) && !alwaysThere.test(name));
}

function environmentIds(value: unknown, path: ConfigPath): readonly VariableUse[] {
  if (isSecretReference(value)) {
    return value.source === 'env' ? [{ name: value.id, path: [...path, 'id'] }] : [];
  }
  return childrenOf(value).flatMap(([key, child]) => environmentIds(child, [...path, key]));
}
