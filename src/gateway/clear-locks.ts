import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import type { FoundLock } from './locks.ts';
import { parseRecords, type ScriptRecord, unexpected } from './records.ts';
import { encode, sha256 } from './script-parts.ts';

/**
 * `removed`: it is out of the way. `changed`: another gateway has written it since it was judged, so it stays.
 * `missing`: it is gone already. `refused`: it is no gateway lock or not judged stale. `failed`: the machine does not
 * permit it.
 */
type ClearOutcome = 'removed' | 'changed' | 'missing' | 'refused' | 'failed';

export interface ClearedLock {
  readonly path: string;
  readonly outcome: ClearOutcome;
  /** What the machine said when it failed. */
  readonly detail: string;
}

/**
 * Path, hash and modification time in seconds, for each lock. A lock is renamed and only then compared, so that nobody
 * can put another one in its place in between; one that is not the judged one goes back. The new name is none that
 * OpenClaw looks for; it is swept after a day.
 */
const clearScript = sh`
${encode}
${sha256}
tell() { printf '%s\t%s\t%s\n' "$1" "$(text "$path")" "$(text "$2")"; }
clear_lock() {
  [ -f "$path" ] && [ ! -L "$path" ] || { tell missing; return; }
  [ "$(stat -c %Y "$path")" = "$2" ] || { tell changed; return; }
  aside=$path.cleared-$$
  problem=$(mv "$path" "$aside" 2>&1) || { tell failed "$problem"; return; }
  if [ "$(sha256 "$aside")" = "$1" ]; then tell removed; return; fi
  ln "$aside" "$path" 2>/dev/null
  rm -f "$aside"
  tell changed
}
while [ $# -ge 3 ]; do
  path=$1
  find "$(dirname "$path")" -maxdepth 1 -name 'gateway*.lock.cleared-*' -mtime +0 -exec rm -f {} + 2>/dev/null
  clear_lock "$2" "$3"
  shift 3
done
`;

const lockPath = /^\/(?:.*\/)?gateway[^/\n]*\.lock$/;

interface ClearOptions {
  readonly signal?: AbortSignal | undefined;
  /** Takes locks that are held or unknown, too: the user was told that two gateways on one state lose messages. */
  readonly evenInUse?: boolean;
}

/**
 * Puts stale locks out of the way, each only if it is still the one that was judged. A lock whose owner runs, or may
 * run, is refused without asking the machine, unless it is asked for.
 * @returns What became of each, in the order of `locks`.
 * @throws Failure of the shell; after `unproven` list the locks again.
 */
export async function clearLocks(
  shell: RemoteShell,
  locks: readonly FoundLock[],
  { signal, evenInUse = false }: ClearOptions = {},
): Promise<ClearedLock[]> {
  const wanted = locks.filter(
    ({ verdict, path }) => (evenInUse || verdict === 'stale') && lockPath.test(path),
  );
  const told = wanted.length === 0 ? [] : await run(shell, wanted, signal);
  const outcomes = new Map(told.map((cleared) => [cleared.path, cleared]));
  return locks.map(({ path }) => outcomes.get(path) ?? { path, outcome: 'refused', detail: '' });
}

async function run(
  shell: RemoteShell,
  locks: readonly FoundLock[],
  signal: AbortSignal | undefined,
): Promise<ClearedLock[]> {
  const { stdout } = await shell.run(clearScript, {
    args: locks.flatMap(({ path, sha256: hash, mtimeMs }) => [path, hash, String(mtimeMs / 1000)]),
    effect: 'write',
    deadlineMs: 20_000,
    signal,
  });
  const cleared = parseRecords(stdout).map(parseCleared);
  if (cleared.length !== locks.length) throw unexpected(stdout);
  return cleared;
}

function parseCleared(record: ScriptRecord): ClearedLock {
  return { path: record.decoded(0), outcome: parseOutcome(record.kind), detail: record.decoded(1).trim() };
}

function parseOutcome(kind: string): ClearOutcome {
  switch (kind) {
    case 'removed':
    case 'changed':
    case 'missing':
    case 'failed':
      return kind;
    default:
      throw unexpected(kind);
  }
}
