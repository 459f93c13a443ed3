import { type ConfigDocument, parseDocument } from '../../../../gateway/check/document.ts';
import { type EffectiveConfig, effectiveConfig } from '../../../../gateway/check/effective.ts';
import { recordAt } from '../../../../gateway/check/path.ts';
import type { Inspection } from '../../../../gateway/inspect/inspection.ts';
import type { Finding } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import { dataOf, failureOf, type Snapshot } from '../../snapshot.ts';

export type Found = readonly Omit<Finding, 'code'>[];

/** A rule of the layer of OpenClaw. */
export function rule(code: string, examine: (snapshot: Snapshot) => Found): Rule {
  return { code, layer: 'openclaw', examine };
}

/** A rule about what is in the machine; it says nothing when nobody could look. */
export function insideRule(
  code: string,
  examine: (inspection: Inspection, snapshot: Snapshot) => Found,
): Rule {
  return rule(code, (snapshot) => {
    const inspection = dataOf(snapshot.inspection);
    return inspection ? examine(inspection, snapshot) : [];
  });
}

/** The configuration on the machine, as OpenClaw reads it. */
export interface ConfigView {
  readonly document: ConfigDocument;
  readonly config: EffectiveConfig;
}

const views = new WeakMap<Inspection, ConfigView | undefined>();

/** Nothing when there is no configuration, or none that OpenClaw can read. */
export function configOf(inspection: Inspection): ConfigView | undefined {
  if (!views.has(inspection)) views.set(inspection, viewOf(inspection.config?.text));
  return views.get(inspection);
}

function viewOf(text: string | undefined): ConfigView | undefined {
  const parsed = text === undefined ? undefined : parseDocument(text);
  if (!parsed || 'finding' in parsed) return undefined;
  const { document } = parsed;
  return { document, config: effectiveConfig(document.value, { keyedAgents: true }) };
}

/** The words that start the gateway; empty when the image decides and none runs. */
export function commandOf({ gateways }: Inspection, { machine }: Snapshot): readonly string[] {
  return gateways[0]?.command ?? machine?.command ?? [];
}

/** Whether the command lets the gateway start without `gateway.mode`. */
export function allowsUnconfigured(command: readonly string[]): boolean {
  return /(?:^|\s)--allow-unconfigured\b/.test(command.join(' '));
}

/** The user that reads the configuration: the gateway's, or the one that it would run as. */
export function readerOf({ gateways, mainUid }: Inspection): number {
  return gateways[0]?.uid ?? mainUid;
}

/** How a secret of the app stands; nothing when there is none of the name, or the secrets could not be read. */
export function secretStatus({ secrets }: Snapshot, name: string): 'there' | 'staged' | undefined {
  const secret = dataOf(secrets)?.find((candidate) => candidate.name === name);
  if (!secret) return undefined;
  return secret.status === 'Staged' ? 'staged' : 'there';
}

/**
 * Whether the gateway has a variable, as far as that can be told: what no running gateway has in its environment may still be
 * among the secrets, which a session need not have.
 */
export function isSet(inspection: Inspection, snapshot: Snapshot, name: string): boolean {
  const { machine, secrets } = snapshot;
  if (inspection.variables.includes(name) || Object.hasOwn(machine?.env ?? {}, name)) return true;
  const ofFile = recordAt(configOf(inspection)?.config.value, 'env', 'vars');
  if (Object.hasOwn(ofFile, name) || secretStatus(snapshot, name) === 'there') return true;
  return inspection.gateways.length === 0 && failureOf(secrets) !== undefined;
}

/** A moment as evidence shows it, e.g. `2026-11-21 19:51:45 UTC`. */
export function momentOf(ms: number): string {
  return Number.isFinite(ms) ? `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC` : '';
}
