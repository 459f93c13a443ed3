import { sh } from '../../remote/sh.ts';
import { maxConfigBytes } from '../config.ts';
import { parseDiskUse } from '../disk-use.ts';
import type { ScriptRecord } from '../records.ts';
import { encode } from '../script-parts.ts';
import type { FileFacts, Inspection } from './inspection.ts';

/** Files of other owners that are named; the rest are counted. */
const maxForeign = 50;

/** Seconds for the search below the state directory. */
const searchLimit = 6;

/**
 * `describe_files CONFIG STATE HOME`: the records that `parseFiles` reads. What `stat` says of many files is one field:
 * two slashes end each name, since no path that is told here has them.
 *
 * The search for files of other owners follows no link and stays on the file system. Where there is no `timeout`, it takes
 * the time that it takes.
 */
export const describeFiles = sh`
${encode}
facts='%f %u %g %s %Y %n//'
files() { printf 'files\t%s\t%s\n' "$1" "$(encode)"; }
look() { stat -Lc "$facts" "$@" 2>/dev/null; }
homes() { { say "$1"; cut -d : -f 6 /etc/passwd; } | sort -u; }
places() {
  printf '%s\n' "$1" "$1/.openclaw" "\${1%/*}" /data /data/.openclaw /app
  homes "$2" | sed 's#/*$##;h;s#$#/.openclaw#p;g;s#$#/.clawdbot#p;g;s#$#/.moltbot#'
}
other_configs() {
  places "$2" "$3" | sort -u | while IFS= read -r dir; do
    for name in openclaw clawdbot moltbot moldbot; do
      file=$dir/$name.json
      if [ -f "$file" ] && ! [ "$file" -ef "$1" ]; then look "$file"; fi
    done
  done
}
foreign() {
  owner=$(stat -c %u "$1") limit=
  if timeout 1 true 2>/dev/null; then limit='timeout ${String(searchLimit)}'; fi
  $limit find "$1" -xdev -name lost+found -prune -o ! -user "$owner" ! -type l -exec stat -c "$facts" {} + 2>/dev/null |
    sed -n -e '1,${String(maxForeign)}p' -e '$='
}
describe_files() {
  look "$1" | files config
  if [ -f "$1" ] && [ -r "$1" ] && [ "$(wc -c < "$1")" -le ${String(maxConfigBytes)} ]; then
    printf 'text\t%s\n' "$(encode < "$1")"
  fi
  look "$1".last-good "$1".bak* "$1".clobbered.* "$1".rejected.* | head -n 200 | files copy
  other_configs "$@" | files other
  if [ -d "$2" ]; then
    look "$2" | files state
    printf 'disk\t%s\n' "$(df -Pk "$2" | tail -n 1 | encode)"
    foreign "$(readlink -f "$2")" | files foreign
  fi
}
`;

type Files = Pick<Inspection, 'config' | 'otherConfigs' | 'copies' | 'stateDir' | 'foreign'>;

interface Entry {
  readonly facts: FileFacts;
  readonly isFile: boolean;
}

/** Reads the records of `describe_files`; others are passed over. */
export function parseFiles(records: readonly ScriptRecord[]): Files {
  const output = (role: string): string =>
    records.find((record) => record.kind === 'files' && record.text(0) === role)?.decoded(1) ?? '';
  const filesOf = (role: string): FileFacts[] =>
    parseEntries(output(role)).flatMap(({ isFile, facts }) => (isFile ? [facts] : []));
  const [config] = parseEntries(output('config'));
  const text = records.find(({ kind }) => kind === 'text')?.decoded(0);
  const [stateDir] = parseEntries(output('state'));
  return {
    ...(config && { config: { ...config.facts, ...(text !== undefined && { text }) } }),
    otherConfigs: filesOf('other'),
    copies: filesOf('copy').sort((one, other) => other.mtimeMs - one.mtimeMs),
    ...(stateDir && { stateDir: { ...stateDir.facts, ...parseDisk(records) } }),
    foreign: parseForeign(output('foreign')),
  };
}

function parseEntries(output: string): Entry[] {
  const found = output.matchAll(/([0-9a-f]+) (\d+) (\d+) (\d+) (\d+) (\/.*?)\/\/(?:\n|$)/gs);
  return [...found].map(([, mode = '', uid, gid, bytes, seconds, path = '']) => {
    const bits = Number.parseInt(mode, 16);
    const facts = { path, uid: Number(uid), gid: Number(gid), mode: bits & 0o777, bytes: Number(bytes) };
    return { facts: { ...facts, mtimeMs: Number(seconds) * 1000 }, isFile: (bits & 0o170000) === 0o100000 };
  });
}

/** The last line counts the lines before it. */
function parseForeign(output: string): Inspection['foreign'] {
  const files = parseEntries(output).map(({ facts }) => facts);
  return { count: Math.max(files.length, Number(/(\d+)\n$/.exec(output)?.[1] ?? 0)), files };
}

function parseDisk(
  records: readonly ScriptRecord[],
): Pick<NonNullable<Inspection['stateDir']>, 'mountPoint' | 'freeBytes' | 'totalBytes'> {
  const line = records.find(({ kind }) => kind === 'disk')?.decoded(0) ?? '';
  const { mountPoint = '/', freeBytes = 0, totalBytes = 0 } = parseDiskUse(line) ?? {};
  return { mountPoint, freeBytes, totalBytes };
}
