import * as l10n from '@vscode/l10n';
import { type Failure, toFailure } from '../core/errors.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { type Comeback, type ComebackOptions, waitForComeback } from './comeback.ts';
import { complaintAbout } from './complaint.ts';
import { type ConfigFile, hashOf, readConfig } from './config.ts';
import { mergeGatewayRewrite } from './config-merge.ts';
import { pushConfig } from './config-push.ts';
import type { Health } from './health.ts';
import type { GatewayLocation } from './location.ts';
import { mayPass, pause, systemClock } from './wait-until-ready.ts';

/** A configuration that was pushed and that the gateway was restarted for. */
export interface RestartedConfig {
  readonly location: Pick<GatewayLocation, 'configPath' | 'stateDir' | 'tempDirs' | 'ports'>;
  readonly pushed: Uint8Array;
  /** What it replaced; `null` when there was no file. */
  readonly before: Uint8Array | null;
  /** Milliseconds since the epoch by the machine's clock: `mtimeMs` of the file that the push told. */
  readonly pushedAt: number;
  /** Restarts the machine, or starts it when it is stopped; ends when that is done, whatever the gateway does. */
  readonly restart: (signal: AbortSignal | undefined) => Promise<void>;
}

export type RollBack =
  /** The old file is in place; `comeback` tells what the gateway made of it. */
  | { readonly outcome: 'rolledBack'; readonly comeback: Comeback }
  /** Somebody else changed the file after the push, so it was left alone. */
  | { readonly outcome: 'superseded'; readonly file: ConfigFile }
  /** The file is the pushed one still; `message` says why. */
  | { readonly outcome: 'notPossible'; readonly message: string };

export type Recovery =
  | { readonly outcome: 'ready'; readonly health: Health }
  /** `reason`: why the gateway did not come back with the pushed file, in its own words where it said any. */
  | (RollBack & { readonly reason: string });

export interface RecoveryOptions extends Omit<ComebackOptions, 'since'> {
  /** Told before the old file is put back. */
  readonly onRollBack?: (reason: string) => void;
}

/** How often it is tried to put the old file back on a machine that starts and stops, with a restart in between. */
const attempts = 5;

/**
 * Sees, after a restart, that the gateway comes back; when it does not, puts the old configuration back and restarts.
 * @throws Failure `cancelled`; any failure of the shell or of the restart that waiting does not cure.
 */
export async function recover(
  shell: RemoteShell,
  config: RestartedConfig,
  options: RecoveryOptions = {},
): Promise<Recovery> {
  const comeback = await waitForComeback(shell, config.location, { ...options, since: config.pushedAt });
  if (comeback.outcome === 'ready') return comeback;
  options.onRollBack?.(comeback.words);
  const result = await rollBack(shell, config, options);
  const complaint = comeback.isOwn ? undefined : await complaintAfterwards(shell, config, result, options);
  return { ...result, reason: complaint ?? comeback.words };
}

/** A machine that died before it could be asked can tell afterwards what was wrong. */
async function complaintAfterwards(
  shell: RemoteShell,
  { location, pushed }: RestartedConfig,
  result: RollBack,
  options: RecoveryOptions,
): Promise<string | undefined> {
  if (result.outcome !== 'rolledBack' || result.comeback.outcome !== 'ready') return undefined;
  try {
    return await complaintAbout(shell, location, { ...options, other: pushed });
  } catch {
    return undefined;
  }
}

/**
 * Puts the configuration from before a push back, restarts the gateway, and waits for it. What somebody else wrote after
 * the push is never overwritten; what the gateway itself wrote into the pushed file is.
 * @throws Failure `cancelled`; any failure of the shell or of the restart that waiting does not cure.
 */
export async function rollBack(
  shell: RemoteShell,
  config: RestartedConfig,
  options: Omit<RecoveryOptions, 'onRollBack'> = {},
): Promise<RollBack> {
  const { before, location, restart } = config;
  if (before === null) return notPossible(l10n.t('There was no configuration before.'));
  const restored = await putBack(shell, config, before, options);
  if (restored.outcome !== 'rolledBack') return restored;
  await restart(options.signal);
  const comeback = await waitForComeback(shell, location, { ...options, since: restored.since });
  return { outcome: 'rolledBack', comeback };
}

type Restored =
  | Exclude<RollBack, { readonly outcome: 'rolledBack' }>
  | { readonly outcome: 'rolledBack'; readonly since: number };

/** A machine whose gateway dies may be away at any moment, so this is tried more than once. */
async function putBack(
  shell: RemoteShell,
  config: RestartedConfig,
  before: Uint8Array,
  { signal, intervalMs = 3_000, clock = systemClock }: Omit<RecoveryOptions, 'onRollBack'>,
): Promise<Restored> {
  let problem = '';
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      const result = await putBackOnce(shell, config, before, signal);
      if (typeof result !== 'string') return result;
      problem = result;
    } catch (error) {
      const failure = toFailure(error);
      if (!mayPass(failure) || attempt === attempts) throw failure;
      if (isStopped(failure)) await config.restart(signal);
    }
    await pause(clock, intervalMs, signal);
  }
  return notPossible(problem);
}

/** @returns What to say when it has to be tried again. */
async function putBackOnce(
  shell: RemoteShell,
  { location, pushed }: RestartedConfig,
  before: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<Restored | string> {
  const file = await readConfig(shell, location, { signal });
  if (!mayReplace(file, before, pushed)) return { outcome: 'superseded', file };
  const expectedSha256 = file.exists ? file.sha256 : null;
  const result = await pushConfig(shell, location, before, { expectedSha256, validation: 'off', signal });
  switch (result.outcome) {
    case 'written':
    case 'unchanged':
      return { outcome: 'rolledBack', since: result.file.mtimeMs };
    case 'conflict':
      return l10n.t('The configuration changed while the old one was put back.');
    case 'rejected':
      return result.issues.map(({ message }) => message).join(' ');
    case 'refused':
      return result.message;
  }
}

/** The pushed file, the old one, none at all, or the pushed one as the gateway has written it anew. */
function mayReplace(file: ConfigFile, before: Uint8Array, pushed: Uint8Array): boolean {
  if (!file.exists || [before, pushed].map(hashOf).includes(file.sha256)) return true;
  const [base, theirs] = [pushed, file.bytes].map((bytes) => new TextDecoder().decode(bytes));
  if (base === undefined || theirs === undefined) return false;
  return mergeGatewayRewrite({ base, mine: base, theirs }).kind === 'merged';
}

function isStopped({ kind }: Failure): boolean {
  return kind === 'noStartedMachine';
}

function notPossible(message: string): { readonly outcome: 'notPossible'; readonly message: string } {
  return { outcome: 'notPossible', message };
}
