import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import { type ConfigFile, hashOf, readConfig } from '../../gateway/config.ts';
import { locate } from '../../gateway/location.ts';
import type { RemoteFile } from '../common/remote-uri.ts';
import type { Services } from '../common/services.ts';
import type { Pusher, Replaced } from './push.ts';
import type { Versions } from './versions.ts';

/** The configuration of a machine's gateway. */
export interface RemoteConfig {
  readonly file: RemoteFile;
  readonly now: ConfigFile;
}

/** Where the machine's gateway has its configuration, whether it is there or not. @throws Failure */
export async function locateConfig(
  services: Services,
  machine: Machine,
  signal: AbortSignal,
): Promise<RemoteFile> {
  const { configPath } = await locate(services.shell(machine), machine, { signal });
  return { app: machine.app, machine: machine.id, path: configPath };
}

/** What is on the machine now. @throws Failure */
export function readRemote(
  services: Services,
  { app, machine, path }: RemoteFile,
  signal?: AbortSignal,
): Promise<ConfigFile> {
  return readConfig(services.shell({ app, id: machine }), { configPath: path }, { signal });
}

/** Finds and reads the configuration of the machine's gateway. @throws Failure */
export async function readRemoteConfig(
  services: Services,
  machine: Machine,
  signal: AbortSignal,
): Promise<RemoteConfig> {
  const file = await locateConfig(services, machine, signal);
  return { file, now: await readRemote(services, file, signal) };
}

/**
 * The address of a document with what is on the machine now, which is kept as well; without a file it is empty. An editor of
 * the file itself may show what was there when it was opened.
 */
export async function showNow(versions: Versions, { file, now }: RemoteConfig): Promise<vscode.Uri> {
  if (!now.exists) return versions.show(file, new Uint8Array());
  await versions.keep(file, now.bytes, 'opened');
  return versions.show(file, now.bytes);
}

/** What a push that was made for this state of the file may replace. */
export function replacedBy(now: ConfigFile): Replaced {
  return now.exists ? now : { sha256: null };
}

/** Pushes and says why where nothing was pushed. @returns Whether exactly these bytes are on the machine. */
export async function pushAndTell(
  services: Services,
  push: Pusher,
  file: RemoteFile,
  content: { readonly bytes: Uint8Array; readonly replaced: Replaced },
): Promise<boolean> {
  const { bytes, replaced } = content;
  const title = vscode.l10n.t('Pushing {0} to {1}', posix.basename(file.path), file.app);
  const result = await services.actions.run({ title, where: 'view' }, () => push.push(file, bytes, replaced));
  if (result.status !== 'ok') return false;
  const { problem, remote } = result.value;
  if (problem !== undefined) void vscode.window.showWarningMessage(problem);
  return problem === undefined && remote?.exists === true && remote.sha256 === hashOf(bytes);
}
