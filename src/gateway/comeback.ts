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
  /** `failed`: it will not come as long as its configuration is this one. `timedOut`: it may still come. */
  | {
      readonly outcome: 'failed' | 'timedOut';
      /** Why. */
      readonly words: string;
      /** Whether they are OpenClaw's own; otherwise it said none before it was gone. */
      readonly isOwn: boolean;
    };

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
    const isHopeless = (): boolean => start.isHopeless;
    const health = await waitUntilReady(() => start.look(), { ...options, isHopeless });
    return health.state === 'ready' ? { outcome: 'ready', health } : start.end('failed', health.detail);
  } catch (error) {
    const failure = toFailure(error);
    if (failure.kind !== 'timeout') throw failure;
    return start.end('timedOut', failure.detail);
  }
}

/** A start of a gateway, as far as it has been observed. */
class Start {
  /** Whether it will not come as long as its configuration is this one. */
  isHopeless = false;
  /** Why the last start failed, in OpenClaw's words. */
  #words: string | undefined;
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
      if (health.state !== 'ready' && !this.isHopeless && this.#hasEnded()) await this.#judge();
      return health;
    } catch (error) {
      this.#count(toFailure(error));
      throw error;
    }
  }

  end(outcome: 'failed' | 'timedOut', detail: string): Comeback {
    const isStopped = this.#stopped >= stoppedLooks;
    const guess = isStopped ? l10n.t('The machine stopped and is not started again.') : detail;
    return { outcome, words: this.#words ?? guess, isOwn: this.#words !== undefined };
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
    this.#words = startFailure(parseLog(records, redactor)) ?? this.#words;
    if (this.#words !== undefined && isByConfig(this.#words)) this.isHopeless = true;
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
    const complaint = await complaintAbout(this.#shell, this.#location, this.#options);
    this.#isJudged = true;
    if (complaint === undefined) return;
    this.#words = complaint;
    this.isHopeless = true;
  }

  #count(failure: Failure): void {
    this.#stopped = failure.kind === 'noStartedMachine' ? this.#stopped + 1 : 0;
    if (this.#stopped >= stoppedLooks) this.isHopeless = true;
  }
}
