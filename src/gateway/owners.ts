import * as l10n from '@vscode/l10n';
import { posix } from 'node:path';
import { Failure } from '../core/errors.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import type { GatewayLocation } from './location.ts';
import { parseRecords, type ScriptRecord, unexpected } from './records.ts';
import { encode } from './script-parts.ts';

/** A user and a group of the machine, by their numbers. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Something below the state directory that belongs to another user than the directory itself. */
export interface ForeignFile extends Owner {
  /** Absolute. */
  readonly path: string;
}

export interface ForeignFiles {
  /** That of the state directory, as which the gateway runs. */
  readonly owner: Owner;
  readonly files: readonly ForeignFile[];
  /** There are more than were asked for. */
  readonly truncated: boolean;
}

/** `missing`: it is gone. `refused`: it is not below the state directory. `failed`: the machine does not permit it. */
type OwnerOutcome = 'changed' | 'missing' | 'refused' | 'failed';

export interface ChangedOwner {
  readonly path: string;
  readonly outcome: OwnerOutcome;
  /** What the machine said when it failed. */
  readonly detail: string;
}

/** How many paths go into one script, whose size is limited. */
const batch = 50;

/** How much of a listing is fetched, in bytes. */
const maxListing = 200_000;

/** A slash ends each name, since nothing else cannot be part of one. `lost+found` is the file system's own. */
const findScript = sh`
${encode}
state=$1 limit=$2
owner=$(stat -Lc '%u %g' "$state") || exit
set -- $owner
printf 'owner\t%s\t%s\n' "$1" "$2"
found=$(find -H "$state" -xdev -name lost+found -prune -o ! -user "$1" -exec stat -c '%u %g %n/' {} + 2>/dev/null | head -c "$limit" | encode)
printf 'files\t%s\n' "$found"
`;

/**
 * Finds what the gateway may not be able to read or write: a command that was run as root leaves such files behind.
 * @throws Failure of the shell; `failed` when there is no state directory.
 */
export async function findForeign(
  shell: RemoteShell,
  { stateDir }: Pick<GatewayLocation, 'stateDir'>,
  options: { readonly limit?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<ForeignFiles> {
  const { limit = 200, signal } = options;
  const { stdout } = await shell.run(findScript, {
    args: [stateDir, String(maxListing)],
    effect: 'read',
    deadlineMs: 25_000,
    maxOutputBytes: 512 * 1024,
    signal,
  });
  const records = parseRecords(stdout);
  const owner = records.find(({ kind }) => kind === 'owner');
  const found = records.find(({ kind }) => kind === 'files');
  if (!owner || !found) {
    throw new Failure('failed', { detail: l10n.t('There is no folder “{0}” on the machine.', stateDir) });
  }
  const listing = Buffer.from(found.text(0), 'base64');
  const files = parseFiles(listing.toString());
  return {
    owner: { uid: owner.integer(0), gid: owner.integer(1) },
    files: files.slice(0, limit),
    truncated: files.length > limit || listing.length === maxListing,
  };
}

function parseFiles(listing: string): readonly ForeignFile[] {
  const found = listing.matchAll(/(\d+) (\d+) (\/.*?)\/\n/gs);
  return [...found].map(([, uid, gid, path = '']) => ({ path, uid: Number(uid), gid: Number(gid) }));
}

/**
 * `$1` state directory, `$2` uid:gid, then the paths. What each belonged to is written down first, in the state directory.
 * The folder that something is in must really be below the state directory: a link in its path could lead elsewhere.
 */
const changeScript = sh`
${encode}
tell() { printf '%s\t%s\t%s\n' "$1" "$(text "$path")" "$(text "$2")"; }
state=$(readlink -f "$1") owner=$2 note=$1/owners-before-$(date +%s).txt
shift 2
(umask 077 && for path; do stat -c '%u:%g %n' "$path" 2>/dev/null; done > "$note")
for path; do
  folder=$(readlink -f "$(dirname "$path")")/
  case $folder in
    "$state"/*)
      if [ ! -e "$path" ] && [ ! -L "$path" ]; then tell missing
      elif problem=$(chown -h "$owner" "$path" 2>&1); then tell changed
      else tell failed "$problem"
      fi;;
    *) tell refused;;
  esac
done
`;

/**
 * Gives files and folders below the state directory to a user, each by itself and never what a link points to. What they
 * belonged to before is kept in `owners-before-….txt` in the state directory.
 * @param change.paths Absolute. One that is not below the state directory is refused without asking the machine.
 * @returns What became of each, in the order of `paths`.
 * @throws Failure of the shell; after `unproven` find them again.
 */
export async function changeOwners(
  shell: RemoteShell,
  change: Pick<GatewayLocation, 'stateDir'> & Owner & { readonly paths: readonly string[] },
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly ChangedOwner[]> {
  const { stateDir, uid, gid, paths } = change;
  const own = paths.filter((path) => isBelow(stateDir, path));
  const outcomes = new Map<string, ChangedOwner>();
  for (let start = 0; start < own.length; start += batch) {
    const some = own.slice(start, start + batch);
    const { stdout } = await shell.run(changeScript, {
      args: [stateDir, `${uid}:${gid}`, ...some],
      effect: 'write',
      deadlineMs: 25_000,
      signal: options.signal,
    });
    const told = parseRecords(stdout).map(parseChanged);
    if (told.length !== some.length) throw unexpected(stdout);
    for (const changed of told) outcomes.set(changed.path, changed);
  }
  return paths.map((path) => outcomes.get(path) ?? { path, outcome: 'refused', detail: '' });
}

function isBelow(folder: string, path: string): boolean {
  return posix.normalize(path) === path && !path.endsWith('/') && path.startsWith(`${folder}/`);
}

function parseChanged(record: ScriptRecord): ChangedOwner {
  return { path: record.decoded(0), outcome: parseOutcome(record.kind), detail: record.decoded(1).trim() };
}

function parseOutcome(kind: string): OwnerOutcome {
  switch (kind) {
    case 'changed':
    case 'missing':
    case 'refused':
    case 'failed':
      return kind;
    default:
      throw unexpected(kind);
  }
}
