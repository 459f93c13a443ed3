/** A line of OpenClaw's own log file. */
export interface LogFileEntry {
  /** Milliseconds since the epoch, by the machine's clock; 0 when the line has no time. */
  readonly timeMs: number;
  /** `DEBUG`, `INFO`, `WARN`, `ERROR` … as it is written; empty when there is none. */
  readonly level: string;
  /** The part of OpenClaw that wrote it, e.g. `gateway/ws`; `openclaw` when it does not say. */
  readonly subsystem: string;
  readonly message: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a line of the log file: the logged values under "0", "1" …, `_meta`, `time` and, in later versions, `message`. A
 * logger of a part of OpenClaw has its name, `{"subsystem":"…"}`, as the name of the logger and as its first value.
 * @returns `undefined` for an empty line. What is no JSON is a message.
 */
export function parseLogLine(line: string): LogFileEntry | undefined {
  if (line.trim() === '') return undefined;
  const entry = parseObject(line);
  if (!entry) return { timeMs: 0, level: '', subsystem: 'openclaw', message: line };
  const meta = object(entry['_meta']);
  const bindings = parseObject(text(meta['name'])) ?? parseObject(text(entry['0'])) ?? {};
  return {
    timeMs: Date.parse(text(entry['time']) || text(meta['date'])) || 0,
    level: text(meta['logLevelName']),
    subsystem: text(bindings['subsystem']) || text(bindings['module']) || 'openclaw',
    message: text(entry['message']) || valuesOf(entry),
  };
}

/** The logged values, without the name of the logger. */
function valuesOf(entry: Json): string {
  const values: unknown[] = [];
  for (let index = 0; `${index}` in entry; index++) values.push(entry[`${index}`]);
  const [first] = values;
  const isName = typeof first === 'string' && parseObject(first) !== undefined;
  return values
    .slice(isName ? 1 : 0)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' ');
}

function parseObject(source: string): Json | undefined {
  if (!source.startsWith('{')) return undefined;
  try {
    return object(JSON.parse(source));
  } catch {
    return undefined;
  }
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
