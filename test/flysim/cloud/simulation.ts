import type { Machine, MachineConfig, Volume } from '../model.ts';
import type { MachineSpec } from '../protocol.ts';
import { allocate, createApp } from './apps.ts';
import type { ConditionBoard } from './conditions.ts';
import type { Fleet } from './fleet.ts';
import type { CallsOf, Handlers } from './handlers.ts';
import { globalId, instanceId, machineId, privateIp } from './ids.ts';
import type { State } from './state.ts';
import { changeVolume, createVolume } from './volumes.ts';

const WAIT_MS = 60_000;
const DEFAULT_IMAGE = 'registry-1.docker.io/library/debian:bookworm';

type OtherCalls = `sim.${'log' | 'conditions' | 'setFault' | 'clearFaults' | 'setSession'}`;

/** The calls about what commands meet. */
export function conditionHandlers(
  state: State,
  board: ConditionBoard,
): Handlers<Exclude<OtherCalls, 'sim.log'>> {
  return {
    'sim.conditions': ({ verb }) => board.take(verb, state.stored.loggedIn),
    'sim.setFault': (fault) => {
      board.set(fault);
      return null;
    },
    'sim.clearFaults': ({ name }) => {
      board.clear(name);
      return null;
    },
    'sim.setSession': ({ loggedIn }) => {
      state.stored.loggedIn = loggedIn;
      if (loggedIn) board.clear('not-logged-in');
      state.changed();
      return null;
    },
  };
}

/** The calls of a test to its simulation. */
export function simulationHandlers(
  state: State,
  fleet: Fleet,
  options: { readonly plain: boolean; readonly stop: () => void },
): Handlers<Exclude<CallsOf<'sim'>, OtherCalls>> {
  return {
    'sim.createApp': ({ app, organization, secrets }) => {
      Object.assign(createApp(state, app, organization ?? 'personal').secrets, secrets);
      state.changed();
      return null;
    },
    'sim.createMachine': ({ app, spec }) => {
      const machine = createMachine(state, fleet, app, spec, options.plain);
      if (spec.start !== false) fleet.vm(state.machine(app, machine.id)).start();
      return { id: machine.id };
    },
    'sim.addCertificate': ({ app, hostname }) => {
      state.app(app).certificates.push({ hostname, createdAt: new Date().toISOString() });
      state.changed();
      return null;
    },
    'sim.changeVolume': ({ volume, ...change }) => changeVolume(state, volume, change),
    'sim.allocateIp': ({ app, type, address }) =>
      allocate(state, app, type, address === undefined ? {} : { address }),
    'sim.setHostStatus': ({ app, machine, status }) => {
      state.machine(app, machine).machine.host_status = status;
      state.changed();
      return null;
    },
    'sim.waitForState': async ({ app, machine, state: wanted }) => {
      const record = state.machine(app, machine);
      await state.until(() => record.machine.state === wanted, WAIT_MS);
      return null;
    },
    'sim.hang': () => new Promise<never>(() => undefined),
    'sim.stop': () => {
      options.stop();
      return null;
    },
  };
}

/** Creates the records of a machine as a deploy leaves them. */
function createMachine(state: State, fleet: Fleet, app: string, spec: MachineSpec, plain: boolean): Machine {
  const record = state.app(app);
  const region = spec.region ?? 'iad';
  const image = spec.image ?? DEFAULT_IMAGE;
  const now = new Date().toISOString();
  const id = machineId();
  const version = instanceId();
  record.releases.unshift({
    id: globalId(),
    version: record.releases.length + 1,
    description: 'Deploy image',
    createdAt: now,
    imageRef: image,
  });
  const volume = spec.volume
    ? createVolume(state, fleet, app, { name: spec.volume.name, region, sizeGb: spec.volume.sizeGb ?? 1 })
    : undefined;
  if (volume) volume.attached_machine_id = id;
  // Without a mount namespace the volume's folder is the only place where the machine can find its files.
  const path = volume && plain ? fleet.volumeFolder(volume.id) : spec.volume?.path;
  const machine: Machine = {
    id,
    name: spec.name ?? `quiet-${id.slice(0, 6)}`,
    state: 'created',
    region,
    image_ref: imageRef(image),
    instance_id: version,
    version,
    private_ip: privateIp(),
    created_at: now,
    updated_at: now,
    config: configOf(spec, image, record.releases.length, volume && path ? { volume, path } : undefined),
    events: [{ type: 'launch', status: 'created', source: 'user', timestamp: Date.now() }],
    host_status: 'ok',
    cordoned: false,
  };
  state.stored.machines.push({ app, machine, secrets: { ...record.secrets } });
  state.changed();
  return machine;
}

function configOf(
  spec: MachineSpec,
  image: string,
  release: number,
  mount: { readonly volume: Volume; readonly path: string } | undefined,
): MachineConfig {
  const policy = spec.restartPolicy ?? 'on-failure';
  const mounts = mount && [
    {
      encrypted: true,
      path: mount.path,
      size_gb: mount.volume.size_gb,
      volume: mount.volume.id,
      name: mount.volume.name,
    },
  ];
  return {
    env: mount ? moved(spec.env ?? {}, spec.volume?.path ?? '', mount.path) : (spec.env ?? {}),
    init: { cmd: spec.command },
    guest: { cpu_kind: 'shared', cpus: spec.cpus ?? 1, memory_mb: spec.memoryMb ?? 256 },
    metadata: {
      fly_flyctl_version: '0.4.87',
      fly_platform_version: 'v2',
      fly_process_group: 'app',
      fly_release_id: globalId(),
      fly_release_version: String(release),
      ...spec.metadata,
    },
    ...(mounts ? { mounts } : {}),
    ...(spec.internalPort === undefined ? {} : { services: [service(spec, spec.internalPort)] }),
    image,
    restart: { policy, ...(policy === 'on-failure' ? { max_retries: spec.maxRetries ?? 10 } : {}) },
    ...(spec.killTimeout === undefined ? {} : { stop_config: { timeout: spec.killTimeout } }),
  };
}

/** The environment with values at or under one path moved to another. */
export function moved(
  env: Readonly<Record<string, string>>,
  from: string,
  to: string,
): Readonly<Record<string, string>> {
  const move = (value: string): string =>
    value === from || value.startsWith(`${from}/`) ? to + value.slice(from.length) : value;
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, move(value)]));
}

function service(spec: MachineSpec, internalPort: number): object {
  const { autostop = false, minMachinesRunning = 1, checkPath } = spec;
  return {
    protocol: 'tcp',
    internal_port: internalPort,
    autostop,
    autostart: true,
    min_machines_running: minMachinesRunning,
    ports: [
      { port: 80, handlers: ['http'], force_https: true },
      { port: 443, handlers: ['http', 'tls'] },
    ],
    ...(checkPath === undefined ? {} : { checks: [httpCheck(checkPath)] }),
    force_instance_key: null,
  };
}

function httpCheck(path: string): object {
  return { type: 'http', interval: '15s', timeout: '5s', grace_period: '2m0s', method: 'GET', path };
}

/** The parts of an image name, `registry/repository:tag`. */
function imageRef(image: string): Machine['image_ref'] {
  const { registry, repository, tag } =
    /^(?:(?<registry>[^/]+\.[^/]+)\/)?(?<repository>[^:@]+)(?::(?<tag>[^@]+))?/.exec(image)?.groups ?? {};
  return {
    registry: registry ?? 'registry-1.docker.io',
    repository: repository ?? image,
    tag: tag ?? 'latest',
    digest: `sha256:${Buffer.from(image).toString('hex').padEnd(64, '0').slice(0, 64)}`,
  };
}
