import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A schema as a machine printed it. */
export interface FetchedSchema {
  readonly version: string;
  /** The app whose machine printed it. */
  readonly app: string;
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number;
  readonly published: string;
}

/** Schemas that nobody asked for again for so long are removed. */
const keptMs = 90 * 24 * 60 * 60_000;

/** Fetched schemas as files that only the user may read. What cannot be read or written is fetched again. */
export class SchemaCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param key What the schema depends on, e.g. the digest of an image. */
  async get(key: string): Promise<FetchedSchema | undefined> {
    try {
      return JSON.parse(await readFile(this.#file(key), 'utf8'));
    } catch {
      return undefined;
    }
  }

  async put(key: string, schema: FetchedSchema): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const staging = join(this.#folder, `${randomUUID()}.part`);
      await writeFile(staging, JSON.stringify(schema), { mode: 0o600 });
      await rename(staging, this.#file(key));
      await this.#prune();
    } catch {
      // A full disk costs a fetch the next time.
    }
  }

  #file(key: string): string {
    return join(this.#folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
  }

  async #prune(): Promise<void> {
    const files = (await readdir(this.#folder)).map((name) => join(this.#folder, name));
    for (const file of files) {
      if (Date.now() - (await stat(file)).mtimeMs > keptMs) await rm(file);
    }
  }
}
