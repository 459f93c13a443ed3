import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import type { Flysim } from '../../../flysim/harness.ts';

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the simulation's flyctl to its end, with only the given variables about Fly in its environment. */
export async function flyctl(
  flysim: Pick<Flysim, 'flyctl' | 'dir'>,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  const child = spawn(flysim.flyctl, args, {
    cwd: options.cwd ?? flysim.dir,
    env: { PATH: process.env['PATH'], ...options.env },
    stdio: 'pipe',
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin ?? '');
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [stdout, stderr, exitCode] = await Promise.all([buffer(child.stdout), buffer(child.stderr), exit]);
  return { exitCode, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

/** Runs it and reads its standard output as JSON. */
export async function flyctlJson<T>(flysim: Flysim, args: readonly string[]): Promise<T> {
  const ran = await flyctl(flysim, [...args, '--json']);
  if (ran.exitCode !== 0) throw new Error(`flyctl ${args.join(' ')}: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as T;
}
