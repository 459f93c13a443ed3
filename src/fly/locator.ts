import type { Disposable } from '../core/disposable.ts';
import { Emitter, type Event } from '../core/emitter.ts';
import { Failure } from '../core/errors.ts';
import type { SearchResult } from './binary.ts';

/** Remembers where flyctl was found until `forget` is called. */
export class BinaryLocator implements Disposable {
  readonly #find: () => Promise<SearchResult>;
  readonly #changed = new Emitter<void>();
  #search: Promise<SearchResult> | undefined;

  /** Fired by `forget`: what was found, or not found, before may be otherwise now. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(find: () => Promise<SearchResult>) {
    this.#find = find;
  }

  /** The result of the search, made once; a search that failed or found nothing is made again the next time. */
  async search(): Promise<SearchResult> {
    this.#search ??= this.#find();
    const result = await this.#search.catch((error: unknown) => {
      this.#search = undefined;
      throw error;
    });
    if (!result.found) this.#search = undefined;
    return result;
  }

  /** The path of flyctl. @throws Failure `notInstalled` */
  async locate(): Promise<string> {
    const { found, looked } = await this.search();
    if (found) return found.path;
    const detail = looked.map(({ path, verdict }) => `${path}: ${verdict}`).join('\n');
    throw new Failure('notInstalled', { detail });
  }

  forget(): void {
    this.#search = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
