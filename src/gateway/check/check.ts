import type { Position } from '../../core/text.ts';
import type { SchemaNode } from '../schema/schemaNode.ts';
import { parseDocument } from './document.ts';
import { effectiveConfig } from './effective.ts';
import type { Finding } from './finding.ts';
import { arrayAt, isRecord } from './path.ts';
import { withLegacy } from './rules/legacy.ts';
import type { Deployment, RuleContext } from './rules/rule.ts';
import { rules } from './rules/table.ts';
import { checkSchema } from './schema-check.ts';
import { propertyNames } from './schema-lookup.ts';

export interface CheckOptions {
  /** The content of an `openclaw.json`. */
  readonly text: string;
  /** As `normaliseSchema` makes it; the same object every time, since what is compiled of it is kept with it. */
  readonly schema: SchemaNode;
  /** Whether the schema is that of the gateway that will read the file. */
  readonly schemaIsOwn: boolean;
  /** What is known of the app that the file is for. */
  readonly deployment?: Deployment;
}

/**
 * Finds everything that is wrong, or worth knowing, about a configuration, in the order of the text. An `error` is what
 * `openclaw config validate` of the same version refuses.
 */
export function checkWith({ text, schema, schemaIsOwn, deployment }: CheckOptions): readonly Finding[] {
  const parsed = parseDocument(text);
  if ('finding' in parsed) return [parsed.finding];
  const { document } = parsed;
  const keyedAgents = propertyNames(schema, ['agents']).includes('entries');
  const config = effectiveConfig(document.value, { keyedAgents });
  const ofSchema = checkSchema({ document, config, schema, schemaIsOwn });
  if (!isRecord(document.value)) return ofSchema;
  const context: RuleContext = { document, config, schema, deployment };
  const findings = withLegacy(context, [...ofSchema, ...rules.flatMap((rule) => rule(context))]);
  return [...softened(findings, config.value)].sort((one, other) =>
    compare(one.range.start, other.range.start),
  );
}

/** Settings that channels and plugins judge, by their paths. */
const judgedByPlugins = /^(channels\.(?!defaults\b|modelByChannel\b)|plugins\.entries\.[^.]+\.config\.)/;

/** Settings that name what plugins bring, by their paths. */
const broughtByPlugins = /^(plugins\.slots\.|tools\.web\.search\.provider$|agents\..*\.heartbeat\.target$)/;

/**
 * With plugins from other folders, the gateway alone knows what they accept. It does not judge any plugin when it cannot
 * read one of the folders.
 */
function softened(findings: readonly Finding[], config: unknown): readonly Finding[] {
  if (arrayAt(config, 'plugins', 'load', 'paths').length === 0) return findings;
  return findings.map((finding) =>
    finding.severity === 'error' && isOfPlugins(finding) ? { ...finding, severity: 'warning' } : finding,
  );
}

function isOfPlugins({ code, path }: Finding): boolean {
  // What is removed from every channel is refused whoever brings the channel.
  if (judgedByPlugins.test(path)) return code !== 'conflict';
  return code === 'unknown-name' && broughtByPlugins.test(path);
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
