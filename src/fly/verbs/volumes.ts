import type { JTDDataType } from 'ajv/dist/jtd.js';
import type { Verb } from '../flyctl.ts';
import { volume as volumeOutput, volumes } from '../generated/validators.mjs';
import type { Volume } from '../model.ts';
import { readJson, time, utf8 } from '../parse.ts';
import type * as schemas from '../schema/schemas.ts';
import { changeMs, queryMs } from './deadlines.ts';

/** Where a new volume is to be and what it is called. */
export interface VolumePlace {
  /** Lower-case letters, digits and underscores, 30 at most. */
  readonly name: string;
  readonly region: string;
}

/** The app's volumes, without those that are being destroyed. */
export function listVolumes(app: string): Verb<readonly Volume[]> {
  return {
    args: ['volumes', 'list', '-a', app, '--json'],
    kind: 'read',
    app,
    deadlineMs: queryMs,
    parse: (output) => (readJson(output, volumes) ?? []).map(toVolume),
  };
}

/** Makes a volume, with the content of a snapshot when one is given. It may still be filled when this ends. */
export function createVolume(
  app: string,
  { name, region, sizeGb, snapshot }: VolumePlace & { readonly sizeGb: number; readonly snapshot?: string },
): Verb<Volume> {
  const content = snapshot === undefined ? [] : ['--snapshot-id', snapshot];
  const size = ['-r', region, '-s', String(sizeGb)];
  return {
    // flyctl asks whether one volume is enough, unless it is told so.
    args: ['volumes', 'create', name, '-a', app, ...size, ...content, '-y', '--json'],
    kind: 'write',
    app,
    deadlineMs: changeMs,
    parse: (output) => toVolume(readJson(output, volumeOutput)),
  };
}

/** Makes a copy of a volume as it is now. It may still be filled when this ends. */
export function forkVolume(app: string, volume: string, { name, region }: VolumePlace): Verb<Volume> {
  return {
    args: ['volumes', 'fork', volume, '-a', app, '-n', name, '-r', region, '--json'],
    kind: 'write',
    app,
    deadlineMs: changeMs,
    parse: (output) => toVolume(readJson(output, volumeOutput)),
  };
}

/**
 * Makes a volume larger; Fly cannot make one smaller. Without `--json`, because only the text says whether the machine has
 * to be restarted before it sees the new size.
 */
export function extendVolume(
  app: string,
  volume: string,
  sizeGb: number,
): Verb<{ readonly needsRestart: boolean }> {
  return {
    args: ['volumes', 'extend', volume, '-a', app, '-s', String(sizeGb)],
    kind: 'write',
    app,
    deadlineMs: changeMs,
    parse: ({ stdout }) => ({ needsRestart: /need to stop and start your machine/i.test(utf8(stdout)) }),
  };
}

/** Fly refuses while the volume is that of a machine. Its snapshots stay until their time is over. */
export function destroyVolume(app: string, volume: string): Verb<void> {
  return {
    args: ['volumes', 'destroy', volume, '-a', app, '-y'],
    kind: 'write',
    app,
    deadlineMs: changeMs,
    parse: () => undefined,
  };
}

function toVolume(printed: JTDDataType<typeof schemas.volume>): Volume {
  return {
    id: printed.id,
    name: printed.name ?? '',
    state: printed.state ?? '',
    sizeGb: printed.size_gb ?? 0,
    region: printed.region ?? '',
    encrypted: printed.encrypted ?? false,
    ...(printed.attached_machine_id && { attachedMachine: printed.attached_machine_id }),
    createdAt: time(printed.created_at),
  };
}
