import type { Health } from '../health.ts';
import type { OwnerLease } from '../lease.ts';
import type { GatewayLocation } from '../location.ts';
import type { FoundLocks } from '../locks.ts';

/** Who may do what with a file or folder of the machine. */
export interface FileFacts {
  /** Absolute. */
  readonly path: string;
  readonly uid: number;
  readonly gid: number;
  /** The permission bits, e.g. 0o600. */
  readonly mode: number;
  readonly bytes: number;
  /** Milliseconds since the epoch, by the machine's clock. */
  readonly mtimeMs: number;
}

/** A gateway process of the machine. */
export interface GatewayProcess {
  readonly pid: number;
  readonly uid: number;
  /** Its words, secrets masked. */
  readonly command: readonly string[];
  /** Where it and its children listen, e.g. `127.0.0.1:3000`, `0.0.0.0:3000`, `[::]:3000`. */
  readonly listens: readonly string[];
}

/** Something that the gateway's own log says. */
export interface LoggedLine {
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  readonly text: string;
}

/** What one look into a machine brought. Nothing in it is a secret's value, except the text of the configuration. */
export interface Inspection {
  readonly location: GatewayLocation;
  readonly health: Health;
  readonly locks: FoundLocks;
  readonly lease?: OwnerLease;
  /** The configuration that the gateway reads. */
  readonly config?: FileFacts & {
    /** Absent when it has more than a megabyte or is not a readable file. */
    readonly text?: string;
  };
  /** Configurations in other places where one could think that OpenClaw looks. */
  readonly otherConfigs: readonly FileFacts[];
  /** The copies that OpenClaw keeps: `.last-good`, `.bak`, `.bak.1` …, `.clobbered.…`; the newest first. */
  readonly copies: readonly FileFacts[];
  /** The state directory; absent when it does not exist. */
  readonly stateDir?: FileFacts & {
    /** Where what it is on is mounted: `/data` on a volume, `/` when it is lost with the next deploy. */
    readonly mountPoint: string;
    readonly freeBytes: number;
    readonly totalBytes: number;
  };
  /** Files below the state directory whose owner is not that of the directory: the first fifty, and how many there are. */
  readonly foreign: { readonly count: number; readonly files: readonly FileFacts[] };
  readonly gateways: readonly GatewayProcess[];
  /**
   * The user that the machine's main process runs as: 1000 in the official image. It is that of the gateway, or of the
   * machine's command while no gateway runs; where neither is seen, the owner of the state directory.
   */
  readonly mainUid: number;
  /** Of OpenClaw, e.g. `2026.9.6`. */
  readonly version?: string;
  /** Of the kernel, e.g. `x86_64`. */
  readonly architecture: string;
  readonly memory: { readonly totalBytes: number; readonly availableBytes: number };
  /** The names of all variables that are set for the gateway and not empty, secrets among them. */
  readonly variables: readonly string[];
  /** The values of those that are no secrets and that rules need: paths, ports, `NODE_OPTIONS`. */
  readonly settings: Readonly<Record<string, string>>;
  /** What the gateway's log files last said that is in the table of known troubles, the oldest first. */
  readonly log: readonly LoggedLine[];
}
