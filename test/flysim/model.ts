/** The shapes that the simulated cloud keeps and serves. Machines and volumes are spelt as the Machines API spells them. */

export type MachineState =
  | 'created'
  | 'starting'
  | 'started'
  | 'stopping'
  | 'stopped'
  | 'suspending'
  | 'suspended'
  | 'replacing'
  | 'destroying'
  | 'destroyed';

export type RestartPolicy = 'always' | 'on-failure' | 'no';

export type AddressType = 'v4' | 'v6' | 'shared_v4' | 'private_v6';

export interface ExitEvent {
  readonly requested_stop: boolean;
  readonly restarting: boolean;
  readonly guest_exit_code: number;
  /** -1 when the guest was not ended by a signal. */
  readonly guest_signal: number;
  readonly exit_code: number;
  readonly signal: number;
  readonly oom_killed: boolean;
  readonly exited_at: string;
}

export interface MachineEvent {
  readonly type: string;
  readonly status: string;
  readonly request?: { readonly exit_event?: ExitEvent; readonly restart_count?: number };
  readonly source: string;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
}

export interface MachineMount {
  readonly encrypted: boolean;
  readonly path: string;
  readonly size_gb: number;
  readonly volume: string;
  readonly name: string;
}

export interface MachineConfig {
  readonly env: Readonly<Record<string, string>>;
  readonly init: { readonly cmd?: readonly string[] };
  readonly guest: { readonly cpu_kind: string; readonly cpus: number; readonly memory_mb: number };
  readonly metadata: Readonly<Record<string, string>>;
  readonly mounts?: readonly MachineMount[];
  readonly services?: readonly object[];
  readonly checks?: Readonly<Record<string, object>>;
  readonly image: string;
  readonly restart: { readonly policy: RestartPolicy; readonly max_retries?: number };
  readonly stop_config?: { readonly timeout: string; readonly signal?: string };
}

/** A machine as the Machines API answers it. */
export interface Machine {
  readonly id: string;
  readonly name: string;
  state: MachineState;
  readonly region: string;
  readonly image_ref: {
    readonly registry?: string;
    readonly repository?: string;
    readonly tag?: string;
    readonly digest?: string;
  };
  instance_id: string;
  version: string;
  readonly private_ip: string;
  readonly created_at: string;
  updated_at: string;
  config: MachineConfig;
  /** Newest first. */
  events: MachineEvent[];
  host_status: string;
  cordoned: boolean;
}

export interface Volume {
  readonly id: string;
  readonly name: string;
  /** `created`, or on its way: `restoring`, `hydrating`; `pending_destroy` when it was destroyed. */
  state: string;
  size_gb: number;
  readonly region: string;
  readonly zone: string;
  readonly encrypted: boolean;
  attached_machine_id: string | null;
  readonly attached_alloc_id: string | null;
  readonly created_at: string;
  readonly host_dedication_id: string;
  readonly snapshot_retention: number;
  readonly auto_backup_enabled: boolean;
  host_status?: string;
}

/** A copy of a volume. It has no id until it is made. */
export interface Snapshot {
  id: string;
  /** What it holds and what the volume could hold, in bytes. */
  size: number;
  readonly volume_size: number;
  readonly digest: string;
  readonly created_at: string;
  status: string;
  readonly retention_days: number | null;
}

export interface Address {
  readonly id: string;
  readonly address: string;
  readonly type: AddressType;
  readonly region: string;
  readonly createdAt: string;
}

export interface Certificate {
  readonly hostname: string;
  readonly createdAt: string;
}

/** A WireGuard peer. */
export interface Peer {
  readonly id: string;
  /** The slug. */
  readonly organization: string;
  readonly region: string;
  readonly name: string;
  readonly publicKey: string;
  readonly address: string;
}

export interface Release {
  readonly id: string;
  readonly version: number;
  readonly description: string;
  readonly createdAt: string;
  readonly imageRef: string;
}

export interface Organization {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly type: 'PERSONAL' | 'SHARED';
}

/** What the API says of an app; its machines, volumes and secrets are asked for apart. */
export interface App {
  readonly id: string;
  readonly internalNumericId: number;
  readonly name: string;
  readonly organization: Organization;
  readonly status: 'deployed' | 'suspended' | 'pending';
  readonly deployed: boolean;
  readonly hostname: string;
  readonly version: number;
  /** When its newest release was made. */
  readonly releasedAt: string;
  readonly createdAt: string;
}

export interface SecretListing {
  readonly name: string;
  readonly digest: string;
  readonly status: 'Deployed' | 'Staged' | 'Partial' | 'Unknown';
}

export interface LogEntry {
  /** Rises by one with each entry of a simulation. */
  readonly sequence: number;
  readonly app: string;
  readonly timestamp: string;
  readonly instance: string;
  readonly region: string;
  readonly level: string;
  readonly provider: string;
  readonly message: string;
}
