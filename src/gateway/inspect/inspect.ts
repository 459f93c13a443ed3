import { Redactor } from '../../core/redact.ts';
import { sh } from '../../remote/sh.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { maxConfigBytes } from '../config.ts';
import { gatewayLog } from '../gateway-log.ts';
import { type Health, parseHealth } from '../health.ts';
import { parseLease } from '../lease.ts';
import {
  candidatePorts,
  type GatewayHints,
  locateArguments,
  locateGateway,
  parseLocation,
} from '../location.ts';
import { parseLocks, surveyLocks } from '../locks.ts';
import { parseRecords, type ScriptRecord } from '../records.ts';
import { gatewayTroublePattern } from '../troubles/table.ts';
import { installedVersion, packageFolders } from '../version.ts';
import { describeFiles, parseFiles } from './files.ts';
import type { Inspection, LoggedLine } from './inspection.ts';
import { describeProcesses, parseProcesses } from './processes.ts';
import { describeSurroundings, parseSurroundings } from './surroundings.ts';

/** How far back the gateway's log is read, in seconds; OpenClaw itself keeps a day of it. */
const logSeconds = 24 * 60 * 60;

/**
 * The arguments of `locate`, then ports in one word, a pattern of the log, and folders that may be that of OpenClaw. The
 * gateways are looked for once. A path that is not absolute ends it; `parseLocation` says so.
 */
const inspectScript = sh`
${locateGateway}
${installedVersion}
${surveyLocks}
${gatewayLog}
${describeFiles}
${describeProcesses}
${describeSurroundings}
found=$(gateways)
gateways() { for pid in $found; do echo "$pid"; done; }
locate "$@"
case $config in /*) ;; *) exit;; esac
case $state in /*) ;; *) exit;; esac
ports="$7 $told" pattern=$8
shift 8
describe_processes
describe_surroundings "$gateway"
printf 'version\t%s\n' "$(installed_version "$@" | encode)"
set -- /tmp "$temp"
survey_locks "$state" "$ports" "$@"
gateway_log "$(($(date +%s) - ${String(logSeconds)}))000" "$pattern" "$@"
describe_files "$config" "$state" "$home"
`;

interface Options {
  readonly signal?: AbortSignal | undefined;
  /** Knows secrets that nothing but the text of the configuration may have. */
  readonly redactor?: Redactor | undefined;
}

/**
 * Looks into a machine, with one remote call: where its gateway keeps things, how it is, and everything that could keep it
 * from running. What cannot be told is left out or empty, also when no gateway runs or Node.js is missing.
 * @throws Failure of the shell; `failed` when the gateway is set to a path that is not absolute.
 */
export async function inspect(
  shell: RemoteShell,
  hints: GatewayHints,
  options: Options = {},
): Promise<Inspection> {
  const { signal, redactor = new Redactor() } = options;
  const settings = [...locateArguments(hints), candidatePorts(hints).join(' '), gatewayTroublePattern];
  const { stdout } = await shell.run(inspectScript, {
    args: [...settings, ...packageFolders(hints.command)],
    effect: 'read',
    deadlineMs: 20_000,
    maxOutputBytes: 1.5 * maxConfigBytes,
    signal,
  });
  return parseInspection(parseRecords(stdout), hints, redactor);
}

function parseInspection(
  records: readonly ScriptRecord[],
  hints: GatewayHints,
  redactor: Redactor,
): Inspection {
  const location = parseLocation(records, hints);
  const health = parseHealth(records);
  const lease = parseLease(records);
  const version = parseVersion(records, health);
  const files = parseFiles(records);
  const { gateways, mainUid = files.stateDir?.uid ?? 0 } = parseProcesses(records, redactor);
  return {
    location,
    health,
    locks: parseLocks(records),
    ...(lease && { lease }),
    ...files,
    gateways,
    mainUid,
    ...(version !== undefined && { version }),
    ...parseSurroundings(records, redactor),
    log: parseLines(records, redactor),
  };
}

/** That of the gateway that runs comes before the one that is installed. */
function parseVersion(records: readonly ScriptRecord[], health: Health): string | undefined {
  const installed = records
    .find(({ kind }) => kind === 'version')
    ?.decoded(0)
    .trim();
  return health.version ?? (installed || undefined);
}

function parseLines(records: readonly ScriptRecord[], redactor: Redactor): LoggedLine[] {
  return records
    .filter(({ kind }) => kind === 'log')
    .map((record) => ({ timeMs: record.integer(0), text: redactor.redact(record.decoded(1)).trim() }));
}
