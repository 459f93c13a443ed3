import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { safeguard } from './safeguard.ts';

export interface GroupOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly stdio?: StdioOptions;
}

/** A process with everything that it starts, ended together. */
export interface ProcessGroup {
  readonly process: ChildProcess;
  /** The exit code of the first process; 128 and more when a signal ended it, 127 when it could not be started. */
  readonly ended: Promise<number>;
  /** Ends every process of the group, by force after a few seconds. */
  stop(): Promise<void>;
}

const graceMs = 3000;
const pollMs = 20;

/** Starts a command as the head of a process group of its own. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: GroupOptions = {},
): ProcessGroup {
  const child = spawn(command, args, { ...options, detached: true });
  const release = child.pid === undefined ? () => {} : safeguard('group', child.pid);
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 128));
  });
  const stop = async (): Promise<void> => {
    if (child.pid === undefined) return;
    await endGroup(child.pid);
    release();
  };
  return { process: child, ended, stop };
}

async function endGroup(group: number): Promise<void> {
  const deadline = performance.now() + graceMs;
  let more = signalGroup(group, 'SIGTERM');
  while (more && performance.now() < deadline) {
    await delay(pollMs);
    more = signalGroup(group, 0);
  }
  if (more) signalGroup(group, 'SIGKILL');
}

/** @returns whether the group has a process still. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
