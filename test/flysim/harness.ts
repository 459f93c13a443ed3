import { createServer } from 'node:net';
import { bindCalls } from './simulation.ts';
import { launch } from './launch.ts';
import type { AddressType } from './model.ts';
import type { FaultName, FaultOptions, Latency, MachineSpec, VolumeChange } from './protocol.ts';

export type { AddressType } from './model.ts';
export type { FaultName, FaultOptions, Latency, MachineSpec } from './protocol.ts';

export interface FlysimOptions {
  /** Where state lives; a fresh temporary folder when left out, removed at the end. */
  readonly dir?: string;
  /**
   * `auto` uses namespaces where the kernel allows; `none` forces plain processes. When left out, the variable
   * FLYSIM_ISOLATION decides, else it is `auto`.
   */
  readonly isolation?: 'auto' | 'none';
  /** Milliseconds that calls take; all 0 by default. */
  readonly latency?: Latency;
}

/** A running simulation of Fly.io. */
export interface Flysim extends AsyncDisposable {
  readonly dir: string;
  /** The executable `flyctl`, a launcher bound to this simulation. */
  readonly flyctl: string;
  /** Where the simulation serves its API; see `call.ts`. */
  readonly socket: string;
  /** Whether each machine has a file system, process numbers and a host name of its own. */
  readonly isolated: boolean;
  createApp(
    name: string,
    options?: { organization?: string; secrets?: Record<string, string> },
  ): Promise<void>;
  /** @returns The machine's id. The machine starts unless `start` is false; nothing waits for it. */
  createMachine(app: string, spec: MachineSpec): Promise<string>;
  /** Puts lines in the log as if the machine had printed them. */
  log(app: string, machine: string, messages: readonly string[]): Promise<void>;
  /** @returns The address: the one given or the next of its type. */
  allocateIp(app: string, type: AddressType, address?: string): Promise<string>;
  /** The app is reached under the name as well. */
  addCertificate(app: string, hostname: string): Promise<void>;
  changeVolume(volumeId: string, change: VolumeChange): Promise<void>;
  /** The host's folder of the volume: what the machine sees at the mount path. */
  volumeFolder(volumeId: string): string;
  /** A fault stays until it is cleared; see README.md for what each does. */
  setFault(name: FaultName, options?: FaultOptions): Promise<void>;
  clearFaults(): Promise<void>;
  /** `unreachable` takes the machine's host away, `ok` brings it back; what runs there goes on. */
  setHostStatus(app: string, machine: string, status: 'ok' | 'unreachable'): Promise<void>;
  /** Waits up to a minute until the machine is in the state. */
  waitForState(app: string, machine: string, state: string): Promise<void>;
  /** Ends every process of the simulation. */
  stop(): Promise<void>;
}

/** Starts a simulation; everything ends with `stop()` or with the process that called this, whichever is first. */
export async function startFlysim(options: FlysimOptions = {}): Promise<Flysim> {
  const daemon = await launch(options);
  return {
    dir: daemon.dir,
    flyctl: daemon.flyctl,
    socket: daemon.socket,
    isolated: daemon.isolation !== 'plain',
    ...bindCalls(daemon.socket, daemon.dir),
    stop: () => daemon.stop(),
    [Symbol.asyncDispose]: () => daemon.stop(),
  };
}

/**
 * A machine that runs the real OpenClaw gateway from node_modules, as OpenClaw's guide for Fly.io sets it up. The app
 * needs a secret OPENCLAW_GATEWAY_TOKEN.
 * @param options The port on 127.0.0.1, and the name of the volume at /data
 */
export function openclawMachine(options: { readonly port: number; readonly volume?: string }): MachineSpec {
  const port = String(options.port);
  return {
    image: 'ghcr.io/openclaw/openclaw:2026.9.6',
    command: ['node', 'dist/index.js', 'gateway', '--allow-unconfigured', '--port', port, '--bind', 'lan'],
    env: {
      NODE_ENV: 'production',
      NODE_OPTIONS: '--max-old-space-size=1536',
      NO_COLOR: '1',
      OPENCLAW_GATEWAY_PORT: port,
      OPENCLAW_STATE_DIR: '/data',
    },
    cpus: 2,
    memoryMb: 2048,
    volume: { name: options.volume ?? 'openclaw_data', path: '/data', sizeGb: 1 },
    internalPort: options.port,
    checkPath: '/startupz',
  };
}

/** A TCP port that nothing on 127.0.0.1 listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
