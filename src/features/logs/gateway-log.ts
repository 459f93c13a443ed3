import { DisposableStore } from '../../core/disposable.ts';
import { Emitter } from '../../core/emitter.ts';
import { lastingKinds, toFailure } from '../../core/errors.ts';
import { type Clock, sleep, systemClock } from '../../fly/logs/clock.ts';
import { Line } from '../../fly/logs/line.ts';
import { type PlacedRow, RowStore } from '../../fly/logs/row-store.ts';
import type { LogRow, LogRows } from '../../fly/logs/session.ts';
import { backoffMs, type LogState } from '../../fly/logs/tail.ts';
import type { Machine } from '../../fly/model.ts';
import { type LogFilePart, type LogFilePosition, readLogFile } from '../../gateway/log-file.ts';
import type { RemoteShell } from '../../remote/shell.ts';
import type { LogSource } from './feed.ts';

export interface GatewayLogOptions {
  readonly machine: Pick<Machine, 'id' | 'region'>;
  readonly shell: RemoteShell;
  /** Where the log may be, beside the folders for temporary files; asked for whenever it is opened. */
  readonly places?: (options: { readonly signal: AbortSignal }) => Promise<readonly string[]>;
  /** Takes secrets out of a message. */
  readonly redact: (text: string) => string;
  /** How many rows are kept, and how many bytes they may take, about. */
  readonly maxLines: number;
  readonly maxBytes?: number;
  readonly clock?: Clock;
  /** In [0, 1), like `Math.random`. */
  readonly random?: () => number;
}

const defaultMaxBytes = 16 * 1024 * 1024;
/** Each read is a call to Fly. */
const pollMs = 2_000;

/** OpenClaw's own log file on a machine, read again and again while somebody looks at it. */
export class GatewayLog implements LogSource {
  readonly #options: GatewayLogOptions;
  readonly #clock: Clock;
  readonly #store: RowStore;
  readonly #disposables = new DisposableStore();
  readonly #didAppend = this.#disposables.add(new Emitter<readonly LogRow[]>());
  readonly #didRearrange = this.#disposables.add(new Emitter<void>());
  readonly #didChangeState = this.#disposables.add(new Emitter<LogState>());
  readonly onDidAppend = this.#didAppend.event;
  readonly onDidRearrange = this.#didRearrange.event;
  readonly onDidChangeState = this.#didChangeState.event;
  #state: LogState = { kind: 'connecting' };
  #running: AbortController | undefined;
  #position: LogFilePosition | undefined;
  #places: readonly string[] | undefined;
  /** The time of the newest line. */
  #newestMs: number | undefined;

  constructor(options: GatewayLogOptions) {
    const { clock = systemClock, maxLines, maxBytes = defaultMaxBytes } = options;
    this.#options = options;
    this.#clock = clock;
    this.#store = new RowStore({ maxLines, maxBytes });
  }

  get state(): LogState {
    return this.#state;
  }

  get rows(): LogRows {
    return this.#store;
  }

  /** Reads now, and then what comes. */
  connect(): void {
    this.pause();
    this.#places = undefined;
    this.#running = new AbortController();
    void this.#run(this.#running.signal);
  }

  /** Reads no more until `connect`, which goes on where this ended. */
  pause(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Forgets the rows; they do not come back. */
  clear(): void {
    this.#store.clear();
    this.#didRearrange.fire();
  }

  dispose(): void {
    this.pause();
    this.#disposables.dispose();
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { random = Math.random } = this.#options;
    if (this.#state.kind !== 'live') this.#setState({ kind: 'connecting' });
    for (let failures = 0; !signal.aborted;) {
      const failure = await this.#read(signal).then(() => undefined, toFailure);
      if (signal.aborted) return;
      if (failure && lastingKinds.has(failure.kind)) return this.#setState({ kind: 'ended', failure });
      if (!failure) {
        failures = 0;
        if (this.#state.kind !== 'live') this.#setState({ kind: 'live' });
        await sleep(this.#clock, pollMs, signal);
      } else {
        const at = this.#clock.now() + backoffMs(failures++, random);
        this.#setState({ kind: 'reconnecting', at, failure });
        await sleep(this.#clock, at - this.#clock.now(), signal);
      }
    }
  }

  /** Reads what has come, all of it. */
  async #read(signal: AbortSignal): Promise<void> {
    this.#places ??= await this.#options.places?.({ signal });
    for (let hasMore = true; hasMore;) {
      const part = await readLogFile(this.#options.shell, this.#position, { signal, places: this.#places });
      if (signal.aborted) return;
      this.#position = part.position;
      this.#add(part);
      ({ hasMore } = part);
    }
  }

  #add({ entries, isGap }: LogFilePart): void {
    const { machine, redact } = this.#options;
    const rows: PlacedRow[] = [];
    const firstMs = entries.find(({ timeMs }) => timeMs > 0)?.timeMs;
    if (isGap && this.#newestMs !== undefined) {
      rows.push({ kind: 'gap', id: -1, from: this.#newestMs, to: firstMs ?? this.#newestMs });
    }
    for (const { timeMs, level, subsystem, message } of entries) {
      // What OpenClaw's logger did not write has no time: it came with the lines around it.
      const time = timeMs || this.#newestMs || firstMs || this.#clock.now();
      this.#newestMs = time;
      const timestamp = new Date(time).toISOString();
      const entry = { timestamp, instance: machine.id, region: machine.region, level, message };
      rows.push(new Line({ ...entry, provider: subsystem }, time, redact));
    }
    if (rows.length === 0) return;
    for (const row of rows) this.#store.push(row);
    this.#didAppend.fire(rows);
  }

  #setState(state: LogState): void {
    this.#state = state;
    this.#didChangeState.fire(state);
  }
}
