import { parseDocument } from '../../../src/gateway/check/document.ts';
import { effectiveConfig } from '../../../src/gateway/check/effective.ts';
import type { Position } from '../../../src/core/text.ts';
import type { Finding } from '../../../src/gateway/check/finding.ts';
import type { Deployment, Rule, RuleContext } from '../../../src/gateway/check/rules/rule.ts';
import type { SchemaNode } from '../../../src/gateway/schema/schemaNode.ts';

const anything = {};

/** As much of OpenClaw's schema as the rules ask for: which channels and plugins there are. */
export const smallSchema: SchemaNode = {
  type: 'object',
  properties: {
    agents: { type: 'object', properties: { entries: anything } },
    channels: {
      type: 'object',
      properties: {
        defaults: anything,
        modelByChannel: anything,
        discord: anything,
        telegram: anything,
        whatsapp: anything,
      },
    },
    plugins: { type: 'object', properties: { entries: { properties: { 'memory-core': anything } } } },
  },
};

export interface ContextOptions {
  readonly deployment?: Deployment;
  readonly schema?: SchemaNode;
}

/** What a rule sees of a text that can be read. */
export function contextOf(
  text: string,
  { deployment, schema = smallSchema }: ContextOptions = {},
): RuleContext {
  const parsed = parseDocument(text);
  if ('finding' in parsed) throw new Error(parsed.finding.message);
  const { document } = parsed;
  return { document, config: effectiveConfig(document.value, { keyedAgents: true }), schema, deployment };
}

/** What a rule finds: `severity code@path`, and what is marked in the text. */
export function found(rule: Rule, text: string, options?: ContextOptions): readonly string[] {
  return rule(contextOf(text, options)).map((finding) => `${brief(finding)} ${marked(text, finding)}`);
}

export function brief({ severity, code, path }: Finding): string {
  return `${severity} ${code}@${path}`;
}

/** The text at the range of the finding. */
export function marked(text: string, { range }: Finding): string {
  return text.slice(offsetOf(text, range.start), offsetOf(text, range.end));
}

function offsetOf(text: string, { line, character }: Position): number {
  const before = text.split('\n').slice(0, line);
  return before.reduce((sum, { length }) => sum + length + 1, character);
}
