import type { Redactor } from '../../core/redact.ts';
import { type Comeback, waitForComeback } from '../../gateway/comeback.ts';
import { likelyConfigPaths } from '../../gateway/drift.ts';
import type { Health } from '../../gateway/health.ts';
import { candidatePorts, type GatewayHints, type GatewayLocation, locate } from '../../gateway/location.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import { posix } from 'node:path';
import { toFailure } from '../../core/errors.ts';
import { parseRecords } from '../../gateway/records.ts';
import type { RescueNote } from './note.ts';
import type { Rescue, StepOptions } from './rescue.ts';

export interface FinishOptions extends StepOptions {
  readonly onState?: (health: Health) => void;
  readonly redactor?: Redactor | undefined;
  /** Milliseconds between two looks at the gateway; three seconds when left out. */
  readonly intervalMs?: number;
}

/**
 * Gives the machine its command back and waits for its gateway.
 * @throws Failure as `Rescue.wake` and `waitForComeback` do; after it `standing` says whether the machine sleeps still.
 */
export async function finish(
  rescue: Rescue,
  note: RescueNote,
  options: FinishOptions = {},
): Promise<Comeback> {
  const { signal } = options;
  const hints = await rescue.hints(note, signal);
  const location = await locateOrGuess(rescue.shell, hints, signal);
  const since = await machineTime(rescue.shell, signal);
  await rescue.wake(note, options);
  return waitForComeback(rescue.shell, location, { ...options, since, command: note.command });
}

/** A machine that cannot be reached any more is to have its command back all the same. */
async function locateOrGuess(
  shell: RemoteShell,
  hints: GatewayHints,
  signal: AbortSignal | undefined,
): Promise<GatewayLocation> {
  try {
    return await locate(shell, hints, { signal });
  } catch (error) {
    if (toFailure(error).kind === 'cancelled') throw error;
    const [configPath = '/data/openclaw.json'] = likelyConfigPaths(hints);
    const stateDir = hints.env['OPENCLAW_STATE_DIR'] ?? posix.dirname(configPath);
    return { configPath, stateDir, tempDirs: ['/tmp'], ports: candidatePorts(hints) };
  }
}

/** What the gateway said before does not count. */
async function machineTime(shell: RemoteShell, signal: AbortSignal | undefined): Promise<number> {
  try {
    const script = String.raw`printf 'time\t%s\n' "$(date +%s)"`;
    const { stdout } = await shell.run(script, { effect: 'read', deadlineMs: 20_000, signal });
    return (parseRecords(stdout)[0]?.integer(0) ?? 0) * 1000;
  } catch (error) {
    if (toFailure(error).kind === 'cancelled') throw error;
    return Date.now();
  }
}
