import { Redactor } from '../core/redact.ts';
import { sh } from '../remote/sh.ts';
import type { ScriptRecord } from './records.ts';

/**
 * What a line of the gateway's log tells about its configuration. Words of 2026.1.29 to 2026.9.6, from their
 * `gateway/config-reload.ts` and the observed start of each.
 */
const patterns = {
  /** It has seen a change. In 2026.9.6 nothing follows when it has nothing to do. */
  detected: /^config change detected; evaluating reload/,
  applied: /^config (hot reload|change) applied/,
  /** It does not take the change and goes on with what it had. */
  rejected:
    /^(config (reload skipped \((?:invalid config|config file not found)|(reload|restart) failed:)|gateway restart recovery .*(rejected|skipped)$)/,
  /** It will restart by itself, at once or when its work is done. */
  restarting: /^config change requires gateway restart \(/,
  /** Somebody has to restart it. */
  ignored:
    /^config (reload disabled|reload requires gateway restart; hot mode ignoring|hot-reload disabled: watcher failed)/,
  starting: /^(loading configuration|starting\.\.\.|restart mode:)/,
  ready: /^((gateway )?ready$|listening on wss?:)/,
  startFailed:
    /^(Gateway (failed to start|start blocked)|Config invalid|Invalid config at|Missing config\.|Refusing to bind)/,
  /** It has put an older file in the place of the one that it did not trust. */
  restored: /^Config auto-restored/,
} as const;

export type LogEventKind = keyof typeof patterns;

export interface LogEvent {
  readonly kind: LogEventKind;
  /** Milliseconds since the epoch, by the machine's clock. */
  readonly timeMs: number;
  /** The gateway's words, without secrets. */
  readonly words: string;
}

/** Start failures that stay as long as the configuration does; others, such as a lease, pass. */
const byConfig =
  /Invalid config|Config invalid|config is invalid|Missing config|missing gateway\.mode|Refusing to bind|required secrets are unavailable|MissingEnvVar/i;

/**
 * `gateway_log SINCE PATTERN PLACE…`: a record for each log file, then one for each line since then (milliseconds) that begins as the pattern says,
 * in a log file or in the folders of logs below a folder for temporary files. Only the end of a file is read and only the
 * last lines are printed: 2026.1.29 writes 19,000 lines in 4 s when it does not like its configuration.
 */
export const gatewayLog = sh`
gateway_log() { node -e '
  const fs = require("fs");
  const { join } = require("path");
  const [since, pattern, ...places] = process.argv.slice(1);
  const wanted = new RegExp(pattern);
  const attempt = (action, otherwise) => { try { return action(); } catch { return otherwise; } };
  const below = (folder, name) => attempt(() => fs.readdirSync(folder), []).filter((file) => name.test(file)).map((file) => join(folder, file));
  const files = places.flatMap((place) => attempt(() => fs.statSync(place).isFile(), false) ? [place]
    : below(place, /^(openclaw|clawdbot|moltbot)(-\d+)?$/).flatMap((folder) => below(folder, /^(openclaw|clawdbot|moltbot)-.*\.log$/)));
  const tail = (file) => {
    const { size, mtimeMs } = fs.statSync(file);
    if (mtimeMs < Number(since)) return "";
    const bytes = Buffer.alloc(Math.min(size, 4 << 20));
    const handle = fs.openSync(file, "r");
    fs.readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString();
  };
  const entry = (line) => attempt(() => {
    const { time, _meta, ...parts } = JSON.parse(line);
    const own = [0, 1, 2].map((index) => parts[index]).filter((part) => typeof part === "string" && !part.startsWith("{\""));
    return { ms: Date.parse(time ?? _meta.date), text: own.join(" ") };
  }, { ms: 0, text: "" });
  for (const file of files) console.log("logfile\t" + Buffer.from(file).toString("base64"));
  const lines = [...new Set(files)].flatMap((file) => attempt(() => tail(file), "").split("\n"));
  const found = lines.map(entry).filter(({ ms, text }) => ms >= Number(since) && wanted.test(text));
  for (const { ms, text } of found.sort((one, other) => one.ms - other.ms).slice(-60)) {
    console.log("log\t" + ms + "\t" + Buffer.from(text.slice(0, 700)).toString("base64"));
  }
' "$@"; }
`;

/** The argument PATTERN of `gateway_log`. */
export const logPattern = Object.values(patterns)
  .map(({ source }) => source)
  .join('|');

/** Reads the records of `gateway_log`, the oldest first; others are passed over. */
export function parseLog(records: readonly ScriptRecord[], redactor = new Redactor()): readonly LogEvent[] {
  return records
    .filter(({ kind }) => kind === 'log')
    .flatMap((record) => {
      const text = record.decoded(1);
      const kind = kinds.find((candidate) => patterns[candidate].test(text));
      return kind ? [{ kind, timeMs: record.integer(0), words: redactor.redact(text).trim() }] : [];
    });
}

const kinds: readonly LogEventKind[] = [
  ...(['detected', 'applied', 'rejected', 'restarting', 'ignored'] as const),
  ...(['starting', 'ready', 'startFailed', 'restored'] as const),
];

/** Why the gateway did not start, unless it did after that. */
export function startFailure(events: readonly LogEvent[]): string | undefined {
  const last = events.findLast(({ kind }) => kind === 'startFailed' || kind === 'ready');
  return last?.kind === 'startFailed' ? last.words : undefined;
}

/** Whether a gateway that failed to start with these words will fail until its configuration changes. */
export function isByConfig(words: string): boolean {
  return byConfig.test(words);
}
