import { setImmediate } from 'node:timers/promises';
import { LogIndex } from '../../../src/features/logs/log-index.ts';
import { LogSession } from '../../../src/fly/logs/session.ts';
import { Redactor } from '../../../src/core/redact.ts';
import { everything } from '../../../src/shared/logs.ts';
import { calm } from '../calm.ts';
import { rounded, type Figures } from '../figures.ts';
import { chunksOf, floodText } from './flood.ts';
import { heapUsed } from './memory.ts';

type LogFigures = Pick<Figures, 'log_over_raw' | 'log_soak_growth_mb'>;

/** How many lines are read; 10,000,000 take some minutes. */
const lines = Number(process.env['OPENCLAW_BENCH_LOG_LINES'] ?? 1_000_000);
const blockLines = 50_000;
/** The ring is full, and everything is compiled, after so many. */
const warmLines = 200_000;
const maxLines = 20_000;

/**
 * Lets a session and the index of its view read a flood, as the extension does with what flyctl prints, beside
 * `JSON.parse` of the same objects, each already cut out.
 */
export async function measureLogs(): Promise<LogFigures> {
  await calm();
  const flood = new Flood();
  const redactor = new Redactor();
  const session = new LogSession({
    target: { app: 'bench' },
    flyctl: {
      run: () => Promise.reject(new Error('Nobody asks while lines come.')),
      stream: () => Promise.resolve({ stdout: flood.chunks(), ended: flood.ended }),
    },
    redact: (text) => redactor.redact(text),
    maxLines,
  });
  const index = new LogIndex(everything);
  session.onDidAppend((rows) => {
    index.append(rows);
    index.dropBefore(session.rows.at(session.rows.first)?.id ?? 0);
  });
  session.connect();
  await flood.ended;
  session.dispose();
  const newest = session.rows.at(session.rows.end - 1)?.id ?? 0;
  if (newest < lines * 0.9) throw new Error(`Only ${newest} of ${lines} lines have come.`);
  return {
    log_over_raw: rounded(flood.readCpu / flood.rawCpu),
    log_soak_growth_mb: rounded(flood.growthBytes / 1_000_000),
  };
}

/** Many lines, and what it took to read them. */
class Flood {
  #end: () => void = () => undefined;
  /** Resolves when all was read. */
  readonly ended = new Promise<void>((resolve) => (this.#end = resolve));
  /** Times of the thread, in microseconds, which others that keep the machine busy do not change. */
  readCpu = 0;
  rawCpu = 0;
  growthBytes = 0;

  async *chunks(): AsyncGenerator<Uint8Array> {
    let heapWhenWarm = 0;
    for (let from = 0; from < lines; from += blockLines) {
      if (from === warmLines) heapWhenWarm = heapUsed();
      yield* this.#block(from);
    }
    this.growthBytes = heapUsed() - heapWhenWarm;
    this.#end();
  }

  /** A method of its own, of which nothing is left in the memory when it has ended. */
  async *#block(from: number): AsyncGenerator<Uint8Array> {
    const text = floodText(from, from + blockLines);
    this.rawCpu += cpuToParse(text);
    const chunks = chunksOf(text);
    const cpu = process.threadCpuUsage();
    for (const chunk of chunks) {
      yield chunk;
      // The event loop turns between two reads of a pipe.
      await setImmediate();
    }
    this.readCpu += microsecondsSince(cpu);
  }
}

function cpuToParse(text: string): number {
  const objects = text.split(/(?<=\n\}\n)/);
  const started = process.threadCpuUsage();
  for (const object of objects) JSON.parse(object);
  return microsecondsSince(started);
}

function microsecondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(started);
  return user + system;
}
