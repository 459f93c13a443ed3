import type { Disposable } from '../core/disposable.ts';
import { Failure, type FailureFacts, type FailureKind, toFailure } from '../core/errors.ts';
import type { Redactor } from '../core/redact.ts';
import { commandLine } from './command.ts';
import { flyctlEnvironment, neutralDirectory, tokensIn } from './environment.ts';
import { Flights } from './flights.ts';
import type { Flyctl, FlyctlOutput, FlyctlStream, StreamVerb, Verb } from './flyctl.ts';
import { factsOf, judge, type Subject } from './judge.ts';
import type { ProcessEnd, ProcessRequest } from './process.ts';
import { Queues } from './queues.ts';
import { version } from './verbs/account.ts';
import { viewLease } from './verbs/leases.ts';

export interface FlyctlRunnerOptions {
  /** Says where flyctl is; asked before every run. @throws Failure `notInstalled` */
  locate(): Promise<string>;
  readonly redactor: Redactor;
  /** Gets one redacted line per run: the command, how it ended and how long it took. */
  log(line: string): void;
  /** The environment to start from; this process's own when left out. */
  readonly env?: NodeJS.ProcessEnv;
}

interface RunOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Loaded with the first command: it is a third of the extension, and activation starts nothing. */
const processes = (): Promise<typeof import('./process.ts')> => import('./process.ts');

/** How many commands run at once; streams do not count. */
const maxProcesses = 4;

/** Runs flyctl: every process of it is started here, and ended when this is disposed. */
export class FlyctlRunner implements Flyctl, Disposable {
  readonly #options: FlyctlRunnerOptions;
  readonly #env: NodeJS.ProcessEnv;
  readonly #queues = new Queues(maxProcesses);
  readonly #reads = new Flights<FlyctlOutput>();
  readonly #running = new Set<AbortController>();
  #disposed = false;

  constructor(options: FlyctlRunnerOptions) {
    this.#options = options;
    const base = options.env ?? process.env;
    this.#env = flyctlEnvironment(base);
    tokensIn(base).forEach((token) => options.redactor.register(token));
  }

  async run<T>(verb: Verb<T>, { signal }: RunOptions = {}): Promise<T> {
    try {
      return verb.parse(await this.#output(verb, signal));
    } catch (error) {
      throw await this.#complete(toFailure(error), verb, signal);
    }
  }

  async stream(verb: StreamVerb, { signal }: { readonly signal: AbortSignal }): Promise<FlyctlStream> {
    const leash = this.#leash(signal);
    const request = await this.#request(verb, leash.signal).catch((error: unknown) => {
      leash.release();
      throw error;
    });
    const { startProcess } = await processes();
    const startedAt = Date.now();
    const { stdout, ended } = startProcess({ ...request, holdsStdin: verb.holdsStdin });
    const judged = ended.finally(leash.release).then((end) => void this.#judge(verb, end, startedAt));
    // It also rejects for those who only read the output.
    judged.catch(() => undefined);
    return { stdout, ended: judged };
  }

  /** Ends every process that runs, and starts no more. */
  dispose(): void {
    this.#disposed = true;
    for (const controller of this.#running) controller.abort();
  }

  async #output(verb: Verb<unknown>, signal: AbortSignal | undefined): Promise<FlyctlOutput> {
    if (verb.kind === 'read' && verb.stdin === undefined) {
      return this.#reads.join(JSON.stringify(verb.args), (shared) => this.#queue(verb, shared), signal);
    }
    try {
      return await this.#queue(verb, signal);
    } finally {
      // A read that began before a write ended may show what was before.
      if (verb.kind === 'write') this.#reads.close();
    }
  }

  async #queue(verb: Verb<unknown>, signal: AbortSignal | undefined): Promise<FlyctlOutput> {
    const leash = this.#leash(signal);
    const lane = verb.lane ?? (verb.kind === 'write' ? verb.app : undefined);
    try {
      return await this.#queues.run(() => this.#spawn(verb, leash.signal), lane, leash.signal);
    } finally {
      leash.release();
    }
  }

  async #spawn(verb: Verb<unknown>, signal: AbortSignal): Promise<FlyctlOutput> {
    const { stdin, deadlineMs } = verb;
    const request = await this.#request(verb, signal);
    const { runProcess } = await processes();
    const startedAt = Date.now();
    return this.#judge(verb, await runProcess({ ...request, stdin, deadlineMs }), startedAt);
  }

  async #request(
    { args, cwd = neutralDirectory() }: Pick<Verb<unknown>, 'args' | 'cwd'>,
    signal: AbortSignal,
  ): Promise<ProcessRequest> {
    const file = await this.#options.locate();
    return { file, args, env: this.#env, cwd, signal };
  }

  /** Logs the end of a run. @throws Failure when it was not a good one. */
  #judge(subject: Subject, end: ProcessEnd, startedAt: number): FlyctlOutput {
    const result = judge(subject, end, (text) => this.#redact(text));
    const how = end.reason === 'exited' ? `exit ${end.exitCode}` : end.reason;
    const kind = result instanceof Failure ? `, ${result.kind}` : '';
    const line = `${commandLine(subject.args)}: ${how}${kind}, ${Date.now() - startedAt} ms`;
    this.#options.log(this.#redact(line));
    if (result instanceof Failure) throw result;
    return result;
  }

  /** Adds what the failure concerns, and what flyctl can tell about it. */
  async #complete(failure: Failure, verb: Verb<unknown>, signal: AbortSignal | undefined): Promise<Failure> {
    const known = { ...factsOf(verb), ...failure.facts };
    const facts = { ...known, ...(await this.#learn(failure.kind, known, signal)) };
    return new Failure(failure.kind, { detail: this.#redact(failure.detail), facts, cause: failure.cause });
  }

  /** Who printed what was not understood; who holds the lease, where flyctl did not say. */
  async #learn(
    kind: FailureKind,
    { app, machine, holder }: FailureFacts,
    signal: AbortSignal | undefined,
  ): Promise<FailureFacts> {
    if (kind === 'badOutput') {
      const flyctlVersion = await this.#told(version(), signal);
      return flyctlVersion === undefined ? {} : { flyctlVersion };
    }
    if (kind !== 'leaseHeld' || holder !== undefined || app === undefined || machine === undefined) return {};
    const lease = await this.#told(viewLease(app, machine), signal);
    return lease ? { holder: lease.owner, expiresAt: new Date(lease.expiresAt).toISOString() } : {};
  }

  /** What flyctl answers, if it does. */
  async #told<T>(verb: Verb<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
    return this.#output(verb, signal)
      .then(verb.parse)
      .catch(() => undefined);
  }

  /** A signal that is aborted by `signal` and by `dispose`, until it is released. */
  #leash(signal: AbortSignal | undefined): { readonly signal: AbortSignal; release(): void } {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    if (this.#disposed || signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    this.#running.add(controller);
    const release = (): void => {
      signal?.removeEventListener('abort', abort);
      this.#running.delete(controller);
    };
    return { signal: controller.signal, release };
  }

  #redact(text: string): string {
    return this.#options.redactor.redact(text);
  }
}
