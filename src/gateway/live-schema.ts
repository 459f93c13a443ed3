import { gunzipSync } from 'node:zlib';
import { Failure } from '../core/errors.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { type GatewayHints, locate } from './location.ts';
import { openclawCli } from './openclaw-cli.ts';
import { parseRecords, type ScriptRecord, unexpected } from './records.ts';
import { packageFolders } from './version.ts';

/** What a machine answers to the question for its schema. */
export type SchemaReply =
  /** What `openclaw config schema` printed: JSON, some 2.4 MB. */
  | { readonly outcome: 'schema'; readonly text: string; readonly version: string }
  /** Its OpenClaw does not know the command, or there is none, which then has no version. */
  | { readonly outcome: 'unsupported'; readonly version?: string };

/** The first version that knows `openclaw config schema` (its changelog). */
const firstVersion = '2026.3.28';

/** A schema that is larger than this when compressed, in bytes of base64, is none; real ones have 140 kB. */
const maxCompressed = 4 * 1024 * 1024;

/** `$1` state directory, `$2` configuration, `$3` the first version, then folders that may be that of the package. */
const schemaScript = sh`
${openclawCli(`(run) => run.status === 0
  ? ["schema", field(version), field(require("zlib").gzipSync(run.stdout))]
  : ["failed", field(version), field(run.told)]`)}
state=$1 config=$2 since=$3
shift 3
openclaw_cli "$(package_folder "$@")" "$since" 50 "$state" "$config" config schema
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
    args: [stateDir, configPath, firstVersion, ...packageFolders(hints.command)],
    effect: 'read',
    deadlineMs: 60_000,
    maxOutputBytes: maxCompressed,
    signal: options.signal,
  });
  const [record] = parseRecords(stdout);
  if (record?.kind === 'absent') return { outcome: 'unsupported' };
  if (record?.kind === 'schema') return parseSchema(record);
  if (record?.kind !== 'older' && record?.kind !== 'failed') throw unexpected(stdout);
  const version = record.decoded(0);
  if (record.kind === 'older') return { outcome: 'unsupported', version };
  const words = record.decoded(1).trim();
  if (/unknown command|too many arguments/i.test(words)) return { outcome: 'unsupported', version };
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
