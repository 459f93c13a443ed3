import { getLocation, parse, type Location, type Node } from 'jsonc-parser';
import type { Deployment } from '../check/rules/rule.ts';
import { namesFor, secretsFor, variablesOf, type OfferKind } from './sources.ts';

/** What is known beyond the text. */
export interface OfferFacts {
  /** Of the app that the file is for; nothing when it is not known. */
  readonly deployment: Deployment | undefined;
  /** Models that OpenClaw knows, as `provider/model`. */
  readonly models: readonly string[];
}

export interface Offer {
  /** What it is called; also what the user types to find it. */
  readonly label: string;
  readonly kind: OfferKind;
  /** Where it comes from, in a few words. */
  readonly detail: string;
  /** What stands in the text afterwards. */
  readonly insert: string;
}

/** Values that fit a place in a configuration, and the part of the text that each of them replaces. */
export interface Offers {
  /** In UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly items: readonly Offer[];
}

/**
 * Names that no schema has: those of the deployment's secrets and addresses, of the agents, accounts and models.
 *
 * @param text The content of an `openclaw.json`, which need not be complete.
 * @param offset Where somebody types, in UTF-16 units.
 */
export function offersAt(text: string, offset: number, facts: OfferFacts): Offers | undefined {
  const location = getLocation(text, offset);
  if (location.isAtPropertyKey) return undefined;
  const token = stringAround(location, offset);
  const config: unknown = parse(text, [], { allowTrailingComma: true });
  const variable = token && variableAt(text, offset, token);
  if (variable) {
    const items = variablesOf(config, facts.deployment).map(({ name, ...offer }) => ({
      ...offer,
      label: name,
      insert: `${name}}`,
    }));
    return { ...variable, items };
  }
  if (location.previousNode && !token) return undefined;
  const items = [...namesFor(location.path, config, facts), ...secretsFor(location.path, config, facts)];
  if (items.length === 0) return undefined;
  const place = token ? { offset: token.offset, length: token.length } : { offset, length: 0 };
  return { ...place, items: items.map(toValue) };
}

function toValue({ name, ...offer }: ReturnType<typeof namesFor>[number]): Offer {
  const value = JSON.stringify(name);
  return { ...offer, label: value, insert: value };
}

/** The string value in whose quotes the offset is. */
function stringAround({ previousNode }: Location, offset: number): Node | undefined {
  if (previousNode?.type !== 'string') return undefined;
  const end = previousNode.offset + previousNode.length;
  return offset > previousNode.offset && offset <= end ? previousNode : undefined;
}

/** The name, with the bracket that closes it, of the `${NAME}` that is being typed. `$${` is no reference. */
function variableAt(
  text: string,
  offset: number,
  token: Node,
): { readonly offset: number; readonly length: number } | undefined {
  const before = text.slice(token.offset, offset);
  const typed = /(?:^|[^$])\$\{(\w*)$/.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const rest = /^\w*\}?/.exec(text.slice(offset, token.offset + token.length))?.[0] ?? '';
  return { offset: offset - typed.length, length: typed.length + rest.length };
}
