import * as l10n from '@vscode/l10n';
import { Failure } from '../core/errors.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';

const askDisk = sh`LC_ALL=C df -Pk "$1" | tail -n 1`;

/** Below this share of free space, or this many bytes, a disk is nearly full. */
const lowShare = 0.1;
const lowBytes = 100 * 1024 ** 2;

/** How full a disk of the machine is, in bytes. What the file system keeps for itself is neither used nor free. */
export interface DiskUse {
  readonly usedBytes: number;
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** Where it is mounted, e.g. `/data`. */
  readonly mountPoint: string;
}

/**
 * Asks the machine how full the disk is that a path is on.
 * @throws Failure of the shell; `failed` when there is no such path.
 */
export async function diskUse(shell: RemoteShell, path: string, signal?: AbortSignal): Promise<DiskUse> {
  const options = { args: [path], effect: 'read', deadlineMs: 20_000, signal } as const;
  const { stdout, stderr } = await shell.run(askDisk, options);
  const use = parseDiskUse(stdout);
  if (!use) throw new Failure('failed', { detail: stderr.trim() || stdout.trim().slice(0, 200) });
  return use;
}

/** Reads the line of a file system in what `df -Pk` prints: sizes in KiB, and the mount point last. */
export function parseDiskUse(line: string): DiskUse | undefined {
  const [, total, used, free, mountPoint] = /\s(\d+)\s+(\d+)\s+(\d+)\s+\S+\s+(\/.*)\n/.exec(line) ?? [];
  if (mountPoint === undefined) return undefined;
  const bytes = (kibibytes: string | undefined): number => Number(kibibytes) * 1024;
  return { totalBytes: bytes(total), usedBytes: bytes(used), freeBytes: bytes(free), mountPoint };
}

/** Whether the gateway may soon fail to write. */
export function isNearlyFull({ freeBytes, totalBytes }: DiskUse): boolean {
  return freeBytes < Math.max(lowBytes, totalBytes * lowShare);
}

/** E.g. `0.4 of 1 GB used`. */
export function diskUseText({ usedBytes, totalBytes }: DiskUse): string {
  return l10n.t('{0} of {1} GB used', gigabytes(usedBytes), gigabytes(totalBytes));
}

function gigabytes(bytes: number): string {
  return String(Math.round((bytes / 1024 ** 3) * 10) / 10);
}
