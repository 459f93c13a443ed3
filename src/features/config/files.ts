import * as vscode from 'vscode';
import { type Failure, toFailure } from '../../core/errors.ts';
import { explain } from '../../core/explain.ts';
import type { ConfigFile, ConfigStat } from '../../gateway/config.ts';
import { showFailure } from '../common/actions.ts';
import { FlatFiles } from '../common/flat-files.ts';
import type { Services } from '../common/services.ts';
import type { Push } from './push.ts';
import { readRemote } from './remote-config.ts';
import type { Versions } from './versions.ts';
import { fromUri } from '../common/remote-uri.ts';

/** VS Code asks for a file's state several times while it opens or saves it; answers this young serve again. */
const freshMs = 2_000;

/** What VS Code was last told about a remote file. */
interface Told {
  readonly stat: ConfigStat;
  readonly at: number;
  /**
   * The modification time given to VS Code, in milliseconds. It advances whenever the content differs, even within the
   * second that `stat` resolves, so that VS Code never takes a changed file for the one it opened.
   */
  readonly mtime: number;
  /** The content that the state is of, where that is known. */
  readonly bytes?: Uint8Array | undefined;
}

/**
 * Files on machines as documents. `writeFile` replaces exactly the content that VS Code was last told of; when somebody
 * changed that meanwhile, the push has the user decide.
 */
export class RemoteFiles extends FlatFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #push: Push;
  readonly #versions: Versions;
  readonly #told = new Map<string, Told>();

  constructor(services: Services, push: Push, versions: Versions) {
    super();
    this.#services = services;
    this.#push = push;
    this.#versions = versions;
  }

  /**
   * VS Code asks before each save. What it was told before is the answer then: whether the file changed meanwhile is found
   * out by the push itself, in the session that it needs anyway.
   */
  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const known = isEdited(uri) ? this.#told.get(uri.toString()) : this.#fresh(uri);
    const { stat, mtime } = known ?? (await this.#look(uri));
    if (!stat.exists) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: stat.size };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const fresh = this.#fresh(uri);
    // VS Code takes what it reads for the content of the state that it was told of just before.
    const { bytes } = fresh?.bytes ? fresh : await this.#look(uri);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const file = fromUri(uri);
    const told = this.#told.get(uri.toString()) ?? (await this.#look(uri));
    const { stat, bytes } = told;
    const replaced = { sha256: stat.exists ? stat.sha256 : null, bytes };
    const pushed = await asFileError(() => this.#push.push(file, content, replaced));
    if (pushed.problem !== undefined) {
      // What is saved next may replace what is there now. VS Code must not take that for a file that it has to read first.
      if (pushed.remote)
        this.#told.set(uri.toString(), { ...told, stat: pushed.remote, bytes: pushed.content });
      throw vscode.FileSystemError.Unavailable(pushed.problem);
    }
    if (pushed.remote) this.#tell(uri, pushed.remote, pushed.content);
    if (pushed.content !== content) this.#rereadOnceSaved(uri);
  }

  /** Reads the file now; an editor that opens it right after needs no call of its own. @throws Failure */
  async fetch(uri: vscode.Uri, signal?: AbortSignal): Promise<ConfigFile> {
    const file = await readRemote(this.#services, fromUri(uri), signal);
    const known = this.#told.get(uri.toString())?.stat;
    this.#tell(uri, file, file.exists ? file.bytes : undefined);
    // An editor that is open, or was not long ago, shows what it knows.
    if (known?.exists && file.exists && known.sha256 !== file.sha256) {
      this.fireChange(uri);
    }
    if (file.exists) await this.#versions.keep(fromUri(uri), file.bytes, 'opened');
    return file;
  }

  /** Makes open editors of the file read it again; those with unsaved changes keep them. */
  reread(uri: vscode.Uri): void {
    const key = uri.toString();
    const told = this.#told.get(key);
    // What VS Code has is another content even when the machine's is the one that was told last.
    if (told) this.#told.set(key, { ...told, at: 0, mtime: told.mtime + 1 });
    this.fireChange(uri);
  }

  /** VS Code takes what it saved for what is there, until it has ended the save. */
  #rereadOnceSaved(uri: vscode.Uri): void {
    const subscription = vscode.workspace.onDidSaveTextDocument((document) => {
      if (document.uri.toString() !== uri.toString()) return;
      subscription.dispose();
      this.reread(uri);
    });
  }

  #fresh(uri: vscode.Uri): Told | undefined {
    const told = this.#told.get(uri.toString());
    return told && Date.now() - told.at < freshMs ? told : undefined;
  }

  async #look(uri: vscode.Uri): Promise<Told> {
    await asFileError(() => this.fetch(uri));
    const told = this.#told.get(uri.toString());
    if (!told) throw vscode.FileSystemError.FileNotFound(uri);
    return told;
  }

  #tell(uri: vscode.Uri, stat: ConfigStat, bytes: Uint8Array | undefined): Told {
    const before = this.#told.get(uri.toString());
    const told: Told = { stat, bytes, at: Date.now(), mtime: nextMtime(stat, before) };
    this.#told.set(uri.toString(), told);
    return told;
  }
}

function isEdited(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === key,
  );
}

function nextMtime(stat: ConfigStat, before: Told | undefined): number {
  const mtime = stat.exists ? stat.mtimeMs : 0;
  if (!before) return mtime;
  const same = before.stat.exists && stat.exists && before.stat.sha256 === stat.sha256;
  return same ? before.mtime : Math.max(mtime, before.mtime + 1);
}

/** VS Code shows the errors of a file itself, but without next steps: those are offered beside it. */
async function asFileError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const failure: Failure = toFailure(thrown);
    void showFailure(failure);
    throw vscode.FileSystemError.Unavailable(explain(failure).sentence);
  }
}
