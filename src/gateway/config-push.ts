import { randomBytes } from 'node:crypto';
import { Failure, toFailure } from '../core/errors.ts';
import { neverStarted } from '../remote/remote-shell.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { type ConfigFacts, type ConfigStat, describe, hashOf, maxConfigBytes, parseStat } from './config.ts';
import type { GatewayLocation } from './location.ts';
import { parseRecords, unexpected } from './records.ts';
import { parseReason, type RefusalReason, refusalText } from './refusal.ts';

/** What became of a push; in every case but the first the file on the machine was not changed by it. */
export type PushResult =
  | { readonly outcome: 'written'; readonly file: ConfigFacts }
  /** The machine has exactly these bytes already. */
  | { readonly outcome: 'unchanged'; readonly file: ConfigFacts }
  /** Somebody changed the file since it was fetched. */
  | { readonly outcome: 'conflict'; readonly remote: ConfigStat }
  /** `message` says what is wrong and what to do. */
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly message: string };

export interface PushOptions {
  /** The hash of the file as it was fetched; `null` when there was none and there must be none. */
  readonly expectedSha256: string | null;
  readonly signal?: AbortSignal | undefined;
}

type Place = Pick<GatewayLocation, 'configPath' | 'stateDir'>;

/**
 * `$1` configuration, `$2` state directory, `$3` suffix of the staging file, `$4` length, `$5` hash of the new file,
 * `$6` hash of the expected file or `-` for none. The new file comes on standard input.
 *
 * It is complete and has its owner and mode before a rename puts it in place, so the gateway, which watches the file,
 * never sees half of it (openclaw/openclaw#112864). The process id in the name tells a later push whether the writer of
 * a staging file is still there.
 */
const pushScript = sh`
${describe}
export LC_ALL=C
umask 077
refuse() { printf 'refused\t%s\t%s\n' "$1" "$(text "$2")"; exit; }
refuse_for() {
  case $1 in
    *'No space'*|*quota*) refuse noSpace "$1";;
    *Read-only*) refuse readOnly "$1";;
    *denied*|*'not permitted'*) refuse notPermitted "$1";;
    *) refuse failed "$1";;
  esac
}
sweep() {
  for old in "$target".push-*; do
    if [ ! -d "/proc/\${old##*.}" ] || [ -n "$(find "$old" -mmin +10 2>/dev/null)" ]; then rm -f "$old"; fi
  done
}

for tool in base64 cut find mv readlink stat tee wc; do
  command -v $tool >/dev/null || refuse missingTool $tool
done
target=$1
if [ -L "$target" ]; then target=$(readlink -f "$target"); fi
folder=$(dirname "$target")
[ -d "$folder" ] || refuse noFolder "$folder"
[ ! -e "$target" ] || [ -f "$target" ] || refuse notAFile "$target"
sweep
staging=$target.push-$3.$$
trap 'rm -f "$staging"' EXIT
trap 'exit 1' HUP INT PIPE TERM

problem=$(tee "$staging" 2>&1 >/dev/null) || refuse_for "$problem"
[ "$(wc -c < "$staging")" -eq "$4" ] && [ "$(sha256 "$staging")" = "$5" ] || refuse incomplete
if [ -e "$target" ]; then model=$target mode=$(stat -c %a "$target")
elif [ -d "$2" ]; then model=$2 mode=600
else model=$folder mode=600
fi
owner=$(stat -c %u:%g "$model")
if [ "$(stat -c %u:%g "$staging")" != "$owner" ]; then
  problem=$(chown "$owner" "$staging" 2>&1) || refuse_for "$problem"
fi
problem=$(chmod "$mode" "$staging" 2>&1) || refuse_for "$problem"
sync "$staging" 2>/dev/null || sync

current=-
if [ -e "$target" ]; then current=$(sha256 "$target"); fi
if [ -z "$current" ]; then refuse notPermitted "$target"
elif [ "$current" = "$5" ]; then echo unchanged
elif [ "$current" != "$6" ]; then echo conflict
else problem=$(mv -f "$staging" "$target" 2>&1) || refuse_for "$problem"; echo written
fi
describe "$target"
`;

