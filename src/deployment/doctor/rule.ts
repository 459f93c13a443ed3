import type { Finding } from './finding.ts';
import type { Snapshot } from './snapshot.ts';

/** Which part of a deployment a rule is about; the report groups by it. */
export type Layer = 'flyctl' | 'fly' | 'openclaw';

/** Looks for one kind of trouble. Rules are pure, read only the snapshot and know nothing of each other. */
export interface Rule {
  /** That of its findings. */
  readonly code: string;
  readonly layer: Layer;
  /** What it finds, the worst first; nothing when it is fine or cannot be told. */
  examine(snapshot: Snapshot): readonly Omit<Finding, 'code'>[];
}
