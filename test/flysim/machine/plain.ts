import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { exitOf, signalNumber } from './namespaces.ts';
import { type PipedProcess, spawnPiped } from './piped.ts';
import {
  type BootSpec,
  type Guest,
  type Host,
  compileCacheAt,
  compileCacheOf,
  type Sandbox,
} from './sandbox.ts';
import { MARK, type Watchdog } from './watchdog.ts';

/** Plain processes of the host: no machine has files, users or process numbers of its own. */
export function plainSandbox(host: Host, watchdog: Watchdog): Sandbox {
  const bin = join(host.dir, 'machines', 'bin');
  rmSync(bin, { recursive: true, force: true });
  mkdirSync(bin, { recursive: true });
  symlinkSync(host.node, join(bin, 'node'));
  symlinkSync(join(host.modules, 'openclaw', 'openclaw.mjs'), join(bin, 'openclaw'));
  const path = `${bin}:${process.env['PATH'] ?? '/usr/bin:/bin'}`;
  return { kind: 'plain', path, boot: (spec) => boot(host, watchdog, path, spec), end: () => watchdog.end() };
}

function boot(host: Host, watchdog: Watchdog, path: string, spec: BootSpec): Guest {
  const tmp = join(spec.folder, 'tmp');
  rmSync(tmp, { recursive: true, force: true });
  mkdirSync(tmp, { recursive: true });
  const surroundings = { ...compileCacheAt(compileCacheOf(host)), PATH: path, HOME: tmp, TMPDIR: tmp };
  const start = (words: readonly string[], env: Readonly<Record<string, string>>): PipedProcess => {
    const piped = spawnPiped('sh', ['-c', 'exec "$@"', 'sh', ...words], {
      cwd: join(host.modules, 'openclaw'),
      env: { ...env, ...surroundings, [MARK]: spec.folder },
    });
    const { child } = piped;
    if (child.pid !== undefined) watchdog.watch(child.pid);
    child.once('exit', () => child.pid !== undefined && watchdog.forget(child.pid));
    return piped;
  };
  const main = start(spec.command, spec.env);
  main.stdin.end();
  const killAll = (): void => {
    if (main.child.pid !== undefined) killGroup(main.child.pid);
    for (const pid of marked(`${MARK}=${spec.folder}`)) quietly(() => process.kill(pid, 'SIGKILL'));
  };
  main.child.once('exit', killAll);
  return guestOf(main, killAll, ({ words, env }) => start(words, env));
}

function guestOf(main: PipedProcess, kill: () => void, spawnBeside: Guest['spawn']): Guest {
  const { child, stdout, stderr, ended } = main;
  return {
    stdout,
    stderr,
    up: new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    }),
    exited: ended.then(exitOf),
    signal: (name) => quietly(() => child.pid !== undefined && process.kill(child.pid, signalNumber(name))),
    kill,
    spawn: spawnBeside,
  };
}

/** The processes with this variable in their environment; none where the host has no /proc. */
function marked(variable: string): number[] {
  const found: number[] = [];
  quietly(() => {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      quietly(() => {
        const environment = readFileSync(`/proc/${name}/environ`, 'latin1');
        if (environment.split('\0').includes(variable)) found.push(Number(name));
      });
    }
  });
  return found;
}

function killGroup(leader: number): void {
  quietly(() => process.kill(-leader, 'SIGKILL'));
}

/** For processes, which may be gone by the time they are looked at. */
function quietly(action: () => unknown): void {
  try {
    action();
  } catch {
    // Gone already.
  }
}
