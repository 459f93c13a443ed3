import type { Conditions, Fault, FaultName, Latency } from '../protocol.ts';

const sshFaults: readonly FaultName[] = [
  'no-started-machine',
  'cut-stdin',
  'cut-stdout',
  'lost-tail',
  'silent-exit',
  'windows-handle',
];
const logFaults: readonly FaultName[] = ['log-stream-end', 'duplicate-logs', 'cut-logs', 'hang-logs'];
const leasing = [
  ...['start', 'stop', 'restart', 'suspend', 'cordon', 'uncordon', 'update', 'destroy', 'leases'].map(
    (word) => `machine ${word}`,
  ),
  ...['set', 'import', 'unset', 'deploy'].map((word) => `secrets ${word}`),
  'apps restart',
];
const withoutApp = ['apps list', 'apps create', 'orgs', 'auth'];
const local = ['version', 'auth login', 'auth logout'];

/** What commands meet: the faults that are set, each until it is cleared or used up, and how long calls take. */
export class ConditionBoard {
  #faults: { fault: Fault; left: number }[] = [];
  readonly #latency: Latency;
  readonly #onSet = new Set<(fault: Fault) => void>();

  constructor(latency: Latency) {
    this.#latency = latency;
  }

  set(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? Infinity });
    for (const listener of this.#onSet) listener(fault);
  }

  clear(name?: FaultName): void {
    this.#faults = name ? this.#faults.filter(({ fault }) => fault.name !== name) : [];
  }

  /** Calls back with each fault as it is set, until it is unsubscribed. */
  subscribe(listener: (fault: Fault) => void): () => void {
    this.#onSet.add(listener);
    return () => this.#onSet.delete(listener);
  }

  /** What the next command with this path meets; counts as one of the times of its faults. */
  take(verb: string, loggedIn: boolean): Conditions {
    const met = this.#faults.filter(({ fault }) => meets(fault, verb));
    for (const each of met) each.left--;
    this.#faults = this.#faults.filter(({ left }) => left > 0);
    return { loggedIn, faults: met.map(({ fault }) => fault), latency: this.#latency };
  }
}

/** Whether a command with this path can meet the fault at all. */
export function meets(fault: Fault, verb: string): boolean {
  if (fault.verb !== undefined && !startsWithWords(verb, fault.verb)) return false;
  const among = (paths: readonly string[]): boolean => paths.some((path) => startsWithWords(verb, path));
  if (among(local)) return false;
  if (fault.name === 'tunnel-unavailable') return among(['ssh console', 'proxy']);
  if (sshFaults.includes(fault.name)) return verb === 'ssh console';
  if (logFaults.includes(fault.name)) return verb === 'logs';
  if (fault.name === 'lease-held' || fault.name === 'lease-unnamed') return among(leasing);
  if (fault.name === 'no-capacity') return among(['machine start', 'machine clone']);
  if (fault.name === 'app-not-found') return !among(withoutApp);
  return true;
}

function startsWithWords(path: string, words: string): boolean {
  return path === words || path.startsWith(`${words} `);
}
