import * as l10n from '@vscode/l10n';
import { Failure, toFailure } from '../core/errors.ts';
import type { Redactor } from '../core/redact.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { complaintAbout } from './complaint.ts';
import { gatewayLog, isByConfig, logPattern, parseLog, startFailure } from './gateway-log.ts';
import { askHealth, type Health, parseHealth } from './health.ts';
import type { GatewayLocation } from './location.ts';
import { parseRecords } from './records.ts';
import { type WaitOptions, waitUntilReady } from './wait-until-ready.ts';

/** What became of a gateway after a restart. */
export type Comeback =
  | { readonly outcome: 'ready'; readonly health: Health }
  /** It will not come as long as its configuration is this one. `words` are the gateway's own, where it said any. */
  | { readonly outcome: 'failed'; readonly words: string }
  /** It may still come. `words` are the last that are known of it. */
  | { readonly outcome: 'timedOut'; readonly words: string };

export interface ComebackOptions extends Omit<WaitOptions, 'isHopeless'> {
  /**
   * Milliseconds since the epoch by the machine's clock: what the gateway said before does not count. `mtimeMs` of the
   * configuration that it starts with.
   */
  readonly since: number;
  /** The words of the machine's command, which may tell where OpenClaw is when no gateway runs. */
  readonly command?: readonly string[] | undefined;
  /** Knows secrets that the gateway's words must not have. */
  readonly redactor?: Redactor | undefined;
}

/** A machine that is still stopped after so many looks is not about to start: Fly.io gave up on it. */
const stoppedLooks = 10;

/** `$1` milliseconds since when, `$2` pattern, `$3` number of folders of logs, the folders, then the ports. */
const lookScript = sh`
${askHealth}
${gatewayLog}
since=$1 pattern=$2 count=$3
shift 3
begun() {
  for pid in $(gateways); do sed 's/.*) //' "/proc/$pid/stat" | cut -d ' ' -f 20; done | sort -n | head -n 1
}
printf 'begun\t%s-%s\n' "$(sed -n 's/^btime //p' /proc/stat)" "$(begun)"
while [ "$count" -gt 0 ]; do gateway_log "$since" "$pattern" "$1"; count=$((count - 1)); shift; done
ask_health "$@"
`;

/**
 * Waits, after a restart, until the gateway is ready or it is clear that it will not be. Patient: a cold start takes up to
 * four minutes, and a start that fails for a reason that passes, such as the lease of another machine, is only waited for.
 * @throws Failure `cancelled`; any failure of the shell that a restart does not explain.
 */
export async function waitForComeback(
  shell: RemoteShell,
  location: Pick<GatewayLocation, 'configPath' | 'stateDir' | 'tempDirs' | 'ports'>,
  options: ComebackOptions,
): Promise<Comeback> {
  const start = new Start(shell, location, options);
  try {
    const isHopeless = (): boolean => start.reason !== undefined;
    const health = await waitUntilReady(() => start.look(), { ...options, isHopeless });
    return health.state === 'ready'
      ? { outcome: 'ready', health }
      : { outcome: 'failed', words: start.reason ?? health.detail };
  } catch (error) {
    const failure = toFailure(error);
    if (failure.kind !== 'timeout') throw failure;
    return { outcome: 'timedOut', words: start.words ?? failure.detail };
  }
}

/** A start of a gateway, as far as it has been observed. */
class Start {
  /** Why it is hopeless. */
  reason: string | undefined;
  /** Why the last start failed. */
  words: string | undefined;
  readonly #shell: RemoteShell;
  readonly #location: Pick<GatewayLocation, 'configPath' | 'stateDir' | 'tempDirs' | 'ports'>;
  readonly #options: ComebackOptions;
  /** When the gateways that were seen began: more than one is a gateway that ended. */
  readonly #begun = new Set<string>();
  #isJudged = false;
  /** Looks in a row at which there was no gateway; and no started machine. */
  #down = 0;
  #stopped = 0;

  constructor(
    shell: RemoteShell,
    location: Pick<GatewayLocation, 'configPath' | 'stateDir' | 'tempDirs' | 'ports'>,
    options: ComebackOptions,
  ) {
    this.#shell = shell;
    this.#location = location;
    this.#options = options;
  }

  async look(): Promise<Health> {
    try {
      const health = await this.#ask();
      this.#stopped = 0;
      this.#down = health.state === 'down' ? this.#down + 1 : 0;
      if (health.state !== 'ready' && this.reason === undefined && this.#hasEnded()) await this.#judge();
      return health;
    } catch (error) {
      this.#count(toFailure(error));
      throw error;
    }
  }

  async #ask(): Promise<Health> {
    const { ports, tempDirs } = this.#location;
    const { since, signal, redactor } = this.#options;
    const { stdout } = await this.#shell.run(lookScript, {
      args: [String(since), logPattern, String(tempDirs.length), ...tempDirs, ...ports.map(String)],
      effect: 'read',
      deadlineMs: 20_000,
      signal,
    });
    const records = parseRecords(stdout);
    this.words = startFailure(parseLog(records, redactor)) ?? this.words;
    if (this.words !== undefined && isByConfig(this.words)) this.reason = this.words;
    const begun = records.find(({ kind }) => kind === 'begun')?.text(0);
    if (begun !== undefined && !begun.endsWith('-')) this.#begun.add(begun);
    return parseHealth(records);
  }

  /** A machine that just started has no gateway for a moment. */
  #hasEnded(): boolean {
    return this.#down > 1 || this.#begun.size > 1;
  }

  /** The log of a machine that starts anew is gone, so the gateway's words are, too: its OpenClaw has others. */
  async #judge(): Promise<void> {
    if (this.#isJudged) return;
    this.reason = await complaintAbout(this.#shell, this.#location, this.#options);
    this.#isJudged = true;
  }

  #count(failure: Failure): void {
    this.#stopped = failure.kind === 'noStartedMachine' ? this.#stopped + 1 : 0;
    if (this.#stopped < stoppedLooks) return;
    this.reason = this.words ?? l10n.t('The machine stopped and is not started again.');
  }
}