/** Takes the staging file away, so that a push that is still running cannot be completed any more, and looks. */
const withdrawScript = sh`
${describe}
target=$1
if [ -L "$target" ]; then target=$(readlink -f "$target"); fi
rm -f "$target".push-"$2".*
describe "$target"
`;

/**
 * Puts a new configuration in the place of the old one, or leaves the old one exactly as it is.
 *
 * The new file gets owner and mode of the old one; without one, the owner of the state directory and mode 0600. When
 * the connection fails on the way, or the user cancels, the machine is asked once what became of it, so the result is
 * true also then.
 * @throws Failure `unproven` when it cannot be asked; `cancelled` when the file is unchanged; kinds of the shell that
 * promise that nothing started.
 */
export async function pushConfig(
  shell: RemoteShell,
  location: Place,
  bytes: Uint8Array,
  options: PushOptions,
): Promise<PushResult> {
  if (bytes.length > maxConfigBytes) return refused('tooLarge', '');
  if (options.signal?.aborted) throw new Failure('cancelled');
  const suffix = randomBytes(8).toString('hex');
  try {
    return await push(shell, location, bytes, suffix, options);
  } catch (error) {
    const failure = toFailure(error);
    if (neverStarted(failure)) throw failure;
    return withdraw(
      shell,
      location.configPath,
      suffix,
      { new: hashOf(bytes), old: options.expectedSha256 },
      failure,
    );
  }
}

async function push(
  shell: RemoteShell,
  { configPath, stateDir }: Place,
  bytes: Uint8Array,
  suffix: string,
  options: PushOptions,
): Promise<PushResult> {
  const { stdout } = await shell.run(pushScript, {
    args: [configPath, stateDir, suffix, String(bytes.length), hashOf(bytes), options.expectedSha256 ?? '-'],
    stdin: bytes,
    effect: 'write',
    deadlineMs: 60_000,
    signal: options.signal,
  });
  const [first, second] = parseRecords(stdout);
  if (first?.kind === 'refused') return refused(parseReason(first.text(0)), first.decoded(1));
  const remote = parseStat(second, stdout, configPath);
  if (first?.kind === 'conflict') return { outcome: 'conflict', remote };
  if (!remote.exists || (first?.kind !== 'written' && first?.kind !== 'unchanged')) throw unexpected(stdout);
  return { outcome: first.kind, file: remote };
}

/** Tells the outcome of a push whose result did not arrive. */
async function withdraw(
  shell: RemoteShell,
  configPath: string,
  suffix: string,
  sha256: { readonly new: string; readonly old: string | null },
  failure: Failure,
): Promise<PushResult> {
  const remote = await lookAfter(shell, configPath, suffix, failure);
  if (remote.exists && remote.sha256 === sha256.new) {
    return { outcome: sha256.new === sha256.old ? 'unchanged' : 'written', file: remote };
  }
  if ((remote.exists ? remote.sha256 : null) !== sha256.old) return { outcome: 'conflict', remote };
  if (failure.kind === 'cancelled') throw failure;
  return refused('interrupted', failure.detail);
}

async function lookAfter(
  shell: RemoteShell,
  configPath: string,
  suffix: string,
  failure: Failure,
): Promise<ConfigStat> {
  try {
    const options = { args: [configPath, suffix], effect: 'read', deadlineMs: 20_000 } as const;
    const { stdout } = await shell.run(withdrawScript, options);
    return parseStat(parseRecords(stdout)[0], stdout, configPath);
  } catch {
    throw new Failure('unproven', { detail: failure.detail, facts: failure.facts, cause: failure });
  }
}

function refused(reason: RefusalReason, detail: string): PushResult {
  return { outcome: 'refused', reason, message: refusalText(reason, detail) };
}
