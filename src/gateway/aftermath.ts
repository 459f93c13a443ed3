import type { ConfigChange, Effect } from './config-changes.ts';
import type { ConfigFile, ConfigStat } from './config.ts';
import { type LogEvent, type LogEventKind, startFailure } from './gateway-log.ts';
import type { Health } from './health.ts';

/** What a gateway made of a configuration that was pushed to its machine. */
export type Aftermath =
  /** It works with it. */
  | { readonly outcome: 'applied' }
  /** It means what the old one meant; gateways say nothing about that. */
  | { readonly outcome: 'nothingToDo' }
  /** `underWay`: the gateway restarts by itself, at once or when its work is done; otherwise somebody has to do it. */
  | { readonly outcome: 'waitingForRestart'; readonly underWay: boolean }
  /** The gateway goes on with what it had. `words` are its own, `copy` is where it put the file that it did not like. */
  | { readonly outcome: 'rejected'; readonly words: string; readonly copy?: string }
  /** Something else is there now: most likely the gateway migrated or formatted it; `changes` says what it means. */
  | { readonly outcome: 'rewritten'; readonly file: ConfigFile; readonly changes: readonly ConfigChange[] }
  /** What was there before is there again, or the file is gone. `words` are the gateway's, if it was the gateway. */
  | {
      readonly outcome: 'reverted';
      readonly file: ConfigStat;
      readonly words?: string;
      readonly copy?: string;
    }
  /** No gateway runs on the machine. */
  | { readonly outcome: 'gatewayDown'; readonly words: string }
  /** The file is there, but nothing tells what the gateway makes of it. */
  | { readonly outcome: 'unconfirmed' };

/** What was found on the machine at one moment. */
export interface Evidence {
  readonly config: ConfigStat;
  /** The hash of the copy that the gateway keeps of every configuration that it accepted, `openclaw.json.last-good`. */
  readonly lastGood?: string;
  /** The newest copy that the gateway made of a file that it did not trust since the push. */
  readonly copy?: string;
  /** Since the push, the oldest first. */
  readonly log: readonly LogEvent[];
  /** Whether there is a file in which the gateway would have said something. */
  readonly hasLog: boolean;
  readonly health: Health;
  /** Milliseconds since the epoch, by the machine's clock. */
  readonly nowMs: number;
}

/** What is known of the push itself. */
export interface Expectation {
  readonly pushedSha256: string;
  /** `null` when there was no file. */
  readonly beforeSha256: string | null;
  /** Milliseconds since the epoch, by the machine's clock. */
  readonly pushedAt: number;
  /** Whether the new file means anything else than the old one. */
  readonly changes: boolean;
  readonly effect: Effect;
}

/** `replaced`: the file is not the pushed one, nor the old one; it has to be fetched to say more. */
export type Judgement =
  Exclude<Aftermath, { readonly outcome: 'rewritten' }> | { readonly outcome: 'replaced' };

/** Judges what was found. The last that the gateway said counts; where it says nothing, its copy and its uptime do. */
export function judge(evidence: Evidence, push: Expectation): Judgement {
  const { config, copy, log, health } = evidence;
  const sha256 = config.exists ? config.sha256 : null;
  const copied = copy === undefined ? {} : { copy };
  if (sha256 === null || (sha256 === push.beforeSha256 && sha256 !== push.pushedSha256)) {
    const words = last(log, 'restored')?.words;
    return { outcome: 'reverted', file: config, ...(words !== undefined && { words }), ...copied };
  }
  if (sha256 !== push.pushedSha256) return { outcome: 'replaced' };
  const failure = startFailure(log);
  if (health.state === 'down' || failure !== undefined) {
    return { outcome: 'gatewayDown', words: failure ?? health.detail };
  }
  return bySaying(evidence, push) ?? bySilence(evidence, push);
}

/** Nothing when what the gateway said decides nothing. */
function bySaying({ log, health, copy }: Evidence, { changes, effect }: Expectation): Judgement | undefined {
  const hasStarted = log.some(({ kind }) => kind === 'starting' || kind === 'restarting');
  const said = last(log, 'detected', 'applied', 'rejected', 'restarting', 'ignored', 'starting', 'ready');
  switch (said?.kind) {
    case 'rejected':
      return { outcome: 'rejected', words: said.words, ...(copy !== undefined && { copy }) };
    case 'applied':
      return { outcome: 'applied' };
    case 'restarting':
      return { outcome: 'waitingForRestart', underWay: true };
    case 'starting':
      // It does not answer while it restarts, so what answers has started.
      return health.state === 'ready'
        ? { outcome: 'applied' }
        : { outcome: 'waitingForRestart', underWay: true };
    case 'ready':
      return hasStarted ? { outcome: 'applied' } : undefined;
    case 'ignored':
      return { outcome: 'waitingForRestart', underWay: false };
    case 'detected':
      return changes && effect === 'none' ? { outcome: 'applied' } : undefined;
    case 'restored':
    case 'startFailed':
    case undefined:
      return undefined;
  }
}

function bySilence(evidence: Evidence, { changes, effect, pushedAt }: Expectation): Judgement {
  const { config, lastGood, health, hasLog, nowMs } = evidence;
  if (health.state === 'starting') return { outcome: 'waitingForRestart', underWay: true };
  if (!changes) return { outcome: 'nothingToDo' };
  const isAccepted = config.exists && config.sha256 === lastGood;
  const hasRestarted = health.uptimeMs !== undefined && nowMs - health.uptimeMs > pushedAt;
  // A restart would be in the log. Without one, nothing had to restart: what the gateway ran with was not the old file.
  if (isAccepted && (effect !== 'restart' || hasRestarted || hasLog)) return { outcome: 'applied' };
  return effect === 'restart'
    ? { outcome: 'waitingForRestart', underWay: false }
    : { outcome: 'unconfirmed' };
}

function last(log: readonly LogEvent[], ...kinds: readonly LogEventKind[]): LogEvent | undefined {
  return log.findLast(({ kind }) => kinds.includes(kind));
}
