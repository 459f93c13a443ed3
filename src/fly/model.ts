/** The account that flyctl is signed in to. */
export interface Account {
  readonly email: string;
}

export interface Organization {
  readonly slug: string;
  readonly name: string;
}

export interface App {
  readonly name: string;
  readonly organization: string;
  /** As Fly says it: `deployed`, `suspended`, `pending` … */
  readonly status: string;
  readonly hostname: string;
  /** The newest release, where flyctl tells of it (`apps list` does). */
  readonly currentRelease?: { readonly createdAt: string; readonly status: string };
}

/** `flyctl status`: the app and its current machines in one call. */
export interface AppStatus extends App {
  readonly machines: readonly Machine[];
}

export interface MachineEvent {
  readonly type: string;
  readonly status: string;
  readonly source: string;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  /** This and the following are those of an exit. */
  readonly exitCode?: number;
  readonly oomKilled?: boolean;
  /** Whether somebody stopped the machine, rather than its process having ended by itself. */
  readonly requestedStop?: boolean;
  /** How often Fly had started the machine again by then. */
  readonly restartCount?: number;
}

interface MachineCheck {
  readonly name: string;
  readonly status: string;
  readonly output: string;
}

/** One of several guests that share a machine. */
export interface Container {
  readonly name: string;
  /** As Fly says it. */
  readonly state: string;
}

/** What Fly's proxy does with a machine that nobody connects to. */
export type AutoStop = 'off' | 'stop' | 'suspend';

/** A check that Fly makes, as it is configured. What it last found is in `MachineCheck`. */
export interface CheckConfig {
  /** `http` or `tcp`; empty when the configuration leaves it open. */
  readonly type: string;
  /** Absent where it is that of the service. */
  readonly port?: number;
  /** Of an HTTP check, e.g. `/startupz`; else empty. */
  readonly path: string;
}

/** A port of the machine that Fly's proxy leads to. */
export interface MachineService {
  readonly protocol: string;
  readonly internalPort: number;
  readonly autoStop: AutoStop;
  readonly autoStart: boolean;
  readonly minMachinesRunning: number;
  /** Where the proxy listens; a range of ports is left out. */
  readonly ports: readonly { readonly port: number; readonly handlers: readonly string[] }[];
  readonly checks: readonly CheckConfig[];
}

/** The words of the machine's `init`, each empty when the image decides. */
export interface MachineInit {
  /** Replaces entrypoint and command. */
  readonly exec: readonly string[];
  readonly entrypoint: readonly string[];
  /** What `flyctl machine update --command` sets. */
  readonly cmd: readonly string[];
}

export interface RestartPolicy {
  /** `always`, `on-failure`, `no`; empty when it is Fly's default. */
  readonly policy: string;
  readonly maxRetries?: number;
}

export interface Machine {
  readonly id: string;
  readonly name: string;
  readonly app: string;
  /** `started`, `stopped`, `starting` … Unknown states are passed on as they are. */
  readonly state: string;
  readonly region: string;
  /** In the private network of its organization; empty while it has none. */
  readonly privateIp: string;
  /** Repository and tag, e.g. `openclaw/openclaw:2026.9.6`. */
  readonly image: string;
  readonly imageDigest: string;
  readonly cpuKind: string;
  readonly cpus: number;
  readonly memoryMb: number;
  readonly processGroup: string;
  /** The environment in the machine's configuration; secrets are not in it. */
  readonly env: Readonly<Record<string, string>>;
  /** The words of `init.cmd`, or the process group's command; empty when the image decides. */
  readonly command: readonly string[];
  readonly init: MachineInit;
  /** How many processes and containers have commands of their own, which a change of `init` does not reach. */
  readonly otherCommands: number;
  readonly mounts: readonly { readonly volume: string; readonly path: string }[];
  /** Of the configuration: `fly_process_group`, `fly_release_version`, and what else was set. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly services: readonly MachineService[];
  /** Checks that belong to no service, by their names. */
  readonly ownChecks: Readonly<Record<string, CheckConfig>>;
  readonly restart: RestartPolicy;
  /** Milliseconds between the signal to stop and the kill; absent when it is Fly's default of five seconds. */
  readonly stopTimeoutMs?: number;
  /** Ports that the services forward to, in the order of the configuration. */
  readonly internalPorts: readonly number[];
  readonly checks: readonly MachineCheck[];
  /** Newest first. */
  readonly events: readonly MachineEvent[];
  /** Empty where the machine runs its image alone, as nearly all do. */
  readonly containers: readonly Container[];
  readonly hostStatus: string;
  readonly cordoned: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Address {
  readonly address: string;
  /** `v4`, `v6`, `shared_v4`, `private_v6`, `egress_v4`, `egress_v6`, or what a newer flyctl calls it. */
  readonly type: string;
  readonly region: string;
  /** Reachable from the internet. */
  readonly public: boolean;
}

/** Of a domain of the user's that leads to an app. */
export interface Certificate {
  readonly hostname: string;
}

/** A computer that may join the private network of an organization. */
export interface WireGuardPeer {
  readonly name: string;
  readonly region: string;
  /** In the private network. */
  readonly address: string;
}

export interface Volume {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly sizeGb: number;
  readonly region: string;
  readonly encrypted: boolean;
  readonly attachedMachine?: string;
  readonly createdAt: string;
}

export interface Secret {
  readonly name: string;
  readonly digest: string;
  /** `Deployed`, `Staged`, `Partial` or `Unknown`; empty when flyctl does not say (more than 100 machines). */
  readonly status: string;
}

/** One deployment of an app. */
export interface Release {
  readonly version: number;
  /** As Fly says it: `complete`, `failed`, `running` … */
  readonly status: string;
  readonly description: string;
  /** Who deployed: the e-mail address or, without one, the name; possibly empty. */
  readonly user: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly image: string;
  readonly inProgress: boolean;
}

/** A copy of a volume at one moment. */
export interface Snapshot {
  readonly id: string;
  /** What it holds, in bytes; 0 while Fly is making it. */
  readonly sizeBytes: number;
  readonly createdAt: string;
  readonly status: string;
  /** Days after which Fly deletes it, when flyctl says. */
  readonly retentionDays?: number;
}

/** A size that Fly has a name for. */
export interface MachineSize {
  /** E.g. `shared-cpu-2x`. */
  readonly name: string;
  /** `shared` or `performance`. */
  readonly cpuKind: string;
  readonly cpus: number;
  /** What the size has unless another amount is asked for. */
  readonly memoryMb: number;
}

/** A place where machines can be. */
export interface Region {
  /** Three letters, e.g. `fra`. */
  readonly code: string;
  /** The city, e.g. `Frankfurt, Germany`. */
  readonly name: string;
}

/** The right to change a machine, which one operation holds at a time. */
export interface Lease {
  /** Who holds it, as Fly says it. */
  readonly owner: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** One entry of `flyctl logs --json`. */
export interface LogEntry {
  /** RFC 3339 as Fly sent it. */
  readonly timestamp: string;
  readonly instance: string;
  readonly region: string;
  readonly level: string;
  /** `app`, `runner`, `proxy` … */
  readonly provider: string;
  /** May hold ANSI escapes and line breaks. */
  readonly message: string;
}
