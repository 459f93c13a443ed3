import type { Snapshot, Volume } from '../../fly/model.ts';
import { nodeOf } from '../common/nodes.ts';
import type { Subject } from '../common/operations/operation.ts';
import { volumeSubject } from '../common/operations/subjects.ts';
import type { Services } from '../common/services.ts';

/** A snapshot and what it is a copy of. */
export interface SnapshotOf {
  readonly app: string;
  readonly volume: Volume;
  readonly snapshot: Snapshot;
}

/** A snapshot that a node stands for, or one of the volume that is meant. */
export function snapshotSubject(services: Services): Subject<SnapshotOf> {
  const volumes = volumeSubject(services);
  const of = (argument: unknown): SnapshotOf | undefined => {
    const node = nodeOf(argument);
    return node?.kind === 'snapshot' ? node : undefined;
  };
  return {
    of,
    choose: async (argument) => {
      const named = of(argument);
      if (named) return named;
      const volume = await volumes.choose(argument);
      return volume && (await import('./work.ts')).pickSnapshot(services, volume);
    },
  };
}
