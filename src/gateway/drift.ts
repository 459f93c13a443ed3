import { posix } from 'node:path';
import type { RemoteShell } from '../remote/shell.ts';
import { changedPaths } from './config-changes.ts';
import { readConfig, statConfig } from './config.ts';
import type { GatewayHints } from './location.ts';

/** A configuration as it was last put on its machine from here. */
export interface PushedConfig {
  readonly configPath: string;
  readonly sha256: string;
  /** Its content. */
  read(): Promise<Uint8Array>;
}

/** What a configuration on a machine is compared with what was pushed there. */
export interface Comparison {
  /** Of what is on the machine, in lower-case hex; `null` when there is no file. */
  readonly remote: string | null;
  /** Of what was pushed. */
  readonly pushed: string;
  readonly drifted: boolean;
}

/** Where images keep the state of OpenClaw when the configuration of the machine does not say it. */
const usualStateDirs = ['/data', '/data/.openclaw', '/home/node/.openclaw', '/root/.openclaw'];

/** Where the configuration of a machine may be, as far as that can be told without asking the machine. */
export function likelyConfigPaths({ env }: Pick<GatewayHints, 'env'>): string[] {
  const config = env['OPENCLAW_CONFIG_PATH'];
  if (config) return [posix.normalize(config)];
  const state = env['OPENCLAW_STATE_DIR'];
  return (state ? [state] : usualStateDirs).map((dir) => posix.join(dir, 'openclaw.json'));
}

/**
 * Whether a configuration means something else than what was pushed. A gateway writes notes into `meta` and formats the
 * file anew: that is not a change. Only a content that was not seen before is fetched.
 * @param before What the last comparison found.
 * @throws Failure
 */
export async function compareWithPushed(
  shell: RemoteShell,
  pushed: PushedConfig,
  options: { readonly before?: Comparison | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<Comparison> {
  const { before, signal } = options;
  const stat = await statConfig(shell, pushed, { signal });
  const found = { remote: stat.exists ? stat.sha256 : null, pushed: pushed.sha256 };
  if (!stat.exists) return { ...found, drifted: true };
  if (found.remote === found.pushed) return { ...found, drifted: false };
  if (before?.remote === found.remote && before.pushed === found.pushed) return before;
  const file = await readConfig(shell, pushed, { signal });
  if (!file.exists) return { ...found, remote: null, drifted: true };
  const [mine, theirs] = [await pushed.read(), file.bytes].map((bytes) => new TextDecoder().decode(bytes));
  const changes = changedPaths(mine ?? '', theirs ?? '');
  return { ...found, remote: file.sha256, drifted: changes.some(([key]) => key !== 'meta') };
}
