import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Flysim } from '../flysim/harness.ts';

/** Runs the simulated flyctl and returns what it prints on standard output. */
export async function flyctl({ flyctl: file }: Flysim, args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(file, args, { timeout: 30_000 })).stdout;
}

/** The host's folder of the app's only volume. */
export async function volumeFolderOf(flysim: Flysim, app: string): Promise<string> {
  const volumes: unknown = JSON.parse(await flyctl(flysim, ['volumes', 'list', '--json', '--app', app]));
  const [volume] = Array.isArray(volumes) ? volumes : [];
  return flysim.volumeFolder(String(volume?.id));
}
