import { randomBytes } from 'node:crypto';
import { Redactor } from '../../core/redact.ts';
import { sh } from '../../remote/sh.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { complaintLimit, parseComplaint, validateSafely } from '../complaint.ts';
import { type GatewayHints, locateArguments, locateGateway, parseLocation } from '../location.ts';
import { parseRecords } from '../records.ts';
import { packageFolders } from '../version.ts';

/**
 * The arguments of `locate`, then a suffix, seconds, and folders that may be that of OpenClaw. A path that is not absolute
 * ends it; `parseLocation` says so.
 */
const judgeScript = sh`
${locateGateway}
locate "$@"
case $config in /*) ;; *) exit;; esac
case $state in /*) ;; *) exit;; esac
target=$config staging=$config folder=\${config%/*} suffix=$7 seconds=$8
shift 8
${validateSafely}
validate "$@"
`;

/**
 * Asks the machine's own OpenClaw what it has against the configuration in place, wherever that is, in one remote call. It
 * answers in the environment of the gateway, or of the session when none runs.
 * @returns Its words without secrets, or nothing when it accepts the configuration or cannot judge it.
 * @throws Failure of the shell; `failed` when the gateway is set to a path that is not absolute.
 */
export async function judge(
  shell: RemoteShell,
  hints: GatewayHints,
  options: { readonly signal?: AbortSignal | undefined; readonly redactor?: Redactor | undefined } = {},
): Promise<string | undefined> {
  const suffix = randomBytes(8).toString('hex');
  const places = [...locateArguments(hints), suffix, String(complaintLimit)];
  const { stdout } = await shell.run(judgeScript, {
    args: [...places, ...packageFolders(hints.command)],
    effect: 'read',
    deadlineMs: (complaintLimit + 15) * 1000,
    signal: options.signal,
  });
  const records = parseRecords(stdout);
  parseLocation(records, hints);
  return parseComplaint(records, options.redactor ?? new Redactor());
}
