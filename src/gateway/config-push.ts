import { randomBytes } from 'node:crypto';
import { Failure, toFailure } from '../core/errors.ts';
import { neverStarted } from '../remote/remote-shell.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { type ConfigFacts, type ConfigStat, hashOf, maxConfigBytes, parseStat } from './config.ts';
import type { GatewayLocation } from './location.ts';
import { pushScript, withdrawScript } from './push/script.ts';
import { type ConfigIssue, isVerdict, parseVerdict, skipped, type Validation } from './push/validation.ts';
import { parseRecords, unexpected } from './records.ts';
import { parseReason, type RefusalReason, refusalText } from './refusal.ts';
import { packageFolders } from './version.ts';

/** What became of a push; in every case but the first the file on the machine was not changed by it. */
export type PushResult =
  /**
   * It is in place, and the old one is beside it as `….before-push`. `file` is what was there a moment later: another
   * hash is that of somebody who replaced it again.
   */
  | { readonly outcome: 'written'; readonly file: ConfigFacts; readonly validation: Validation }
  /** The machine has exactly these bytes already. */
  | { readonly outcome: 'unchanged'; readonly file: ConfigFacts; readonly validation: Validation }
  /** Somebody changed the file since it was fetched. */
  | { readonly outcome: 'conflict'; readonly remote: ConfigStat }
  /** The machine's own OpenClaw does not accept the configuration. */
  | { readonly outcome: 'rejected'; readonly issues: readonly ConfigIssue[] }
  /** `message` says what is wrong and what to do. */
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly message: string };

export interface PushOptions {
  /** The hash of the file as it was fetched; `null` when there was none and there must be none. */
  readonly expectedSha256: string | null;
  /**
   * Whether the machine's own OpenClaw checks the file before it is put in place, which takes it 2 to 10 s; `machine`
   * when left out. `off` is for files that are not its configuration, and for users who want it in place anyway.
   */
  readonly validation?: 'machine' | 'off' | undefined;
  /** The words of the machine's command, which may tell where OpenClaw is when no gateway runs. */
  readonly command?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

type Place = Pick<GatewayLocation, 'configPath' | 'stateDir'>;

/** In milliseconds. */
const transferDeadline = 60_000;
const validationLimit = 45_000;

/** What a script prints at most, in bytes: a hundred issues. */
const maxOutputBytes = 256 * 1024;

/**
 * Puts a new configuration in the place of the old one, or leaves the old one exactly as it is, in one session.
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
    const sha256 = { new: hashOf(bytes), old: options.expectedSha256 };
    return withdraw(shell, location.configPath, suffix, sha256, failure);
  }
}

async function push(
  shell: RemoteShell,
  { configPath, stateDir }: Place,
  bytes: Uint8Array,
  suffix: string,
  { expectedSha256, validation = 'machine', command = [], signal }: PushOptions,
): Promise<PushResult> {
  const limit = validation === 'off' ? 0 : validationLimit;
  const file = [suffix, String(bytes.length), hashOf(bytes), expectedSha256 ?? '-'];
  const { stdout } = await shell.run(pushScript, {
    args: [configPath, stateDir, ...file, String(limit / 1000), ...packageFolders(command)],
    stdin: bytes,
    effect: 'write',
    deadlineMs: transferDeadline + limit,
    maxOutputBytes,
    signal,
  });
  return parseResult(stdout, configPath, validation);
}

function parseResult(stdout: string, configPath: string, validation: 'machine' | 'off'): PushResult {
  const records = parseRecords(stdout);
  const verdict = records.filter(isVerdict).map(parseVerdict)[0];
  if (verdict?.kind === 'rejected') return { outcome: 'rejected', issues: verdict.issues };
  const [first, second] = records.filter((record) => !isVerdict(record));
  if (first?.kind === 'refused') return refused(parseReason(first.text(0)), first.decoded(1));
  const remote = parseStat(second, stdout, configPath);
  if (first?.kind === 'conflict' || !remote.exists) return { outcome: 'conflict', remote };
  const without = skipped(validation === 'off' ? 'off' : 'unchanged');
  if (first?.kind !== 'written' && first?.kind !== 'unchanged') throw unexpected(stdout);
  return { outcome: first.kind, file: remote, validation: verdict ?? without };
}

interface Hashes {
  readonly new: string;
  readonly old: string | null;
}

/** Tells the outcome of a push whose result did not arrive. */
async function withdraw(
  shell: RemoteShell,
  configPath: string,
  suffix: string,
  sha256: Hashes,
  failure: Failure,
): Promise<PushResult> {
  const remote = await lookAfter(shell, [configPath, suffix, sha256.old ?? '-', sha256.new], failure);
  if (remote.exists && remote.sha256 === sha256.new) {
    const outcome = sha256.new === sha256.old ? 'unchanged' : 'written';
    return { outcome, file: remote, validation: skipped('lost') };
  }
  if ((remote.exists ? remote.sha256 : null) !== sha256.old) return { outcome: 'conflict', remote };
  if (failure.kind === 'cancelled') throw failure;
  return refused('interrupted', failure.detail);
}

async function lookAfter(
  shell: RemoteShell,
  args: readonly [configPath: string, ...string[]],
  failure: Failure,
): Promise<ConfigStat> {
  try {
    const { stdout } = await shell.run(withdrawScript, { args, effect: 'read', deadlineMs: 20_000 });
    return parseStat(parseRecords(stdout)[0], stdout, args[0]);
  } catch {
    throw new Failure('unproven', { detail: failure.detail, facts: failure.facts, cause: failure });
  }
}

function refused(reason: RefusalReason, detail: string): PushResult {
  return { outcome: 'refused', reason, message: refusalText(reason, detail) };
}
