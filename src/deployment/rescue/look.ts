import { posix } from 'node:path';
import type { Redactor } from '../../core/redact.ts';
import { complaintAbout } from '../../gateway/complaint.ts';
import { type ConfigFile, readConfig } from '../../gateway/config.ts';
import { type FolderEntry, listFolder } from '../../gateway/folders.ts';
import { type GatewayHints, type GatewayLocation, locate } from '../../gateway/location.ts';
import { findLocks, type FoundLocks } from '../../gateway/locks.ts';
import { findForeign, type ForeignFiles } from '../../gateway/owners.ts';
import type { RemoteShell } from '../../remote/shell.ts';

/** A copy of the configuration that OpenClaw, or a push, left beside it. */
export interface ConfigCopy {
  /** Absolute, on the machine. */
  readonly path: string;
  /** What its name has after that of the configuration: `last-good`, `bak`, `bak.1`, `before-push` … */
  readonly suffix: string;
  readonly size: number;
  /** Milliseconds since the epoch, by the machine's clock. */
  readonly mtimeMs: number;
}

/** What was found on a sleeping machine. */
export interface RescueLook {
  readonly hints: GatewayHints;
  readonly location: GatewayLocation;
  readonly config: ConfigFile;
  /** What the machine's own OpenClaw has against the configuration, in its words; nothing when it accepts it. */
  readonly complaint: string | undefined;
  readonly locks: FoundLocks;
  readonly foreign: ForeignFiles;
  /** The newest first. */
  readonly copies: readonly ConfigCopy[];
}

/** Copies of the configuration: those of OpenClaw, and what the last push replaced. */
const copyName = /^(last-good|bak(?:\.\d)?|before-push|clobbered\..+|rejected\..+)$/;

/**
 * Looks at everything that a rescue can repair. Nothing is changed.
 * @param hints With the command from before the rescue.
 * @throws Failure of the shell.
 */
export async function lookAround(
  shell: RemoteShell,
  hints: GatewayHints,
  options: { readonly signal?: AbortSignal | undefined; readonly redactor?: Redactor | undefined } = {},
): Promise<RescueLook> {
  const location = await locate(shell, hints, options);
  const { configPath } = location;
  const [config, locks, foreign, folder] = await Promise.all([
    readConfig(shell, location, options),
    findLocks(shell, location, options),
    findForeign(shell, location, options),
    listFolder(shell, posix.dirname(configPath), options),
  ]);
  const complaint = config.exists
    ? await complaintAbout(shell, location, { ...options, command: hints.command })
    : undefined;
  const copies = copiesIn(configPath, folder.entries);
  return { hints, location, config, complaint, locks, foreign, copies };
}

function copiesIn(configPath: string, entries: readonly FolderEntry[]): readonly ConfigCopy[] {
  const prefix = `${posix.basename(configPath)}.`;
  return entries
    .filter(({ kind, name }) => kind === 'file' && name.startsWith(prefix))
    .map(({ name, size, mtimeMs }) => ({
      path: posix.join(posix.dirname(configPath), name),
      suffix: name.slice(prefix.length),
      size,
      mtimeMs,
    }))
    .filter(({ suffix }) => copyName.test(suffix))
    .toSorted((one, other) => other.mtimeMs - one.mtimeMs);
}
