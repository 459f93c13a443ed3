import { type Aftermath, type Evidence, type Expectation, judge } from './aftermath.ts';
import { stringAt } from './check/path.ts';
import { valueOf } from './check/read.ts';
import { toFailure } from '../core/errors.ts';
import type { Redactor } from '../core/redact.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { changedPaths, describeChanges, effectOf } from './config-changes.ts';
import { describe, hashOf, parseStat, readConfig } from './config.ts';
import { gatewayLog, logPattern, parseLog } from './gateway-log.ts';
import { askHealth, parseHealth } from './health.ts';
import type { GatewayLocation } from './location.ts';
import { parseRecords, unexpected } from './records.ts';
import { encode } from './script-parts.ts';
import { type Clock, mayPass, pause, systemClock } from './wait-until-ready.ts';

type Place = Pick<GatewayLocation, 'configPath' | 'tempDirs' | 'ports'>;

/** A configuration that was put on a machine. */
export interface PushedConfig {
  readonly location: Place;
  readonly pushed: Uint8Array;
  /** What it replaced; `null` when there was no file. */
  readonly before: Uint8Array | null;
  /** Milliseconds since the epoch by the machine's clock: `mtimeMs` of the file that the push told. */
  readonly pushedAt: number;
  /** Of OpenClaw on the machine, where it is known. */
  readonly version?: string | undefined;
}

export interface WatchOptions {
  /** When to look, in milliseconds after the call; after 5 s and 30 s when left out. */
  readonly delaysMs?: readonly number[];
  readonly signal?: AbortSignal | undefined;
  /** Told after each look but the last. */
  readonly onProgress?: (aftermath: Aftermath) => void;
  /** Knows secrets that the gateway's words must not have. */
  readonly redactor?: Redactor;
  readonly clock?: Clock;
}

/** `$1` configuration, `$2` milliseconds since when, `$3` pattern, `$4` number of ports, the ports, places of logs. */
const lookScript = sh`
${encode}
${describe}
${askHealth}
${gatewayLog}
config=$1 since=$2 pattern=$3 count=$4
shift 4
ports=
while [ "$count" -gt 0 ]; do ports="$ports $1" count=$((count - 1)); shift; done
describe "$config"
printf 'now\t%s\n' "$(date +%s)"
if [ -f "$config.last-good" ]; then printf 'lastGood\t%s\n' "$(sha256 "$config.last-good")"; fi
for copy in "$config".rejected.* "$config".clobbered.*; do
  if [ -f "$copy" ]; then printf 'copy\t%s\t%s\n' "$(text "$copy")" "$(stat -c %Y "$copy")"; fi
done
gateway_log "$since" "$pattern" "$@"
ask_health $ports
`;

/**
 * Watches what becomes of a configuration after it was pushed: whether it is still there, and what the gateway makes of
 * it, by its log, its copies and its health. Each look is one script.
 * @returns What the last look found. It ends early when something else is in the place of the file.
 * @throws Failure of the shell at the last look; an earlier one that fails as machines do that restart is passed over.
 */
export async function watchAfterPush(
  shell: RemoteShell,
  config: PushedConfig,
  options: WatchOptions = {},
): Promise<Aftermath> {
  const { delaysMs = [5_000, 30_000], signal, onProgress, clock = systemClock } = options;
  const startedAt = clock.now();
  let aftermath: Aftermath = { outcome: 'unconfirmed' };
  for (const [index, delayMs] of delaysMs.entries()) {
    const isLast = index === delaysMs.length - 1;
    await pause(clock, Math.max(startedAt + delayMs - clock.now(), 0), signal);
    aftermath = await lookPatiently(shell, config, options, isLast);
    if (aftermath.outcome === 'rewritten' || aftermath.outcome === 'reverted') break;
    if (!isLast) onProgress?.(aftermath);
  }
  return aftermath;
}

/** Looks once. @throws Failure of the shell. */
export async function lookAfterPush(
  shell: RemoteShell,
  config: PushedConfig,
  options: Pick<WatchOptions, 'signal' | 'redactor'> = {},
): Promise<Aftermath> {
  const pushed = textOf(config.pushed);
  const evidence = await gather(shell, config, options);
  const judgement = judge(evidence, expectation(config));
  if (judgement.outcome !== 'replaced') return judgement;
  const file = await readConfig(shell, config.location, options);
  if (!file.exists) return { outcome: 'reverted', file };
  return { outcome: 'rewritten', file, changes: describeChanges(pushed, textOf(file.bytes)) };
}

async function lookPatiently(
  shell: RemoteShell,
  config: PushedConfig,
  options: WatchOptions,
  isLast: boolean,
): Promise<Aftermath> {
  try {
    return await lookAfterPush(shell, config, options);
  } catch (error) {
    const failure = toFailure(error);
    if (isLast || !mayPass(failure)) throw failure;
    return { outcome: 'unconfirmed' };
  }
}

function expectation({ pushed, before, pushedAt, version }: PushedConfig): Expectation {
  const paths = changedPaths(before && textOf(before), textOf(pushed));
  // Of an old file that nobody can read, nobody can say what changed.
  const isUnknown = paths.some((path) => path.length === 0);
  return {
    pushedSha256: hashOf(pushed),
    beforeSha256: before && hashOf(before),
    pushedAt,
    changes: paths.length > 0,
    effect: isUnknown ? 'reload' : effectOf(paths, version),
  };
}

async function gather(
  shell: RemoteShell,
  { location, pushed, before, pushedAt }: PushedConfig,
  { signal, redactor }: Pick<WatchOptions, 'signal' | 'redactor'>,
): Promise<Evidence> {
  const { configPath, ports } = location;
  const logs = [...logFiles(pushed), ...(before ? logFiles(before) : []), ...location.tempDirs];
  const { stdout } = await shell.run(lookScript, {
    args: [configPath, String(pushedAt), logPattern, String(ports.length), ...ports.map(String), ...logs],
    effect: 'read',
    deadlineMs: 20_000,
    signal,
  });
  const records = parseRecords(stdout);
  const now = records.find(({ kind }) => kind === 'now');
  if (!now) throw unexpected(stdout);
  const lastGood = records.find(({ kind }) => kind === 'lastGood')?.text(0);
  const copies = records.filter((record) => record.kind === 'copy' && record.integer(1) * 1000 >= pushedAt);
  const copy = copies
    .sort((one, other) => one.integer(1) - other.integer(1))
    .at(-1)
    ?.decoded(0);
  return {
    config: parseStat(records[0], stdout, configPath),
    health: parseHealth(records),
    log: parseLog(records, redactor),
    hasLog: records.some(({ kind }) => kind === 'logfile'),
    nowMs: now.integer(0) * 1000,
    ...(lastGood !== undefined && { lastGood }),
    ...(copy !== undefined && { copy }),
  };
}

/** Where a configuration says that its gateway writes its log. */
function logFiles(config: Uint8Array): readonly string[] {
  const file = stringAt(valueOf(textOf(config)), 'logging', 'file');
  return file?.startsWith('/') ? [file] : [];
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
