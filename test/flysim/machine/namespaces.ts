import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type PipedProcess, type ProcessEnd, spawnPiped } from './piped.ts';
import {
  compileCacheAt,
  compileCacheOf,
  type BootSpec,
  type Guest,
  type GuestCommand,
  type GuestExit,
  type Host,
  type Sandbox,
} from './sandbox.ts';

const GUEST_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const compileCache = '/var/cache/node';
const surroundings = { ...compileCacheAt(compileCache), PATH: GUEST_PATH };
/** The user `node` of the official image. */
const NODE_USER = '1000';

/** Who sets the namespaces up: root, or a user who is mapped to root in a user namespace. */
type Kind = 'root' | 'user';

/** A mount, PID and UTS namespace per machine; its mounts and processes vanish with its init. */
export function namespaceSandbox(host: Host, kind: Kind): Sandbox {
  // The kernel lets nothing outlive a machine.
  return { kind, path: GUEST_PATH, boot: (spec) => boot(host, kind, spec), end: () => Promise.resolve() };
}

/** @returns Why machines cannot run in namespaces here, or undefined when they can: one is booted to find out. */
export async function namespaceObstacle(host: Host, kind: Kind): Promise<string | undefined> {
  const folder = join(host.dir, 'machines', 'probe');
  try {
    const guest = boot(host, kind, { machine: 'probe', folder, command: ['true'], env: {}, volumes: [] });
    guest.stdout.resume();
    let errors = '';
    guest.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    await guest.up.catch(() => undefined);
    const { code } = await guest.exited;
    return code === 0 ? undefined : errors.trim() || `the probe ended with ${String(code)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function boot(host: Host, kind: Kind, spec: BootSpec): Guest {
  const root = join(spec.folder, 'root');
  const etc = join(spec.folder, 'etc');
  mkdirSync(root, { recursive: true });
  mkdirSync(etc, { recursive: true });
  writeEtc(etc, spec.machine, kind);
  const main = spawnPiped(
    'setpriv',
    [
      // The namespaces end with the simulation, even when it is killed.
      ...['--pdeathsig', 'KILL', 'unshare', '--mount', '--pid', '--uts', '--fork', '--kill-child=KILL'],
      ...(kind === 'user' ? ['--user', '--map-root-user'] : []),
      ...['sh', join(host.scripts, 'boot.sh'), root, kind === 'user' ? 'mapped' : NODE_USER, spec.machine],
      ...[host.node, host.modules, etc],
      ...[compileCacheOf(host), compileCache],
      ...spec.volumes.flatMap(({ folder, path }) => [folder, path]),
      ...['--', ...spec.command],
    ],
    { env: { ...surroundings, HOME: '/home/node', ...spec.env }, status: true },
  );
  main.stdin.end();
  return guestOf(main, kind);
}

function guestOf({ child, stdout, stderr, ended }: PipedProcess, kind: Kind): Guest {
  const status = child.stdio[3];
  if (!(status instanceof Readable)) throw new Error('the machine has no status stream');
  const exited = ended.then(exitOf);
  let init: string | undefined;
  let heard = '';
  const up = new Promise<void>((resolve, reject) => {
    status.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      init ??= /^(\d+)\n/.exec(heard)?.[1];
      if (heard.endsWith('up\n')) resolve();
    });
    exited.then(() => reject(new Error('the machine did not boot')), reject);
  });
  return {
    stdout,
    stderr,
    up,
    exited,
    signal: (name) => {
      const number = signalNumber(name);
      const script = `kill -${String(number)} "$(cat /run/main.pid)"`;
      if (init)
        spawnSync('nsenter', [...enter(init, kind), 'sh', '-c', script], { env: { PATH: GUEST_PATH } });
    },
    kill: () => child.kill('SIGKILL'),
    spawn: (command) => spawnIn(init ?? '', kind, command),
  };
}

function spawnIn(init: string, kind: Kind, command: GuestCommand): PipedProcess {
  const asUser =
    kind === 'root' && command.user === 'node'
      ? ['setpriv', '--reuid', NODE_USER, '--regid', NODE_USER, '--clear-groups']
      : [];
  return spawnPiped(
    'setpriv',
    [
      ...['--pdeathsig', 'KILL', 'nsenter', ...enter(init, kind), ...asUser],
      ...['sh', '-c', 'exec "$@"', 'sh', ...command.words],
    ],
    { env: { ...surroundings, ...command.env } },
  );
}

function enter(init: string, kind: Kind): string[] {
  const user = kind === 'user' ? ['--user', '--preserve-credentials'] : [];
  const root = `/proc/${init}/root`;
  return ['--target', init, ...user, '--mount', '--uts', '--pid', `--root=${root}`, `--wd=${root}`, '--'];
}

/** The files under /etc that tell a machine from its host. */
function writeEtc(folder: string, hostname: string, kind: Kind): void {
  const ids = kind === 'root' ? `${NODE_USER}:${NODE_USER}` : '0:0';
  const files = {
    hostname: `${hostname}\n`,
    hosts: `127.0.0.1 localhost ${hostname}\n::1 localhost ip6-localhost ip6-loopback\n`,
    passwd: `root:x:0:0:root:/root:/bin/bash\nnode:x:${ids}::/home/node:/bin/bash\n`,
    group: `root:x:0:\ntty:x:5:\nnode:x:${NODE_USER}:\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** The end of a process in the words of a shell. */
export function exitOf({ code, signal }: ProcessEnd): GuestExit {
  if (signal !== null) return { code: 128 + signalNumber(signal), signal: signalNumber(signal) };
  const status = code ?? 0;
  return { code: status, signal: status > 128 && status < 160 ? status - 128 : -1 };
}

/** @param name With or without `SIG`, or a number, as flyctl's `--signal` takes it. */
export function signalNumber(name: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  const wanted = name.startsWith('SIG') ? name : `SIG${name}`;
  return (
    Object.entries(constants.signals).find(([signal]) => signal === wanted)?.[1] ?? constants.signals.SIGINT
  );
}
