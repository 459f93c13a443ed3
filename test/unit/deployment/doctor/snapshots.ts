import type { Machine, MachineService } from '../../../../src/fly/model.ts';
import { parseFlyToml } from '../../../../src/fly/toml/parse.ts';
import type { Snapshot } from '../../../../src/deployment/doctor/snapshot.ts';
import { type Changes, machine, machineId, snapshot } from './openclaw-snapshots.ts';

/** What the guide's fly.toml and the private one of OpenClaw's repository have in common: all keys and values. */
const common = `# The team's gateway.
app = "my-openclaw"  # its name
primary_region = "iad"

[build]
  dockerfile = "Dockerfile"

[env]
  NODE_ENV = "production"
  OPENCLAW_PREFER_PNPM = "1"
  OPENCLAW_STATE_DIR = "/data"
  NODE_OPTIONS = "--max-old-space-size=1536"

[processes]
  app = "node dist/index.js gateway --allow-unconfigured --port 3000 --bind lan"

`;

const service = `[http_service]
  internal_port = 3000
  force_https = true
  auto_stop_machines = false
  auto_start_machines = true
  min_machines_running = 1
  processes = ["app"]

[[http_service.checks]]
  grace_period = "2m"
  interval = "15s"
  method = "GET"
  timeout = "5s"
  path = "/startupz"

`;

const rest = `[[vm]]
  size = "shared-cpu-2x"
  memory = "2048mb"

[mounts]
  source = "openclaw_data"
  destination = "/data"
`;

/** The fly.toml of the guide (docs/install/fly.md of 2026.9.6), and its hardened variant without a service. */
export const standardToml = common + service + rest;
export const hardenedToml = common + rest;

const guideService: MachineService = {
  protocol: 'tcp',
  internalPort: 3000,
  autoStop: 'off',
  autoStart: true,
  minMachinesRunning: 1,
  ports: [
    { port: 80, handlers: ['http'] },
    { port: 443, handlers: ['http', 'tls'] },
  ],
  checks: [{ type: 'http', path: '/startupz' }],
};

/** The machine as a deploy of the guide's fly.toml leaves it. */
export function guideMachine(changes: Partial<Machine> = {}): Machine {
  return machine({
    env: {
      NODE_ENV: 'production',
      OPENCLAW_PREFER_PNPM: '1',
      OPENCLAW_STATE_DIR: '/data',
      NODE_OPTIONS: '--max-old-space-size=1536',
      FLY_PROCESS_GROUP: 'app',
      PRIMARY_REGION: 'iad',
    },
    services: [guideService],
    ...changes,
  });
}

export interface Differences extends Omit<Changes, 'machine'> {
  /** The fly.toml; `null` when the workspace has none. */
  readonly toml?: string | null;
  /** What is different in the machine; `null` when there is none. */
  readonly machine?: Partial<Machine> | null;
}

/** A healthy deployment of the guide, and what is different. */
export function standard({
  toml = standardToml,
  machine: changes = {},
  ...others
}: Differences = {}): Snapshot {
  const live = changes === null ? undefined : guideMachine(changes);
  const base = snapshot({
    flyctl: {
      binary: { data: { path: '/usr/bin/flyctl', version: '0.4.87' } },
      others: [],
      account: { data: 'me@example.com' },
    },
    machines: { data: live ? [live] : [] },
    volumes: {
      data: [
        {
          id: 'vol_1',
          name: 'openclaw_data',
          state: 'created',
          sizeGb: 1,
          region: 'iad',
          encrypted: true,
          attachedMachine: machineId,
          createdAt: '2026-11-20T10:00:00Z',
        },
      ],
    },
    ...others,
  });
  const file = toml !== null && { uri: 'file:///w/fly.toml', label: 'fly.toml', toml: parseFlyToml(toml) };
  const made = { ...base, ...(live && { machine: live }), ...(file && { tomlFile: file }) };
  if (!live) Reflect.deleteProperty(made, 'machine');
  return made;
}

/** A healthy deployment of the hardened variant, and what is different. */
export function hardened({ machine: changes = {}, ...others }: Differences = {}): Snapshot {
  return standard({
    toml: hardenedToml,
    addresses: { data: [{ address: 'fdaa:0:1::2', type: 'private_v6', region: 'global', public: false }] },
    ...others,
    machine: changes && { services: [], internalPorts: [], ...changes },
  });
}
