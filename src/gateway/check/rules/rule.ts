import type { SchemaNode } from '../../schema/schemaNode.ts';
import type { ConfigDocument } from '../document.ts';
import type { EffectiveConfig } from '../effective.ts';
import type { Finding } from '../finding.ts';
import { formatPath, type ConfigPath } from '../path.ts';

/** What is known of the deployment whose gateway will read the file. */
export interface Deployment {
  /** The app's Fly secrets; a staged one is not on the machines before the next deploy. */
  readonly secrets: readonly { readonly name: string; readonly status: 'deployed' | 'staged' }[];
  /** Names of the variables in `[env]` and of those that the image sets. */
  readonly env: readonly string[];
  /** Where the app answers, such as `my-openclaw.fly.dev`; empty when it is private. */
  readonly hostnames: readonly string[];
  /** The version of OpenClaw on the machine, such as `2026.9.6`. */
  readonly version?: string;
}

export interface RuleContext {
  readonly document: ConfigDocument;
  readonly config: EffectiveConfig;
  readonly schema: SchemaNode;
  readonly deployment: Deployment | undefined;
}

/** Looks for one kind of trouble. Rules are pure and know nothing of each other. */
export type Rule = (context: RuleContext) => readonly Finding[];

/** What a rule says about a place in the configuration. */
export interface Remark {
  /** In the effective configuration. */
  readonly path: ConfigPath;
  readonly message: string;
  /** What to mark, when not the value: its key, or the key or bracket that an object begins with. */
  readonly on?: 'key' | 'head';
  readonly variable?: string;
}

export function toFinding(
  { document, config }: Pick<RuleContext, 'document' | 'config'>,
  severity: Finding['severity'],
  code: string,
  { path, message, on, variable }: Remark,
): Finding {
  const source = config.sourceOf(path);
  const range =
    on === 'key'
      ? document.rangeOfKey(source)
      : on === 'head'
        ? document.rangeOfHead(source)
        : document.rangeOfValue(source);
  const finding = { severity, code, path: formatPath(source), range, message };
  return variable === undefined ? finding : { ...finding, variable };
}
