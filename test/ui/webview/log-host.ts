import type { Page } from 'playwright-core';
import { Emitter } from '../../../src/core/emitter.ts';
import { LogFeed, type LogSource } from '../../../src/features/logs/feed.ts';
import type { LogRow, LogRows } from '../../../src/fly/logs/rows.ts';
import type { FromLogView, LogStatus, LogSubject, ToLogView } from '../../../src/shared/logs.ts';

type ShownSource = Omit<LogSource, 'connect' | 'clear' | 'dispose'>;

export interface LogOptions {
  readonly subject?: LogSubject;
  readonly status?: LogStatus;
  readonly maxLines?: number;
  /** Shown at the extension's own pace instead of the rows that are given. */
  readonly source?: ShownSource;
}

/** The rows that are kept, the oldest of which go when there are too many. */
class KeptRows implements LogRows {
  first = 0;
  #rows: LogRow[] = [];

  get end(): number {
    return this.first + this.#rows.length;
  }

  at(position: number): LogRow | undefined {
    return this.#rows[position - this.first];
  }

  positionOf(id: number): number {
    const index = this.#rows.findIndex((row) => row.id >= id);
    return index === -1 ? this.end : this.first + index;
  }

  [Symbol.iterator](): Iterator<LogRow> {
    return this.#rows.values();
  }

  add(rows: readonly LogRow[], max: number): void {
    this.#rows = [...this.#rows, ...rows];
    const over = Math.max(0, this.#rows.length - max);
    this.#rows.splice(0, over);
    this.first += over;
  }

  insert(row: LogRow): void {
    this.#rows.splice(this.positionOf(row.id) - this.first, 0, row);
  }

  clear(): void {
    this.first = this.end;
    this.#rows = [];
  }
}

/** The extension's side of a log view: its own feed, over rows that a test gives it instead of a session with flyctl. */
export class LogHost {
  readonly #post: (message: ToLogView) => void;
  #rows = new KeptRows();
  #options: Required<Omit<LogOptions, 'source'>> | undefined;
  #feed: LogFeed | undefined;
  #didAppend = new Emitter<readonly LogRow[]>();
  #didRearrange = new Emitter<void>();
  /** Each look at the clock is a second after the one before, so that nothing is held back. */
  #clock = 0;
  #ready: (FromLogView & { readonly type: 'ready' }) | undefined;

  constructor(post: (message: ToLogView) => void) {
    this.#post = post;
  }

  /** Opens a log; for a view that is there already, another session of it. */
  open({
    subject = { app: 'my-openclaw', title: 'my-openclaw' },
    status = { kind: 'live' },
    maxLines = 20_000,
    source,
  }: LogOptions): void {
    this.close();
    this.#options = { subject, status, maxLines };
    this.#rows = new KeptRows();
    this.#feed = new LogFeed({
      source: source ?? this.#source(),
      origin: 'fly',
      subject,
      maxLines,
      machineName: (id) => id,
      ...(!source && { now: () => (this.#clock += 1_000) }),
      post: (message) =>
        this.#post(
          message.type === 'init' ? { ...message, status: this.#options?.status ?? status } : message,
        ),
    });
    if (this.#ready) this.#feed.start(this.#ready);
  }

  close(): void {
    this.#feed?.dispose();
  }

  append(rows: readonly LogRow[]): void {
    this.#rows.add(rows, this.#options?.maxLines ?? 0);
    this.#didAppend.fire(rows);
  }

  /** A row that is late: it comes between others. */
  insert(row: LogRow): void {
    this.#rows.insert(row);
    this.#didRearrange.fire();
  }

  setStatus(status: LogStatus): void {
    if (this.#options) this.#options = { ...this.#options, status };
    this.#post({ type: 'status', status });
  }

  receive(message: FromLogView): void {
    switch (message.type) {
      case 'ready':
        this.#ready = message;
        return this.#feed?.start(message);
      case 'query':
        return this.#feed?.ask(message);
      case 'watch':
        return this.#feed?.watch(message);
      case 'find':
      case 'locate':
        return this.#feed?.look(message);
      case 'clear':
        this.#rows.clear();
        return this.#didRearrange.fire();
      case 'reveal':
        return this.#reveal(message.id);
      case 'act':
      case 'copy':
      case 'openInEditor':
      case 'openInTerminal':
      case 'origin':
      case 'reconnect':
      case 'save':
      case 'step':
        return;
    }
  }

  #reveal(id: number): void {
    const row = this.#feed?.row(id);
    if (row?.kind === 'line') this.#post({ type: 'revealed', id, text: row.raw ?? row.message });
  }

  #source(): ShownSource {
    this.#didAppend = new Emitter();
    this.#didRearrange = new Emitter();
    return {
      rows: this.#rows,
      state: { kind: 'live' },
      onDidAppend: this.#didAppend.event,
      onDidRearrange: this.#didRearrange.event,
      onDidChangeState: new Emitter<never>().event,
    };
  }
}

/** A host, and the messages between it and a page. */
export class HostOfPage {
  readonly host: LogHost;
  readonly #page: Page;
  #traffic = 0;
  #posting: Promise<unknown> = Promise.resolve();

  private constructor(page: Page) {
    this.#page = page;
    this.host = new LogHost((message) => this.#send(message));
  }

  /** Has to be called before the page loads. */
  static async of(page: Page): Promise<HostOfPage> {
    const made = new HostOfPage(page);
    await page.exposeFunction('tellHost', (message: FromLogView) => {
      made.#traffic++;
      made.host.receive(message);
    });
    return made;
  }

  /** Waits until neither side has anything to say any more. */
  async settled(drawn: () => Promise<void>): Promise<void> {
    let before;
    do {
      before = this.#traffic;
      await drawn();
      await this.#posting;
    } while (this.#traffic !== before);
  }

  #send(message: ToLogView): void {
    this.#traffic++;
    // A page that is being left hears nothing.
    const sent = this.#page.evaluate((value) => window.postMessage(value), message as never).catch(() => {});
    this.#posting = Promise.all([this.#posting, sent]);
  }
}
