import { randomBytes } from 'node:crypto';
import { posix } from 'node:path';
import { Redactor } from '../core/redact.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import type { GatewayLocation } from './location.ts';
import { isVerdict, parseVerdict, validate } from './push/validation.ts';
import { parseRecords, type ScriptRecord, unexpected } from './records.ts';
import { encode } from './script-parts.ts';
import { packageFolders } from './version.ts';

/** The seconds that OpenClaw is given for its answer; a machine in a crash loop gives less. */
export const complaintLimit = 40;

/**
 * `validate`, and what it needs to leave nothing behind, also when the script is interrupted: `$target` and `$suffix` name the
 * files that it makes.
 */
export const validateSafely = sh`
${encode}
${validate}
umask 077
trap 'rm -f "$target".push-"$suffix"*' EXIT
trap 'exit 1' HUP INT PIPE TERM
`;

/**
 * `$1` configuration, `$2` state directory, `$3` suffix, `$4` seconds, `$5` folder, `$6` whether another file comes on
 * standard input, then folders that may be that of OpenClaw. It runs in the environment of the session: that of a gateway that dies may be gone before it is read.
 */
const judgeScript = sh`
target=$1 staging=$1 state=$2 suffix=$3 seconds=$4 folder=$5
${validateSafely}
gateways() { :; }
if [ "$6" = other ]; then
  staging=$target.push-$suffix-asked.$$
  cat > "$staging"
fi
shift 6
validate "$@"
`;

/**
 * Asks the machine's own OpenClaw what it has against the configuration that is in place, or against another one.
 * @returns Its words without secrets, or nothing when it accepts the configuration or cannot judge it.
 * @throws Failure of the shell.
 */
export async function complaintAbout(
  shell: RemoteShell,
  { configPath, stateDir }: Pick<GatewayLocation, 'configPath' | 'stateDir'>,
  options: {
    /** A configuration that is not in place, and will not be. */
    readonly other?: Uint8Array | undefined;
    /** The words of the machine's command, which may tell where OpenClaw is when no gateway runs. */
    readonly command?: readonly string[] | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly redactor?: Redactor | undefined;
  } = {},
): Promise<string | undefined> {
  const { other, command = [], signal, redactor = new Redactor() } = options;
  const suffix = randomBytes(8).toString('hex');
  const places = [
    configPath,
    stateDir,
    suffix,
    String(complaintLimit),
    posix.dirname(configPath),
    other ? 'other' : '',
  ];
  const { stdout } = await shell.run(judgeScript, {
    args: [...places, ...packageFolders(command)],
    ...(other && { stdin: other }),
    effect: 'read',
    deadlineMs: (complaintLimit + 15) * 1000,
    signal,
  });
  return parseComplaint(parseRecords(stdout), redactor);
}

/**
 * Reads the record of `validate`; others are passed over.
 * @returns The words without secrets, or nothing when the configuration was accepted or not judged.
 * @throws Failure `badOutput`.
 */
export function parseComplaint(records: readonly ScriptRecord[], redactor: Redactor): string | undefined {
  const record = records.find(isVerdict);
  if (!record) throw unexpected(records.map(({ kind }) => kind).join(' '));
  const verdict = parseVerdict(record);
  if (verdict.kind !== 'rejected') return undefined;
  return redactor.redact(verdict.issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}
