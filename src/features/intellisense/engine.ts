import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import type { EngineMethod, EngineParameter, EngineReply, EngineResult, Texts } from './protocol.ts';

interface Pending {
  readonly resolve: (result: never) => void;
  readonly reject: (reason: Error) => void;
}

/** The other side of `worker.ts`. The thread starts with the first request; the next one starts another if it dies. */
export class Engine implements vscode.Disposable {
  readonly #file: string;
  readonly #texts: Texts | undefined;
  #worker: Worker | undefined;
  readonly #pending = new Map<number, Pending>();
  /** The schemas that the running worker knows. */
  readonly #added = new Set<string>();
  #lastId = 0;

  /**
   * @param file The bundle of `worker.ts`.
   * @param texts Those of the user's language, if it is not English: a thread has a translation of its own.
   */
  constructor(file: string, texts: Texts | undefined) {
    this.#file = file;
    this.#texts = texts;
  }

  /** @throws Error with the worker's words. */
  request<M extends EngineMethod>(method: M, parameter: EngineParameter<M>): Promise<EngineResult<M>> {
    this.#lastId += 1;
    const id = this.#lastId;
    const worker = this.#start();
    return new Promise<never>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      worker.postMessage({ id, method, parameter });
    });
  }

  /** Makes a schema known, once for every worker that runs. */
  addSchema(id: string, text: string): void {
    this.#start();
    if (this.#added.has(id)) return;
    this.#added.add(id);
    // A schema that cannot be read fails every request that names it.
    this.request('addSchema', { id, text }).catch(() => undefined);
  }

  dispose(): void {
    void this.#worker?.terminate();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#file, { workerData: this.#texts });
    worker.on('message', (reply: EngineReply) => this.#settle(reply));
    worker.on('error', (error) => this.#failAll(error));
    worker.on('exit', () => {
      this.#worker = undefined;
      this.#added.clear();
      this.#failAll(new Error('The worker ended.'));
    });
    this.#worker = worker;
    return worker;
  }

  #settle(reply: EngineReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if ('error' in reply) pending?.reject(new Error(reply.error));
    else pending?.resolve(reply.result);
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
