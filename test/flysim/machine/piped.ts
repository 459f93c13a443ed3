import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { makePipes } from './pipes.ts';

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child process whose standard streams are pipes. */
export interface PipedProcess {
  readonly child: ChildProcess;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Resolves when the process has ended and its output is read; rejects when it could not be started. */
  readonly ended: Promise<ProcessEnd>;
}

export interface PipedOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Whether the child gets a fourth stream for messages to this process: `child.stdio[3]`. */
  readonly status?: boolean;
}

/** Starts a process in a session of its own. */
export function spawnPiped(
  command: string,
  args: readonly string[],
  { status, ...surroundings }: PipedOptions,
): PipedProcess {
  const [stdin, stdout, stderr] = process.platform === 'linux' ? makePipes() : [];
  const theirs = [stdin, stdout, stderr].map((pipe) => pipe?.theirs);
  const child = spawn(command, args, {
    ...surroundings,
    stdio: [...theirs.map((fd) => fd ?? 'pipe'), ...(status ? (['pipe'] as const) : [])],
    detached: true,
  });
  for (const fd of theirs) if (fd !== undefined) closeSync(fd);
  const streams = {
    stdin: present(stdin?.ours ?? child.stdin),
    stdout: present(stdout?.ours ?? child.stdout),
    stderr: present(stderr?.ours ?? child.stderr),
  };
  const exit = new Promise<ProcessEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const read = [streams.stdout, streams.stderr].map(
    (stream) => new Promise((resolve) => stream.once('close', resolve)),
  );
  return { child, ...streams, ended: Promise.all([exit, ...read]).then(([end]) => end) };
}

function present<T>(stream: T | null | undefined): T {
  if (!stream) throw new Error('the process has no standard streams');
  return stream;
}
