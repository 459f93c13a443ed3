import { posix } from 'node:path';
import * as vscode from 'vscode';
import { hashOf } from '../../gateway/config.ts';
import { isCredential } from '../../gateway/credential-files.ts';
import { ConfigHistory, type HistoryEntry, type Origin } from '../../gateway/config-history.ts';
import type { Services } from '../common/services.ts';
import type { RemoteFile } from '../common/remote-uri.ts';

const scheme = 'openclaw-version';

/** Versions of configurations: kept on this computer, and shown as documents that cannot be changed. */
export class Versions implements vscode.Disposable {
  readonly #log: Services['log'];
  readonly #secretUses: Services['secretUses'];
  readonly #history: ConfigHistory;
  /** What documents show, by the hash of their content. */
  readonly #shown = new Map<string, Uint8Array>();
  readonly #registration: vscode.Disposable;

  constructor({ log, secretUses, storageUri }: Services) {
    this.#log = log;
    this.#secretUses = secretUses;
    this.#history = new ConfigHistory(vscode.Uri.joinPath(storageUri, 'history').fsPath);
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ authority }) => new TextDecoder().decode(this.#shown.get(authority)),
    });
  }

  dispose(): void {
    this.#registration.dispose();
  }

  /** Keeps a version, but none of a credential. It is a safety net: that it tears is logged and stops nothing. */
  async keep(file: RemoteFile, bytes: Uint8Array, origin: Origin): Promise<void> {
    if (isCredential(file.path)) return;
    try {
      await this.#history.record(file, bytes, { origin });
      this.#secretUses.noteConfig(file.app);
    } catch (error) {
      this.#log.warn(`A version of ${file.path} of ${file.app} could not be kept: ${String(error)}`);
    }
  }

  /** The newest first. */
  list(file: RemoteFile): Promise<readonly HistoryEntry[]> {
    return this.#history.list(file);
  }

  /** @throws Failure */
  read(entry: HistoryEntry): Promise<Uint8Array> {
    return this.#history.read(entry);
  }

  /** What was last put on the machine from here. */
  lastPushed(file: RemoteFile): Promise<HistoryEntry | undefined> {
    return this.#history.lastPushed(file);
  }

  /** The address of a document that shows the content. Its path says whose it is, and has the name that tells the language. */
  show({ app, machine, path }: RemoteFile, bytes: Uint8Array): vscode.Uri {
    const sha256 = hashOf(bytes);
    this.#shown.set(sha256, bytes);
    return vscode.Uri.from({ scheme, authority: sha256, path: `/${app}/${machine}/${posix.basename(path)}` });
  }
}
