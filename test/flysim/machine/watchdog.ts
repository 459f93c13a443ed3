import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The variable that names the working folder of the machine to which a plain process belongs. */
export const MARK = 'FLYSIM_MACHINE';

/** Ends the watched processes when this process is gone, however it went. */
export interface Watchdog {
  /** @param leader The PID of the leader of a process group. */
  watch(leader: number): void;
  forget(leader: number): void;
  /** Ends what is left now, and the watchdog itself. */
  end(): Promise<void>;
}

/** Starts it for the machines of the simulation in `dir`. */
export function startWatchdog(scripts: string, dir: string): Watchdog {
  const child = spawn('sh', [join(scripts, 'watchdog.sh'), `${MARK}=${dir}/`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  return {
    watch: (leader) => child.stdin.write(`+${String(leader)}\n`),
    end: async () => {
      const exited = once(child, 'exit');
      child.stdin.end();
      await exited;
    },
    forget: (leader) => child.stdin.write(`-${String(leader)}\n`),
  };
}
