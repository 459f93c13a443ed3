import type { Verb } from '../flyctl.ts';
import { snapshots } from '../generated/validators.mjs';
import type { Snapshot } from '../model.ts';
import { readJson, time } from '../parse.ts';
import { changeMs, queryMs } from './deadlines.ts';

/** The snapshots of a volume, newest first. One that is being made may have an empty id. */
export function listSnapshots(app: string, volume: string): Verb<readonly Snapshot[]> {
  return {
    args: ['volumes', 'snapshots', 'list', '-a', app, '--json', volume],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) =>
      (readJson(output, snapshots) ?? [])
        .map((snapshot) => ({
          id: snapshot.id,
          sizeBytes: snapshot.size ?? 0,
          createdAt: time(snapshot.created_at),
          status: snapshot.status ?? '',
          ...(typeof snapshot.retention_days === 'number' && { retentionDays: snapshot.retention_days }),
        }))
        .reverse(),
  };
}

/** Asks for a snapshot. Ends when Fly has taken the request, before there is one. */
export function createSnapshot(app: string, volume: string): Verb<void> {
  return {
    args: ['volumes', 'snapshots', 'create', '-a', app, volume],
    kind: 'write',
    app,
    deadlineMs: changeMs,
    parse: () => undefined,
  };
}
