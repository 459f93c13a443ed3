import { gunzipSync } from 'node:zlib';
import { Failure } from '../core/errors.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { type GatewayHints, locate } from './location.ts';
import { parseRecords, type ScriptRecord, unexpected } from './records.ts';
import { packageFolder, packageFolders } from './version.ts';

/** What a machine answers to the question for its schema. */
export type SchemaReply =
  /** What `openclaw config schema` printed: JSON, some 2.4 MB. */
  | { readonly outcome: 'schema'; readonly text: string; readonly version: string }
  /** Its OpenClaw does not know the command, or there is none, which then has no version. */
  | { readonly outcome: 'unsupported'; readonly version?: string };

/** The first version that knows `openclaw config schema` (its changelog). */
const firstVersion = [2026, 3, 28];

/** A schema that is larger than this when compressed, in bytes of base64, is none; real ones have 140 kB. */
const maxCompressed = 4 * 1024 * 1024;

/**
 * `$1` state directory, `$2` configuration, then folders that may be that of the package. Node.js is there wherever
 * OpenClaw is. It runs as the owner of the state directory, because what root creates there a gateway that runs as
 * another user cannot read any more, and in the environment of the running gateway, because plugins that are installed
 * or enabled there are part of the schema.
 */
const schemaScript = sh`
${packageFolder}
state=$1 config=$2
shift 2
folder=$(package_folder "$@")
if [ -z "$folder" ]; then echo absent; exit; fi
node -e '
  const { readFileSync, statSync } = require("fs");
  const { spawnSync } = require("child_process");
  const [folder, state, config, pid] = process.argv.slice(1);
  const { version, bin } = JSON.parse(readFileSync(folder + "/package.json", "utf8"));
  const entry = folder + "/" + (typeof bin === "string" ? bin : Object.values(bin ?? {})[0] ?? "openclaw.mjs");
  const read = (file) => { try { return readFileSync(file, "utf8"); } catch { return ""; } };
  const pairs = read("/proc/" + pid + "/environ").split("\0").filter(Boolean).map((pair) => pair.split(/=(.*)/s));
  const env = { ...process.env, ...Object.fromEntries(pairs) };
  Object.assign(env, { NO_COLOR: "1", OPENCLAW_STATE_DIR: state, OPENCLAW_CONFIG_PATH: config });
  let owner = {};
  try {
    const { uid, gid } = statSync(state);
    if (process.getuid() === 0 && uid !== 0) {
      const entries = read("/etc/passwd").split("\n").map((line) => line.split(":"));
      owner = { uid, gid };
      env.HOME = entries.find((entry) => entry[2] === String(uid))?.[5] ?? state;
    }
  } catch {}
  const options = { ...owner, env, cwd: folder, maxBuffer: 64 << 20, timeout: 50_000 };
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [entry, "config", "schema"], options);
  const field = (value) => Buffer.from(value ?? "").toString("base64");
  const words = error ? error.message : String(stderr).slice(-500);
  const record = status === 0
    ? ["schema", field(version), field(require("zlib").gzipSync(stdout))]
    : ["failed", field(version), field(words)];
  console.log(record.join("\t"));
' "$folder" "$state" "$config" "$(gateways | head -n 1)"
`;

/**
 * Asks the OpenClaw of a machine for the JSON Schema of its configuration.
 * @throws Failure of the shell; `failed` with OpenClaw's words when it knows the command but could not answer;
 * `badOutput` when what it printed is not JSON.
 */
export async function fetchSchema(
  shell: RemoteShell,
  hints: GatewayHints,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<SchemaReply> {
  const { stateDir, configPath } = await locate(shell, hints, options);
  const { stdout } = await shell.run(schemaScript, {
    args: [stateDir, configPath, ...packageFolders(hints.command)],
    effect: 'read',
    deadlineMs: 60_000,
    maxOutputBytes: maxCompressed,
    signal: options.signal,
  });
  const [record] = parseRecords(stdout);
  if (record?.kind === 'absent') return { outcome: 'unsupported' };
  if (record?.kind === 'schema') return parseSchema(record);
  if (record?.kind !== 'failed') throw unexpected(stdout);
  const version = record.decoded(0);
  const words = record.decoded(1).trim();
  if (isOlder(version) || /unknown command|too many arguments/i.test(words)) {
    return { outcome: 'unsupported', version };
  }
  throw new Failure('failed', { detail: words });
}

function parseSchema(record: ScriptRecord): SchemaReply {
  try {
    const text = gunzipSync(Buffer.from(record.text(1), 'base64')).toString();
    JSON.parse(text);
    return { outcome: 'schema', text, version: record.decoded(0) };
  } catch (error) {
    throw new Failure('badOutput', { detail: 'openclaw config schema', cause: error });
  }
}

function isOlder(version: string): boolean {
  const parts = version.split(/\D/, 3).map(Number);
  const different = firstVersion.findIndex((part, index) => part !== parts[index]);
  return different >= 0 && (parts[different] ?? 0) < (firstVersion[different] ?? 0);
}
