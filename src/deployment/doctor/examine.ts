import type { Finding, Severity } from './finding.ts';
import type { Layer } from './rule.ts';
import { rules } from './rules/table.ts';
import type { Snapshot } from './snapshot.ts';

/** A finding with the layer of its rule. */
export interface Diagnosis extends Finding {
  readonly layer: Layer;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

/** What all rules find in the snapshot: errors first, and among equals in the order of the table. */
export function examine(snapshot: Snapshot): readonly Diagnosis[] {
  const found = rules.flatMap((rule) =>
    rule.examine(snapshot).map((finding) => ({ ...finding, code: rule.code, layer: rule.layer })),
  );
  return found.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}
