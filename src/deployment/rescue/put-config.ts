import { type ConfigHistory, type HistoryFile, type Origin } from '../../gateway/config-history.ts';
import { type ConfigFile, hashOf, readConfig } from '../../gateway/config.ts';
import { pushConfig, type PushResult } from '../../gateway/config-push.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import type { RescueLook } from './look.ts';
import type { RescueNote } from './note.ts';

type Place = Pick<RescueLook, 'location' | 'hints' | 'config'>;

export interface PutOptions {
  readonly history: ConfigHistory;
  readonly origin: Extract<Origin, 'pushed' | 'restored'>;
  /** Whether it is put in place even when the machine's own OpenClaw does not accept it. */
  readonly force?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Puts a configuration in the place of the one that was looked at, after that one was kept in the history. Owner and mode
 * stay; nothing happens when somebody changed the file meanwhile, or when the machine's own OpenClaw refuses the new one.
 * @throws Failure as `pushConfig` does; NodeJS.ErrnoException when the history cannot be written.
 */
export async function putConfig(
  shell: RemoteShell,
  file: HistoryFile,
  place: Place,
  bytes: Uint8Array,
  { history, origin, force = false, signal }: PutOptions,
): Promise<PushResult> {
  const { config, location, hints } = place;
  if (config.exists) await history.record(file, config.bytes, { origin: 'opened' });
  const result = await pushConfig(shell, location, bytes, {
    expectedSha256: config.exists ? config.sha256 : null,
    validation: force ? 'off' : 'machine',
    command: hints.command,
    signal,
  });
  if (result.outcome === 'written') await history.record(file, bytes, { origin });
  return result;
}

/** Whether the configuration is another one than at the beginning of the rescue. */
export function isChanged({ configSha256 }: RescueNote, config: ConfigFile): boolean {
  return configSha256 !== undefined && configSha256 !== (config.exists ? config.sha256 : null);
}

/**
 * Puts the configuration from before the rescue back, whatever OpenClaw thinks of it.
 * @returns Whether what is there now is what was there before.
 * @throws Failure as `readConfig` and `pushConfig` do.
 */
export async function putBack(
  shell: RemoteShell,
  file: HistoryFile,
  {
    note,
    look,
    history,
  }: { note: RescueNote; look: Pick<RescueLook, 'location' | 'hints'>; history: ConfigHistory },
  signal?: AbortSignal,
): Promise<boolean> {
  const config = await readConfig(shell, look.location, { signal });
  if (!isChanged(note, config)) return true;
  const before = (await history.list(file)).find(({ sha256 }) => sha256 === note.configSha256);
  if (!before) return false;
  const bytes = await history.read(before);
  const options = { history, origin: 'restored', force: true, signal } as const;
  const result = await putConfig(shell, file, { ...look, config }, bytes, options);
  return result.outcome === 'written' && result.file.sha256 === hashOf(bytes);
}
