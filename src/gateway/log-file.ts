import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { type LogFileEntry, parseLogLine } from './log-line.ts';
import { parseRecords, unexpected } from './records.ts';
import { encode, gateways } from './script-parts.ts';

/** How far a log file was read. */
export interface LogFilePosition {
  /** The inode: a file keeps it when it is rotated, which gives it another name. */
  readonly file: string;
  /** In bytes. */
  readonly offset: number;
}

/** What came since. */
export interface LogFilePart {
  readonly entries: readonly LogFileEntry[];
  /** Where to read on; nothing as long as there is no log file. */
  readonly position: LogFilePosition | undefined;
  /** Whether lines between the last position and these may be missing. */
  readonly isGap: boolean;
  /** Whether there is more that did not fit. */
  readonly hasMore: boolean;
}

interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Log files and folders that may have some, beside the folders for temporary files. */
  readonly places?: readonly string[] | undefined;
  /** Folders for temporary files; that of the running gateway is added. */
  readonly folders?: readonly string[];
}

/** How much is read at once, in bytes; as base64 it fits what `fly machine exec` can answer. */
const partBytes = 512 * 1024;
/** How much of an existing file is read at first, and at most after a long pause. */
const firstBytes = 256 * 1024;
const mostBehind = 4 * 1024 * 1024;

/**
 * `$1` the inode of the file that was read last or 0, `$2` how many of its bytes, `$3` how many are wanted at once, `$4` how
 * many at first, `$5` the most to catch up with, then log files, and folders that have log files or are for temporary
 * files. Prints one record at most: how the part goes on from the last one, the inode, the offset, the size of the file, and
 * the part.
 *
 * OpenClaw writes `openclaw-YYYY-MM-DD.log` into a folder of its own below a folder for temporary files (openclaw, or
 * openclaw-UID when that belongs to somebody else), and renames it to `….1.log` when it is large.
 */
const followScript = sh`
${encode}
${gateways}
LC_ALL=C known=$1 offset=$2 most=$3 first=$4 behind=$5
shift 5
gateway=$(gateways | head -n 1)
temp=$(cat "/proc/$gateway/environ" 2>/dev/null | tr '\0' '\n' | sed -n 's/^TMPDIR=//p' | head -n 1)
if [ -n "$temp" ]; then set -- "$@" "$temp"; fi
files() {
  for place; do
    for file in "$place" "$place"/openclaw-[0-9]*.log \
      "$place"/openclaw*/openclaw-*.log "$place"/clawdbot*/clawdbot-*.log "$place"/moltbot*/moltbot-*.log; do
      if [ -f "$file" ]; then stat -Lc '%Y %i %s %n' "$file"; fi
    done
  done | sort -k 1,1n -k 4 | uniq
}
all=$(files "$@")
[ -n "$all" ] || exit 0
set -f
since() { printf '%s\n' "$all" | sed -n "/^[0-9]* $known /,\$p"; }
set -- $(since | sed -n 1p)
how=same
if [ -n "$1" ] && [ "$3" -eq "$offset" ]; then
  set -- $(since | sed -n 2p)
  [ -n "$1" ] || exit 0
  how=next offset=0
fi
if [ -z "$1" ] || [ "$3" -lt "$offset" ] || [ $(($3 - offset)) -gt "$behind" ]; then
  set -- $(printf '%s\n' "$all" | sed -n '$p')
  how=new offset=0
  if [ "$3" -gt "$first" ]; then offset=$(($3 - first)); fi
fi
inode=$2 size=$3
shift 3
printf 'part\t%s\t%s\t%s\t%s\t' "$how" "$inode" "$offset" "$size"
tail -c "+$((offset + 1))" "$*" | head -c "$most" | encode
echo
`;

/** Reads what OpenClaw has written into its log file on the machine since a position; at first, the end of the file. */
export async function readLogFile(
  shell: RemoteShell,
  since: LogFilePosition | undefined,
  { signal, places = [], folders = ['/tmp'] }: ReadOptions = {},
): Promise<LogFilePart> {
  const numbers = [since?.offset ?? 0, partBytes, firstBytes, mostBehind].map(String);
  const { stdout } = await shell.run(followScript, {
    args: [since?.file ?? '0', ...numbers, ...places, ...folders],
    effect: 'read',
    deadlineMs: 15_000,
    maxOutputBytes: 2 * partBytes,
    signal,
  });
  return parseLogFilePart(stdout, since);
}

/** @throws Failure `badOutput` when it is not what the script prints. */
function parseLogFilePart(stdout: string, since: LogFilePosition | undefined): LogFilePart {
  const record = parseRecords(stdout).find(({ kind }) => kind === 'part');
  if (!record) return { entries: [], position: since, isGap: false, hasMore: false };
  const how = record.text(0);
  if (how !== 'same' && how !== 'next' && how !== 'new') throw unexpected(stdout);
  const offset = record.integer(2);
  const bytes = Buffer.from(record.text(4), 'base64');
  const isCut = how === 'new' && offset > 0;
  const { text, end } = wholeLines(bytes, isCut);
  const position = { file: record.text(1), offset: offset + end };
  return {
    entries: text.split('\n').flatMap((line) => parseLogLine(line) ?? []),
    position,
    isGap: how === 'new' && since !== undefined,
    hasMore: end > 0 && offset + bytes.length < record.integer(3),
  };
}

/** The lines that are whole, and where they end; a line that is longer than a part is passed over. */
function wholeLines(bytes: Buffer, isCut: boolean): { readonly text: string; readonly end: number } {
  const start = isCut ? bytes.indexOf(0x0a) + 1 : 0;
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end === 0 && bytes.length >= partBytes) return { text: '', end: bytes.length };
  return { text: bytes.toString('utf8', start, end), end };
}
