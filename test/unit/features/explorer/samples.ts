import type {
  Address,
  App,
  Machine,
  MachineEvent,
  Release,
  Secret,
  Snapshot,
  Volume,
} from '../../../../src/fly/model.ts';
import { listMachines } from '../../../../src/fly/verbs/machines.ts';
import { output } from '../../fly/verbs/printed.ts';

/** A machine as flyctl prints one that runs OpenClaw in good health, with these parts other than that. */
export function machine(parts: Partial<Machine> = {}): Machine {
  const printed = {
    id: 'd89',
    name: 'gateway',
    state: 'started',
    region: 'fra',
    image_ref: { repository: 'openclaw/openclaw', tag: '2026.9.6' },
    config: {
      guest: { cpu_kind: 'shared', cpus: 2, memory_mb: 2048 },
      metadata: { fly_process_group: 'app', fly_release_version: '3' },
    },
    host_status: 'ok',
  };
  const [sample] = listMachines('claw').parse(output(JSON.stringify([printed])));
  if (!sample) throw new Error('There is no machine.');
  return { ...sample, ...parts };
}

export function exit(parts: Partial<MachineEvent> = {}): MachineEvent {
  const timestamp = Date.UTC(2026, 10, 3, 10);
  const base = { type: 'exit', status: 'stopped', source: 'flyd', timestamp, exitCode: 1 };
  return { ...base, oomKilled: false, requestedStop: false, restartCount: 0, ...parts };
}

export const app: App = { name: 'claw', organization: 'acme', status: 'deployed', hostname: 'claw.fly.dev' };

export const publicAddress: Address = { address: '203.0.113.7', type: 'shared_v4', region: '', public: true };
export const privateAddress: Address = { address: 'fdaa::7', type: 'private_v6', region: '', public: false };

export const volume: Volume = {
  id: 'vol_1',
  name: 'openclaw_data',
  state: 'created',
  sizeGb: 3,
  region: 'fra',
  encrypted: true,
  attachedMachine: 'd89',
  createdAt: '2026-11-01T00:00:00Z',
};

export const snapshot: Snapshot = {
  id: 'vs_1',
  sizeBytes: 1024 * 1024,
  createdAt: '2026-11-02T00:00:00Z',
  status: 'created',
  retentionDays: 5,
};

export const secret: Secret = { name: 'DISCORD_TOKEN', digest: 'abc', status: 'Deployed' };

export const release: Release = {
  version: 3,
  status: 'complete',
  description: 'Release',
  user: 'ada@example.com',
  createdAt: '2026-11-01T00:00:00Z',
  image: 'registry.fly.io/claw:deployment-1',
  inProgress: false,
};
