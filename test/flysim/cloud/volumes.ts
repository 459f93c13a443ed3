import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Volume } from '../model.ts';
import type { Parameters, VolumeChange } from '../protocol.ts';
import type { Fleet } from './fleet.ts';
import type { Handlers } from './handlers.ts';
import { snapshotId, volumeId } from './ids.ts';
import { Problem } from './problem.ts';
import type { State, VolumeRecord } from './state.ts';

type VolumeCalls =
  `machines.${'volumes' | 'createVolume' | 'volume' | 'extendVolume' | 'destroyVolume' | 'snapshots' | 'createSnapshot'}`;
type NewVolume = Omit<Parameters<'machines.createVolume'>, 'app'>;

const GB = 1024 ** 3;
/** Days that Fly keeps a snapshot, unless the volume says otherwise. */
const RETENTION_DAYS = 5;

/** The calls that the Machines API answers about volumes. */
export function volumeHandlers(state: State, fleet: Fleet): Handlers<VolumeCalls> {
  const ofApp = (app: string): VolumeRecord[] =>
    state.stored.volumes.filter((each) => each.app === state.app(app).name);
  const find = (id: string, app?: string): VolumeRecord => {
    const found = (app === undefined ? state.stored.volumes : ofApp(app)).find(
      ({ volume }) => volume.id === id,
    );
    if (!found) throw new Problem(404, `volume not found: '${id}'`);
    return found;
  };
  return {
    'machines.volumes': ({ app }) => ofApp(app).map(({ volume }) => volume),
    'machines.createVolume': ({ app, ...options }) => createVolume(state, fleet, app, options),
    'machines.volume': ({ volume, app }) => find(volume, app).volume,
    'machines.extendVolume': ({ volume, app, sizeGb }) => extend(state, find(volume, app), sizeGb),
    'machines.destroyVolume': ({ volume, app }) => destroy(state, find(volume, app)),
    'machines.snapshots': ({ volume, app }) => find(volume, app).snapshots,
    'machines.createSnapshot': ({ volume, app }) => {
      void takeSnapshot(state, fleet, find(volume, app));
      return null;
    },
  };
}

/** Creates the record and the folder of a volume: empty, or filled in the background. */
export function createVolume(state: State, fleet: Fleet, app: string, options: NewVolume): Volume {
  const filled = contentOf(state, fleet, options);
  const volume: Volume = {
    id: volumeId(),
    name: options.name,
    state: filled?.state ?? 'created',
    size_gb: options.sizeGb,
    region: options.region,
    zone: 'b1f2',
    encrypted: options.encrypted ?? true,
    attached_machine_id: null,
    attached_alloc_id: null,
    created_at: new Date().toISOString(),
    host_dedication_id: '',
    snapshot_retention: options.snapshotRetention ?? RETENTION_DAYS,
    auto_backup_enabled: true,
    host_status: 'ok',
  };
  fleet.createVolumeFolder(volume.id);
  state.stored.volumes.push({ app: state.app(app).name, volume, snapshots: [] });
  state.changed();
  if (filled) void fill(state, volume, filled.folder, fleet.volumeFolder(volume.id));
  return volume;
}

/** Makes of a volume what a test wants. */
export function changeVolume(
  state: State,
  id: string,
  { hostStatus, extendNeedsRestart }: VolumeChange,
): null {
  const record = state.stored.volumes.find(({ volume }) => volume.id === id);
  if (!record) throw new Problem(404, `no volume ${id}`);
  if (hostStatus !== undefined) record.volume.host_status = hostStatus;
  if (extendNeedsRestart !== undefined) record.extendNeedsRestart = extendNeedsRestart;
  state.changed();
  return null;
}

/** The folder that a new volume is a copy of, and its state until it is. */
function contentOf(
  state: State,
  fleet: Fleet,
  { snapshot, source }: NewVolume,
): { readonly folder: string; readonly state: string } | undefined {
  if (source !== undefined) return { folder: fleet.volumeFolder(source), state: 'hydrating' };
  if (snapshot === undefined) return undefined;
  const known = state.stored.volumes.flatMap(({ snapshots }) => snapshots);
  if (!known.some(({ id }) => id === snapshot)) throw new Problem(404, `snapshot not found: '${snapshot}'`);
  return { folder: fleet.snapshotFolder(snapshot), state: 'restoring' };
}

async function fill(state: State, volume: Volume, from: string, to: string): Promise<void> {
  await copyFolder(from, to);
  volume.state = 'created';
  state.changed();
}

function extend(
  state: State,
  record: VolumeRecord,
  sizeGb: number,
): { readonly volume: Volume; readonly needsRestart: boolean } {
  const { volume, extendNeedsRestart = false } = record;
  if (sizeGb <= volume.size_gb) {
    throw new Problem(
      422,
      `invalid_argument: volume size can only be increased, it has ${String(volume.size_gb)}GB`,
    );
  }
  volume.size_gb = sizeGb;
  state.changed();
  return { volume, needsRestart: extendNeedsRestart };
}

/** The words for a volume in use are those of superfly/docs#2226. */
function destroy(state: State, { volume }: VolumeRecord): Volume {
  const machine = volume.attached_machine_id;
  if (machine !== null) {
    throw new Problem(
      412,
      `failed to destroy volume ${volume.id}: failed_precondition: volume is currently bound to machine: ${machine}`,
    );
  }
  volume.state = 'pending_destroy';
  state.changed();
  return volume;
}

async function takeSnapshot(state: State, fleet: Fleet, record: VolumeRecord): Promise<void> {
  const { volume, snapshots } = record;
  const snapshot = {
    id: '',
    size: 0,
    volume_size: volume.size_gb * GB,
    digest: '',
    created_at: new Date().toISOString(),
    status: 'waiting',
    retention_days: volume.snapshot_retention,
  };
  snapshots.push(snapshot);
  state.changed();
  const id = snapshotId();
  snapshot.size = await copyFolder(fleet.volumeFolder(volume.id), fleet.snapshotFolder(id));
  snapshot.id = id;
  snapshot.status = 'created';
  state.changed();
}

/** Copies with owners and times. What goes away meanwhile is left out. @returns The bytes of the copy. */
async function copyFolder(from: string, to: string): Promise<number> {
  const run = promisify(execFile);
  mkdirSync(to, { recursive: true });
  await run('cp', ['-a', `${from}/.`, to]).catch(() => undefined);
  const { stdout } = await run('du', ['-sk', to]);
  return Number.parseInt(stdout, 10) * 1024;
}
