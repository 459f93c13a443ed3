import type {
  Address,
  AddressType,
  App,
  Certificate,
  LogEntry,
  Machine,
  MachineConfig,
  Organization,
  Peer,
  Release,
  RestartPolicy,
  SecretListing,
  Snapshot,
  Volume,
} from './model.ts';

export const faultNames = [
  'not-logged-in',
  'app-not-found',
  'forbidden',
  'rate-limited',
  'offline',
  'slow',
  'hang',
  'tunnel-unavailable',
  'no-started-machine',
  'lease-held',
  'lease-unnamed',
  'no-capacity',
  'cut-stdin',
  'cut-stdout',
  'lost-tail',
  'silent-exit',
  'windows-handle',
  'log-stream-end',
  'duplicate-logs',
  'cut-logs',
  'hang-logs',
] as const;

export type FaultName = (typeof faultNames)[number];

export interface FaultOptions {
  /** Only commands whose path starts with these words, e.g. `machine list`. */
  readonly verb?: string;
  /** How many commands meet the fault before it clears itself. */
  readonly times?: number;
  /** Where a stream is cut, or how much of its tail is lost. */
  readonly bytes?: number;
  /** How long the fault takes, in milliseconds. */
  readonly ms?: number;
}

export interface Fault extends FaultOptions {
  readonly name: FaultName;
}

/** Milliseconds that calls take. */
export interface Latency {
  /** Every API call. */ readonly api?: number;
  /** Setting up an SSH session. */ readonly ssh?: number;
  /** `machine exec`. */ readonly exec?: number;
}

/** What a test asks for when it creates a machine. */
export interface MachineSpec {
  name?: string;
  region?: string;
  command: readonly string[];
  env?: Record<string, string>;
  image?: string;
  cpus?: number;
  memoryMb?: number;
  volume?: { name: string; path: string; sizeGb?: number };
  internalPort?: number;
  /** What the service does with idle machines; `false` when left out. */
  autostop?: boolean | 'suspend';
  /** Of the service; 1 when left out. */
  minMachinesRunning?: number;
  /** The path of an HTTP check of the service; none when left out. */
  checkPath?: string;
  start?: boolean;
  restartPolicy?: RestartPolicy;
  /** Between the signal to stop and the kill, e.g. `300s`. */
  killTimeout?: string;
  /** Beside what a deploy writes. */
  metadata?: Record<string, string>;
  /** How often a machine that fails is started again under `on-failure`; 10 when left out, as on Fly. */
  maxRetries?: number;
}

/** What a test may make of a volume. */
export interface VolumeChange {
  /** `ok`, `unknown` or `unreachable`: whether its host answers. */
  readonly hostStatus?: string;
  /** As with old machines, extending it shows only after a restart. */
  readonly extendNeedsRestart?: boolean;
}

/** What a deploy brings to a machine. */
export interface DeploymentSpec {
  readonly image: string;
  readonly env: Readonly<Record<string, string>>;
  /** As fly.toml writes it; the image decides when it is left out. */
  readonly command?: string;
  readonly services: readonly object[];
  /** Where the volume is to be, when the file names one. */
  readonly mountPath?: string;
}

/** What one flyctl command meets: asked for once, before its first API call. */
export interface Conditions {
  readonly loggedIn: boolean;
  readonly faults: readonly Fault[];
  readonly latency: Latency;
}

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface OfApp {
  readonly app: string;
}
interface OfMachine extends OfApp {
  readonly machine: string;
}

/**
 * Every call to the simulated cloud as `name: [parameters, answer]`. The word before the dot is the service that
 * answers on Fly, because flyctl words its errors by it; `sim` is the simulation itself.
 */
export interface Calls {
  'sim.conditions': [{ readonly verb: string }, Conditions];
  'sim.setFault': [Fault, null];
  'sim.clearFaults': [{ readonly name?: FaultName }, null];
  'sim.setSession': [{ readonly loggedIn: boolean }, null];
  'sim.createApp': [
    OfApp & { readonly organization?: string; readonly secrets?: Readonly<Record<string, string>> },
    null,
  ];
  'sim.createMachine': [OfApp & { readonly spec: MachineSpec }, { readonly id: string }];
  /** Puts lines in the log as if the machine had printed them. */
  'sim.log': [OfMachine & { readonly messages: readonly string[] }, null];
  'sim.allocateIp': [
    OfApp & { readonly type: AddressType; readonly address?: string },
    { readonly address: string },
  ];
  'sim.changeVolume': [{ readonly volume: string } & VolumeChange, null];
  'sim.addCertificate': [OfApp & { readonly hostname: string }, null];
  'sim.waitForState': [OfMachine & { readonly state: string }, null];
  /** `unreachable`: Fly has lost the machine's host, and `ok` again. */
  'sim.setHostStatus': [OfMachine & { readonly status: string }, null];
  'sim.stop': [Record<never, never>, null];
  /** Is never answered. */
  'sim.hang': [Record<never, never>, never];

