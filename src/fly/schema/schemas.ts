/**
 * The parts of flyctl's JSON that are read, as JSON Type Definitions (RFC 8927). Types and validators are made from
 * them: run `node src/fly/schema/compile.ts` after a change.
 *
 * flyctl leaves out or nulls what is empty (Go's `omitempty`, nil slices and nil pointers), so hardly anything is
 * required; keys that are not named here are ignored.
 */

const id = { type: 'string' } as const;
const text = { type: 'string', nullable: true } as const;
const number = { type: 'float64', nullable: true } as const;
const flag = { type: 'boolean', nullable: true } as const;
const words = { elements: { type: 'string' }, nullable: true } as const;
const texts = { values: text, nullable: true } as const;

export const version = {
  properties: { Name: id, Version: id, Commit: id },
  additionalProperties: true,
} as const;

export const account = { properties: { email: id }, additionalProperties: true } as const;

/** A map from slug to name. */
export const organizations = { values: text } as const;

const organization = {
  optionalProperties: { Slug: text, RawSlug: text, Name: text },
  additionalProperties: true,
  nullable: true,
} as const;

const app = {
  properties: { Name: id },
  optionalProperties: {
    Status: text,
    Hostname: text,
    Organization: organization,
    CurrentRelease: {
      optionalProperties: { CreatedAt: text, Status: text },
      additionalProperties: true,
      nullable: true,
    },
  },
  additionalProperties: true,
} as const;

export const apps = { elements: app, nullable: true } as const;

const process = {
  optionalProperties: { exec: words, entrypoint: words, cmd: words },
  additionalProperties: true,
} as const;

const check = {
  optionalProperties: { type: text, port: number, path: text },
  additionalProperties: true,
} as const;

const service = {
  optionalProperties: {
    protocol: text,
    internal_port: number,
    /** false, true or `suspend`. */
    autostop: {},
    autostart: flag,
    min_machines_running: number,
    ports: {
      elements: { optionalProperties: { port: number, handlers: words }, additionalProperties: true },
      nullable: true,
    },
    checks: { elements: { ref: 'check' }, nullable: true },
  },
  additionalProperties: true,
} as const;

const machineConfig = {
  optionalProperties: {
    image: text,
    env: texts,
    metadata: texts,
    init: { ...process, nullable: true },
    processes: { elements: process, nullable: true },
    containers: { elements: {}, nullable: true },
    guest: {
      optionalProperties: { cpu_kind: text, cpus: number, memory_mb: number },
      additionalProperties: true,
      nullable: true,
    },
    mounts: {
      elements: { optionalProperties: { volume: text, path: text }, additionalProperties: true },
      nullable: true,
    },
    services: { elements: { ref: 'service' }, nullable: true },
    checks: { values: { ref: 'check' }, nullable: true },
    restart: {
      optionalProperties: { policy: text, max_retries: number },
      additionalProperties: true,
      nullable: true,
    },
    stop_config: { optionalProperties: { timeout: text }, additionalProperties: true, nullable: true },
  },
  additionalProperties: true,
} as const;

const machineEvent = {
  optionalProperties: {
    type: text,
    status: text,
    source: text,
    timestamp: number,
    request: {
      optionalProperties: {
        exit_event: {
          optionalProperties: { exit_code: number, oom_killed: flag, requested_stop: flag },
          additionalProperties: true,
          nullable: true,
        },
        restart_count: number,
      },
      additionalProperties: true,
      nullable: true,
    },
  },
  additionalProperties: true,
} as const;

const machine = {
  properties: { id },
  optionalProperties: {
    name: text,
    state: text,
    region: text,
    private_ip: text,
    created_at: text,
    updated_at: text,
    host_status: text,
    cordoned: flag,
    containers: {
      elements: { optionalProperties: { name: text, state: text }, additionalProperties: true },
      nullable: true,
    },
    image_ref: {
      optionalProperties: { repository: text, tag: text, digest: text },
      additionalProperties: true,
      nullable: true,
    },
    config: { ref: 'config', nullable: true },
    /** Instead of `config` while the host cannot be reached. */
    incomplete_config: { ref: 'config', nullable: true },
    events: { elements: machineEvent, nullable: true },
    checks: {
      elements: {
        optionalProperties: { name: text, status: text, output: text },
        additionalProperties: true,
      },
      nullable: true,
    },
  },
  additionalProperties: true,
} as const;

export const machines = {
  definitions: { config: machineConfig, service, check },
  elements: machine,
  nullable: true,
} as const;

/** The app; its `Machines` are checked by `machines`. */
export const status = {
  ...app,
  optionalProperties: { ...app.optionalProperties, Machines: {} },
} as const;

export const addresses = {
  elements: {
    properties: { Address: id, Type: id },
    optionalProperties: { Region: text },
    additionalProperties: true,
  },
  nullable: true,
} as const;

export const certificates = {
  elements: {
    optionalProperties: { Hostname: id, hostname: id },
    additionalProperties: true,
  },
  nullable: true,
} as const;

export const volume = {
  properties: { id },
  optionalProperties: {
    name: text,
    state: text,
    size_gb: number,
    region: text,
    encrypted: flag,
    attached_machine_id: text,
    created_at: text,
  },
  additionalProperties: true,
} as const;

/** WireGuard peers. */
export const peers = {
  elements: {
    properties: { Name: id },
    optionalProperties: { Region: text, Peerip: text },
    additionalProperties: true,
  },
  nullable: true,
} as const;

export const volumes = { elements: volume, nullable: true } as const;

/** Oldest first. */
export const snapshots = {
  elements: {
    properties: { id },
    optionalProperties: { size: number, created_at: text, status: text, retention_days: number },
    additionalProperties: true,
  },
  nullable: true,
} as const;

export const releases = {
  elements: {
    properties: { Version: { type: 'float64' } },
    optionalProperties: {
      Status: text,
      Description: text,
      InProgress: flag,
      User: { optionalProperties: { Name: text, Email: text }, additionalProperties: true, nullable: true },
      CreatedAt: text,
      ImageRef: text,
    },
    additionalProperties: true,
  },
  nullable: true,
} as const;

export const secrets = {
  elements: {
    properties: { name: id },
    optionalProperties: { digest: text, status: text },
    additionalProperties: true,
  },
  nullable: true,
} as const;

/** What `machine exec` answers: zero and empty are left out. */
export const execution = {
  optionalProperties: { exit_code: number, stdout: text, stderr: text },
  additionalProperties: true,
} as const;

/** A map from machine to the answer of Fly about its lease; machines without a lease are left out. */
export const leases = {
  values: {
    optionalProperties: {
      data: {
        optionalProperties: { owner: text, expires_at: number },
        additionalProperties: true,
        nullable: true,
      },
    },
    additionalProperties: true,
  },
  nullable: true,
} as const;

/** A map from the name of a preset to what it has. */
export const sizes = {
  values: {
    properties: { cpu_kind: id, cpus: { type: 'float64' }, memory_mb: { type: 'float64' } },
    additionalProperties: true,
  },
} as const;

export const regions = {
  elements: {
    properties: { code: id },
    optionalProperties: { name: text, deprecated: flag, requires_paid_plan: flag },
    additionalProperties: true,
  },
  nullable: true,
} as const;
