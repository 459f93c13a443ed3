import type { Verb } from '../flyctl.ts';
import { volumes } from '../generated/validators.mjs';
import type { Volume } from '../model.ts';
import { readJson, time } from '../parse.ts';
import { queryMs } from './deadlines.ts';

/** The app's volumes, without those that are being destroyed. */
export function listVolumes(app: string): Verb<readonly Volume[]> {
  return {
    args: ['volumes', 'list', '-a', app, '--json'],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) =>
      (readJson(output, volumes) ?? []).map((volume) => ({
        id: volume.id,
        name: volume.name ?? '',
        state: volume.state ?? '',
        sizeGb: volume.size_gb ?? 0,
        region: volume.region ?? '',
        encrypted: volume.encrypted ?? false,
        ...(volume.attached_machine_id && { attachedMachine: volume.attached_machine_id }),
        createdAt: time(volume.created_at),
      })),
  };
}
