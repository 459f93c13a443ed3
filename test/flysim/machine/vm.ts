import type { ExitEvent, MachineEvent, MachineState, RestartPolicy } from '../model.ts';
import { eachLine } from './lines.ts';
import type { BootSpec, Guest, GuestExit, Sandbox } from './sandbox.ts';

/** Fly retries ten times unless the configuration says otherwise. */
const DEFAULT_MAX_RETRIES = 10;
/** flyd waits longer with each retry; the simulation does so on a smaller scale. */
const RETRY_BASE_MS = 50;
const RETRY_MAX_MS = 500;
/** Fly's default time between the stop signal and SIGKILL. */
const KILL_TIMEOUT_MS = 5_000;

/** What the owner of a virtual machine provides and hears. */
export interface VmOwner {
  /** The boot specification of the current configuration. */
  spec(): BootSpec;
  restart(): { readonly policy: RestartPolicy; readonly max_retries?: number };
  onState(state: MachineState): void;
  onEvent(event: MachineEvent): void;
  onLog(provider: 'app' | 'runner', message: string): void;
}

export interface StopOptions {
  readonly signal?: string;
  readonly timeoutMs?: number;
}

/** One virtual machine: runs the main process, stops it, and starts it again as the restart policy says. */
export class Vm {
  readonly #sandbox: Sandbox;
  readonly #owner: VmOwner;
  #guest: Guest | undefined;
  #ended: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #restarts = 0;
  #stopRequested = false;
  /** Where the machine comes to rest when it ends by request. */
  #rest: 'stopped' | 'suspended' = 'stopped';

  constructor(sandbox: Sandbox, owner: VmOwner) {
    this.#sandbox = sandbox;
    this.#owner = owner;
  }

  /** The running guest, when there is one. */
  get guest(): Guest | undefined {
    return this.#guest;
  }

  /** Begins to start the machine; a running one is left alone. */
  start(source: 'user' | 'flyd' = 'user'): void {
    this.#cancelRetry();
    if (this.#guest) return;
    if (source === 'user') this.#restarts = 0;
    this.#stopRequested = false;
    this.#rest = 'stopped';
    this.#event('start', 'starting', source);
    this.#ended = this.#run();
  }

  /** @returns When the machine is stopped; the state is `stopping` at once. */
  async stop(options: StopOptions = {}): Promise<void> {
    this.#cancelRetry();
    const guest = this.#guest;
    if (!guest) {
      this.#owner.onState('stopped');
      return;
    }
    this.#stopRequested = true;
    this.#owner.onState('stopping');
    this.#event('stop', 'stopping', 'user');
    await guest.up.catch(() => undefined);
    guest.signal(options.signal ?? 'SIGINT');
    const timer = setTimeout(() => guest.kill(), options.timeoutMs ?? KILL_TIMEOUT_MS);
    await this.#ended;
    clearTimeout(timer);
  }

  /** Ends the guest without telling it; unlike on Fly nothing of it is kept. @returns When the machine is suspended. */
  async suspend(): Promise<void> {
    const guest = this.#guest;
    if (!guest) return;
    this.#cancelRetry();
    this.#stopRequested = true;
    this.#rest = 'suspended';
    this.#owner.onState('suspending');
    this.#event('suspend', 'suspending', 'user');
    await guest.up.catch(() => undefined);
    guest.kill();
    await this.#ended;
  }

  /** @returns When the machine is stopped and begins to start. */
  async restart(options: StopOptions = {}): Promise<void> {
    await this.stop(options);
    this.start();
  }

  /** Ends the machine without ceremony. */
  async kill(): Promise<void> {
    this.#cancelRetry();
    this.#stopRequested = true;
    this.#guest?.kill();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const begun = performance.now();
    this.#owner.onState('starting');
    this.#owner.onLog('runner', 'Starting machine');
    const guest = this.#boot();
    if (!guest) return;
    this.#guest = guest;
    eachLine(guest.stdout, (line) => this.#owner.onLog('app', line));
    eachLine(guest.stderr, (line) => this.#owner.onLog('app', line));
    guest.up.then(
      () => this.#started(performance.now() - begun),
      () => undefined,
    );
    const exit = await guest.exited.catch((): GuestExit => ({ code: 127, signal: -1 }));
    this.#guest = undefined;
    this.#exited(exit);
  }

  #boot(): Guest | undefined {
    try {
      return this.#sandbox.boot(this.#owner.spec());
    } catch (error) {
      this.#owner.onLog('runner', error instanceof Error ? error.message : String(error));
      this.#exited({ code: 127, signal: -1 });
      return undefined;
    }
  }

  #started(tookMs: number): void {
    if (this.#stopRequested) return;
    this.#owner.onLog('runner', `Machine started in ${(tookMs / 1000).toFixed(3)}s`);
    this.#event('start', 'started', 'flyd');
    this.#owner.onState('started');
  }

  #exited(exit: GuestExit): void {
    const restarting = !this.#stopRequested && this.#shouldRestart(exit);
    if (this.#rest === 'suspended') {
      this.#event('suspend', 'suspended', 'flyd');
      this.#owner.onState('suspended');
      return;
    }
    const signalled = exit.signal > 0 ? ` (signal ${String(exit.signal)})` : '';
    this.#owner.onLog('runner', `machine exited with code ${String(exit.code)}${signalled}`);
    this.#event('exit', 'stopped', 'flyd', {
      requested_stop: this.#stopRequested,
      restarting,
      guest_exit_code: exit.code,
      guest_signal: exit.signal,
      exit_code: exit.code,
      signal: -1,
      oom_killed: false,
      exited_at: new Date().toISOString(),
    });
    if (!restarting) {
      this.#owner.onState('stopped');
      return;
    }
    this.#owner.onState('starting');
    const delay = Math.min(RETRY_BASE_MS * 2 ** this.#restarts, RETRY_MAX_MS);
    this.#restarts++;
    this.#retry = setTimeout(() => this.start('flyd'), delay);
  }

  #shouldRestart(exit: GuestExit): boolean {
    const { policy, max_retries: retries = DEFAULT_MAX_RETRIES } = this.#owner.restart();
    if (policy === 'always') return true;
    if (policy === 'no' || exit.code === 0) return false;
    if (this.#restarts < retries) return true;
    this.#owner.onLog('runner', `machine has reached its max restart count of ${String(retries)}`);
    return false;
  }

  #cancelRetry(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
  }

  #event(type: string, status: string, source: string, exit?: ExitEvent): void {
    const request = exit ? { request: { exit_event: exit, restart_count: this.#restarts } } : {};
    this.#owner.onEvent({ type, status, ...request, source, timestamp: Date.now() });
  }
}