  'graphql.viewer': [Record<never, never>, { readonly email: string }];
  'graphql.organizations': [Record<never, never>, readonly Organization[]];
  'graphql.apps': [{ readonly organization?: string }, readonly App[]];
  'graphql.app': [OfApp, App];
  'graphql.appOfMachine': [{ readonly machine: string }, OfApp];
  'graphql.createApp': [OfApp & { readonly organization: string }, App];
  'graphql.deleteApp': [OfApp, null];
  'graphql.releases': [OfApp, readonly Release[]];
  'machines.createRelease': [OfApp & { readonly image: string }, null];
  'graphql.certificates': [OfApp, readonly Certificate[]];
  'graphql.addresses': [OfApp, readonly Address[]];
  'graphql.allocateAddress': [OfApp & { readonly type: AddressType; readonly region: string }, Address];
  'graphql.releaseAddress': [OfApp & { readonly address: string }, null];

  'graphql.peers': [{ readonly organization: string }, readonly Peer[]];
  'graphql.addPeer': [Pick<Peer, 'organization' | 'region' | 'name' | 'publicKey'>, Peer];
  'graphql.removePeer': [{ readonly organization: string; readonly name: string }, null];

  'machines.list': [OfApp, readonly Machine[]];
  'machines.get': [OfMachine, Machine];
  'machines.start': [OfMachine, null];
  'machines.stop': [OfMachine & { readonly signal?: string; readonly timeoutMs?: number }, null];
  'machines.restart': [
    OfMachine & { readonly signal?: string; readonly timeoutMs?: number; readonly force?: boolean },
    null,
  ];
  'machines.suspend': [OfMachine, null];
  'machines.cordon': [OfMachine & { readonly cordoned: boolean }, null];
  'machines.destroy': [OfMachine & { readonly force: boolean }, null];
  /** A further machine with the configuration of another; its volumes are those that its mounts name. */
  'machines.create': [
    OfApp & {
      readonly name: string;
      readonly region: string;
      readonly like: string;
      readonly config: MachineConfig;
    },
    Machine,
  ];
  /** Answers when the new version of the machine has settled; it is started unless that is to be skipped. */
  'machines.update': [OfMachine & { readonly config: MachineConfig; readonly skipStart: boolean }, Machine];
  /** Answers when the machine is in the state; fails with status 408 when it takes longer. */
  'machines.wait': [OfMachine & { readonly state: string; readonly timeoutMs: number }, null];
  'machines.exec': [OfMachine & { readonly command: string; readonly timeoutMs?: number }, ExecResult];
  'machines.volumes': [OfApp, readonly Volume[]];
  'machines.createVolume': [
    OfApp & {
      readonly name: string;
      readonly region: string;
      readonly sizeGb: number;
      readonly encrypted?: boolean;
      readonly snapshotRetention?: number;
      /** What the volume is made of: a snapshot, or another volume. */
      readonly snapshot?: string;
      readonly source?: string;
    },
    Volume,
  ];
  'machines.extendVolume': [
    OfApp & { readonly volume: string; readonly sizeGb: number },
    { readonly volume: Volume; readonly needsRestart: boolean },
  ];
  /** The volume is kept for a day, in the state `pending_destroy`. */
  'machines.destroyVolume': [{ readonly volume: string; readonly app?: string }, Volume];
  'machines.snapshots': [{ readonly volume: string; readonly app?: string }, readonly Snapshot[]];
  /** Answers before the snapshot is made. */
  'machines.createSnapshot': [{ readonly volume: string; readonly app?: string }, null];
  'machines.volume': [{ readonly volume: string; readonly app?: string }, Volume];
  'machines.secrets': [OfApp, readonly SecretListing[]];
  'machines.setSecrets': [OfApp & { readonly secrets: Readonly<Record<string, string | null>> }, null];
  /** Gives the machine the app's current secrets and restarts it. */
  'machines.deploySecrets': [OfMachine, null];
  /** Makes the machine what a fly.toml says, and waits until it has settled. */
  'machines.deploy': [OfMachine & { readonly deployment: DeploymentSpec }, null];

  /** The newest entries, oldest first. */
  'logs.page': [OfApp & { readonly instance?: string; readonly region?: string }, readonly LogEntry[]];
}

/** What opens a stream of log entries: one JSON object a line, until the connection is closed. */
export interface TailRequest extends OfApp {
  readonly instance?: string;
  readonly region?: string;
  /** Entries with a higher sequence number are sent. */
  readonly after: number;
}

export type CallName = keyof Calls;
export type Parameters<N extends CallName> = Calls[N][0];
export type Answer<N extends CallName> = Calls[N][1];

/** The error that the cloud answers with; `message` is the server's own words. */
export interface ApiProblem {
  readonly status: number;
  readonly message: string;
}

/** What opens an SSH session: the first frame of an upgraded connection. */
export interface SessionRequest {
  readonly app: string;
  readonly machine: string;
  /** Empty for a login shell. */
  readonly command: string;
  readonly user: string;
  readonly pty?: { readonly columns: number; readonly rows: number; readonly term: string };
}

export interface SessionEnd {
  /** Null when the command was ended by a signal. */
  readonly code: number | null;
  readonly signal: string | null;
}
