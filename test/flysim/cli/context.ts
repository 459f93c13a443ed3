import { callCloud, CallError } from '../call.ts';
import type { App } from '../model.ts';
import type { Answer, CallName, Conditions, Fault, FaultName, Parameters } from '../protocol.ts';
import { FlyError } from './failure.ts';
import type { Invocation } from './spec.ts';
import { offlineError, serviceError } from './wording.ts';

/** What a command has at hand: its flags, its output, the cloud as the conditions let it be seen. */
export class Context {
  readonly args: readonly string[];
  readonly socket: string;
  readonly #invocation: Invocation;
  readonly #conditions: Conditions;
  readonly #tomlApp: string | undefined;

  constructor(invocation: Invocation, socket: string, conditions: Conditions, tomlApp: string | undefined) {
    this.args = invocation.args;
    this.socket = socket;
    this.#invocation = invocation;
    this.#conditions = conditions;
    this.#tomlApp = tomlApp;
  }

  get latency(): Conditions['latency'] {
    return this.#conditions.latency;
  }

  bool(flag: string): boolean {
    return this.#invocation.flags.get(flag) === true;
  }

  /** The flag's text, empty when it is not given. */
  text(flag: string): string {
    const value = this.#invocation.flags.get(flag);
    return typeof value === 'string' ? value : '';
  }

  /** All values of a flag that may be repeated. */
  texts(flag: string): readonly string[] {
    const value = this.#invocation.flags.get(flag);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }

  number(flag: string): number | undefined {
    const value = this.#invocation.flags.get(flag);
    return typeof value === 'number' ? value : undefined;
  }

  has(flag: string): boolean {
    return this.#invocation.flags.has(flag);
  }

  /** Whether the command's output is to be JSON. */
  get json(): boolean {
    return this.bool('json') || /^(1|t|true)$/i.test(process.env['FLY_JSON'] ?? '');
  }

  fault(name: FaultName): Fault | undefined {
    return this.#conditions.faults.find((fault) => fault.name === name);
  }

  out(text: string | Uint8Array): void {
    process.stdout.write(text);
  }

  err(text: string): void {
    process.stderr.write(text);
  }

  /** `-a`, then FLY_APP, then fly.toml; undefined when none names an app. */
  get givenApp(): string | undefined {
    return this.text('app') || process.env['FLY_APP'] || this.#tomlApp;
  }

  /** @throws FlyError when no app is named */
  requireApp(): string {
    const app = this.givenApp;
    if (app) return app;
    throw new FlyError(
      'the config for your app is missing an app name, add an app field to the fly.toml file or specify with the -a flag',
    );
  }

  /** Looks the app up, as nearly every command does first. */
  async app(prefix = 'failed to get app'): Promise<App> {
    return this.call('graphql.app', { app: this.requireApp() }, prefix);
  }

  /**
   * One call to the cloud, with its latency and the faults that are set.
   * @param prefix What flyctl was about to do, put before the service's words
   * @throws FlyError in flyctl's words
   */
  async call<N extends CallName>(name: N, parameters: Parameters<N>, prefix = ''): Promise<Answer<N>> {
    const begin = prefix ? `${prefix}: ` : '';
    await delay(this.#conditions.latency.api ?? 0);
    if (this.fault('offline')) throw new FlyError(begin + offlineError(name, parameters));
    try {
      this.#refuse(name, parameters);
      return await callCloud(this.socket, name, parameters);
    } catch (error) {
      if (error instanceof CallError) throw new FlyError(begin + serviceError(name, error));
      throw error;
    }
  }

  /** Answers in the cloud's place when a fault says so. */
  #refuse(name: CallName, parameters: object): void {
    const app = 'app' in parameters ? String(parameters.app) : this.givenApp;
    if (this.fault('app-not-found') && app !== undefined) {
      throw new CallError({ status: 404, message: `Could not find App "${app}"` });
    }
    // A limited token may look the app up, and the limit is on the call that follows.
    if (name === 'graphql.app') return;
    if (this.fault('forbidden')) throw new CallError({ status: 403, message: 'Forbidden' });
    if (this.fault('rate-limited')) throw new CallError({ status: 429, message: 'Too Many Requests' });
  }
}

export function delay(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}
