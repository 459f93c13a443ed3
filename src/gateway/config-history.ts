import * as l10n from '@vscode/l10n';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../core/errors.ts';
import { hashOf } from './config.ts';

/** How a version came to be known: fetched for the user, pushed by them, found as the gateway's own, put back. */
export const origins = ['opened', 'pushed', 'gateway', 'restored'] as const;

export type Origin = (typeof origins)[number];

/** A file on a machine. */
export interface HistoryFile {
  readonly app: string;
  readonly machine: string;
  /** On the machine. */
  readonly path: string;
}

/** A version of a file as it once was. Its content is secret: configurations hold tokens. */
export interface HistoryEntry {
  /** When it was recorded: ISO 8601, UTC, by this computer's clock. */
  readonly time: string;
  readonly origin: Origin;
  /** Of the content, in lower-case hex. */
  readonly sha256: string;
  /** Of the content. */
  readonly bytes: number;
  /** Where it is kept. */
  readonly file: string;
}

export interface HistoryLimits {
  /** Versions of one file; 50 when left out. */
  readonly count?: number;
  /** Days; 90 when left out. */
  readonly days?: number;
}

const day = 24 * 60 * 60 * 1000;

const entryName = /^(\d{15})\.(opened|pushed|gateway|restored)\.([0-9a-f]{64})$/;

/** Written, but not yet under its name. */
const unfinishedName = /^\.[0-9a-f]{16}$/;

/**
 * Keeps what was fetched and pushed on the user's computer, for nobody else to read.
 *
 * Each version is one file, and its name is all that is known of it: milliseconds, origin, hash. So there is no index that
 * could break, and windows that write at the same time cannot take anything from each other. Folders are named by the hash
 * of what they are about: no name of an app or a path reaches the file system.
 */
export class ConfigHistory {
  readonly #folder: string;
  readonly #count: number;
  readonly #ageMs: number;

  /** @param folder Outside of the workspace; made when it is first needed. */
  constructor(folder: string, { count = 50, days = 90 }: HistoryLimits = {}) {
    this.#folder = folder;
    this.#count = count;
    this.#ageMs = days * day;
  }

  /**
   * Keeps a version, unless it is the newest already. What the user did to it counts: a push of what was only opened
   * before is kept.
   * @param options.at Milliseconds since the epoch; now when left out.
   * @returns The entry that has the content now.
   * @throws NodeJS.ErrnoException when it cannot be written.
   */
  async record(
    file: HistoryFile,
    content: Uint8Array,
    options: { readonly origin: Origin; readonly at?: number },
  ): Promise<HistoryEntry> {
    const { origin } = options;
    const sha256 = hashOf(content);
    const [newest] = await this.list(file);
    if (newest?.sha256 === sha256 && (newest.origin === origin || !isOwn(origin))) return newest;
    const newestMs = newest ? Date.parse(newest.time) : 0;
    const ms = options.at ?? Math.max(Date.now(), newestMs + 1);
    const folder = this.#folderOf(file);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await Promise.all([this.#folder, folder].map((path) => chmod(path, 0o700)));
    const path = join(folder, `${String(ms).padStart(15, '0')}.${origin}.${sha256}`);
    await writeWhole(folder, path, content);
    await this.#prune(folder);
    return { time: new Date(ms).toISOString(), origin, sha256, bytes: content.length, file: path };
  }

  /** What is known of a file, the newest first. */
  async list(file: HistoryFile): Promise<readonly HistoryEntry[]> {
    return entriesIn(this.#folderOf(file));
  }

  /** @throws Failure `failed` when the version is gone, or is not any more what it was. */
  async read(entry: HistoryEntry): Promise<Uint8Array> {
    const content = await readFile(entry.file).catch((cause: unknown) => {
      throw new Failure('failed', {
        detail: l10n.t('The version of {0} is not kept any more.', entry.time),
        cause,
      });
    });
    if (hashOf(content) !== entry.sha256) {
      throw new Failure('failed', {
        detail: l10n.t('The version of {0} is damaged: “{1}”.', entry.time, entry.file),
      });
    }
    return content;
  }

  /** What was last put on the machine from here; nothing when nothing was. */
  async lastPushed(file: HistoryFile): Promise<HistoryEntry | undefined> {
    return (await this.list(file)).find(({ origin }) => isOwn(origin));
  }

  /** Removes, for every file, what is over the limits. The newest version and the last one pushed from here stay. */
  async prune(): Promise<void> {
    const names = await readdir(this.#folder).catch(noEntries);
    for (const name of names.filter((candidate) => /^[0-9a-f]{64}$/.test(candidate))) {
      await this.#prune(join(this.#folder, name));
    }
  }

  async #prune(folder: string): Promise<void> {
    const entries = await entriesIn(folder);
    const lastPushed = entries.find(({ origin }) => isOwn(origin));
    const oldest = Date.now() - this.#ageMs;
    const surplus = entries.filter(
      (entry, index) =>
        index > 0 && entry !== lastPushed && (index >= this.#count || Date.parse(entry.time) < oldest),
    );
    await Promise.all(surplus.map(({ file }) => rm(file, { force: true })));
    await sweep(folder);
  }

  #folderOf({ app, machine, path }: HistoryFile): string {
    const key = JSON.stringify([app, machine, path]);
    return join(this.#folder, createHash('sha256').update(key).digest('hex'));
  }
}

/** Whether the user put it on the machine. */
function isOwn(origin: Origin): boolean {
  return origin === 'pushed' || origin === 'restored';
}

/** Files with other names are somebody else's: they are neither listed nor removed. */
async function entriesIn(folder: string): Promise<readonly HistoryEntry[]> {
  const names = (await readdir(folder).catch(noEntries)).sort().reverse();
  const entries = await Promise.all(names.map((name) => toEntry(folder, name)));
  return entries.filter((entry) => entry !== undefined);
}

async function toEntry(folder: string, name: string): Promise<HistoryEntry | undefined> {
  const [, ms, word, sha256] = entryName.exec(name) ?? [];
  const origin = origins.find((candidate) => candidate === word);
  if (ms === undefined || sha256 === undefined || !origin) return undefined;
  const file = join(folder, name);
  const facts = await stat(file).catch(() => undefined);
  return facts && { time: new Date(Number(ms)).toISOString(), origin, sha256, bytes: facts.size, file };
}

/** Nobody ever sees half of a version, also when the computer stops in the middle. */
async function writeWhole(folder: string, path: string, content: Uint8Array): Promise<void> {
  const unfinished = join(folder, `.${randomBytes(8).toString('hex')}`);
  let handle: FileHandle | undefined;
  try {
    handle = await open(unfinished, 'wx', 0o600);
    await handle.writeFile(content);
    await handle.sync();
    await handle.close();
    await rename(unfinished, path);
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Removes what a window left behind that was closed while it wrote. */
async function sweep(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(noEntries)).filter((one) => unfinishedName.test(one))) {
    const file = join(folder, name);
    const facts = await stat(file).catch(() => undefined);
    if (facts && facts.mtimeMs < Date.now() - day) await rm(file, { force: true });
  }
}

/** For a folder that is not there yet. */
function noEntries(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
