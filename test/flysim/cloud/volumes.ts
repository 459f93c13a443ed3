import type { Volume } from '../model.ts';
import type { Fleet } from './fleet.ts';
import type { Handlers } from './handlers.ts';
import { volumeId } from './ids.ts';
import { Problem } from './problem.ts';
import type { State } from './state.ts';

type VolumeCalls = `machines.${'volumes' | 'createVolume' | 'volume'}`;

/** The calls that the Machines API answers about volumes. */
export function volumeHandlers(state: State, fleet: Fleet): Handlers<VolumeCalls> {
  const ofApp = (app: string): Volume[] =>
    state.stored.volumes.filter((each) => each.app === state.app(app).name).map(({ volume }) => volume);
  return {
    'machines.volumes': ({ app }) => ofApp(app),
    'machines.createVolume': ({ app, ...options }) => createVolume(state, fleet, app, options),
    'machines.volume': ({ volume, app }) => {
      const all = app === undefined ? state.stored.volumes.map((each) => each.volume) : ofApp(app);
      const found = all.find(({ id }) => id === volume);
      if (!found) throw new Problem(404, `volume not found: '${volume}'`);
      return found;
    },
  };
}

/** Creates the record and the folder of an empty volume. */
export function createVolume(
  state: State,
  fleet: Fleet,
  app: string,
  options: { readonly name: string; readonly region: string; readonly sizeGb: number },
): Volume {
  const volume: Volume = {
    id: volumeId(),
    name: options.name,
    state: 'created',
    size_gb: options.sizeGb,
    region: options.region,
    zone: 'b1f2',
    encrypted: true,
    attached_machine_id: null,
    attached_alloc_id: null,
    created_at: new Date().toISOString(),
    host_dedication_id: '',
    snapshot_retention: 5,
    auto_backup_enabled: true,
    host_status: 'ok',
  };
  fleet.createVolumeFolder(volume.id);
  state.stored.volumes.push({ app: state.app(app).name, volume });
  state.changed();
  return volume;
}
