import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { PipedProcess } from './piped.ts';

/**
 * In the environment of everything that a machine runs: where Node keeps compiled code, and that OpenClaw shall not start
 * itself anew to keep it elsewhere. In a machine's own /tmp, which is empty at every start, it would fill that cache each time
 * and never profit; machines share one, which saves a fourth of OpenClaw's processor time.
 */
export function compileCacheAt(folder: string): Readonly<Record<string, string>> {
  return { NODE_COMPILE_CACHE: folder, OPENCLAW_PACKAGED_COMPILE_CACHE_RESPAWNED: '1' };
}

/** The compile cache on this host. */
export function compileCacheOf({ modules }: Pick<Host, 'modules'>): string {
  const folder = join(modules, '.cache', 'openclaw-compile');
  mkdirSync(folder, { recursive: true });
  // Users of machines write to it too; only its owner can say so.
  if (statSync(folder).uid === process.getuid?.()) chmodSync(folder, 0o1777);
  return folder;
}

/** What a machine runs and in which surroundings. */
export interface BootSpec {
  readonly machine: string;
  /** Also the base name of the machine's working folder. */
  readonly folder: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly volumes: readonly { readonly folder: string; readonly path: string }[];
}

/** How the main process ended. */
export interface GuestExit {
  /** As a shell says it: 128 and the signal's number for a process that a signal ended. */
  readonly code: number;
  /** The number of the signal, -1 when there was none. */
  readonly signal: number;
}

export interface GuestCommand {
  readonly words: readonly string[];
  /** `root` or `node`. */
  readonly user: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A machine that is running. */
export interface Guest {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Resolves when the main process is about to run; rejects when the machine could not be built. */
  readonly up: Promise<void>;
  /** Resolves when the main process has ended, nothing else of the machine is left and its output is read. */
  readonly exited: Promise<GuestExit>;
  /** Sends a signal, e.g. `SIGINT`, to the main process. */
  signal(name: string): void;
  /** Ends the machine at once. */
  kill(): void;
  /** Starts a command beside the main process. */
  spawn(command: GuestCommand): PipedProcess;
}

/** A way to run machines on this host. */
export interface Sandbox {
  /** `root` and `user`: in namespaces, set up by root or by a mapped user; `plain`: processes of the host. */
  readonly kind: 'root' | 'user' | 'plain';
  /** The value of PATH in the machine. */
  readonly path: string;
  boot(spec: BootSpec): Guest;
  /** Ends what the machines have left behind. */
  end(): Promise<void>;
}

/** What the sandboxes need of the host. */
export interface Host {
  /** The state folder of the simulation. */
  readonly dir: string;
  /** The Node.js binary that machines run. */
  readonly node: string;
  /** The folder `node_modules` of the project. */
  readonly modules: string;
  /** The folder of the scripts beside this file. */
  readonly scripts: string;
}
