import type { Machine, MachineConfig } from '../model.ts';
import type { Parameters } from '../protocol.ts';
import type { Fleet } from './fleet.ts';
import type { Handlers } from './handlers.ts';
import { instanceId, machineId, privateIp } from './ids.ts';
import { Problem } from './problem.ts';
import { moved } from './simulation.ts';
import type { State } from './state.ts';

export type MachineLifeCalls = `machines.${'cordon' | 'destroy' | 'create'}`;

const moving: ReadonlySet<string> = new Set(['starting', 'started', 'stopping', 'suspending', 'replacing']);

/** The calls of the Machines API that make machines, take them out of the proxy, and end them for good. */
export function machineLifeHandlers(state: State, fleet: Fleet): Handlers<MachineLifeCalls> {
  return {
    'machines.cordon': ({ app, machine, cordoned }) => {
      state.machine(app, machine).machine.cordoned = cordoned;
      state.changed();
      return null;
    },
    'machines.destroy': async ({ app, machine, force }) => {
      const record = state.machine(app, machine);
      if (!force && moving.has(record.machine.state)) {
        throw new Problem(
          412,
          'failed_precondition: unable to destroy machine, not currently stopped or suspended',
        );
      }
      await fleet.destroyMachine(record);
      return null;
    },
    'machines.create': (wanted) => createMachine(state, fleet, wanted),
  };
}

function createMachine(state: State, fleet: Fleet, wanted: Parameters<'machines.create'>): Machine {
  const { app, name, region, like } = wanted;
  const original = state.machine(app, like).machine;
  const now = new Date().toISOString();
  const id = machineId();
  const version = instanceId();
  const machine: Machine = {
    ...original,
    id,
    name: name || `quiet-${id.slice(0, 6)}`,
    state: 'created',
    region,
    instance_id: version,
    version,
    private_ip: privateIp(),
    created_at: now,
    updated_at: now,
    config: fleet.plain ? moveMounts(fleet, wanted.config) : wanted.config,
    events: [{ type: 'launch', status: 'created', source: 'user', timestamp: Date.now() }],
    host_status: 'ok',
    cordoned: false,
  };
  const mounted = (machine.config.mounts ?? []).map(({ volume }) => volume);
  for (const { volume } of state.stored.volumes) {
    if (mounted.includes(volume.id)) volume.attached_machine_id = id;
  }
  state.stored.machines.push({ app, machine, secrets: { ...state.app(app).secrets } });
  state.changed();
  fleet.vm(state.machine(app, id)).start();
  return machine;
}

/** Without a mount namespace a machine finds the files of a volume only where the host has them. */
function moveMounts(fleet: Fleet, config: MachineConfig): MachineConfig {
  const mounts = config.mounts ?? [];
  return mounts.reduce((result, mount) => {
    const path = fleet.volumeFolder(mount.volume);
    return {
      ...result,
      env: moved(result.env, mount.path, path),
      mounts: mounts.map((each) => ({ ...each, path: fleet.volumeFolder(each.volume) })),
    };
  }, config);
}
