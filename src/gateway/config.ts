import * as l10n from '@vscode/l10n';
import { createHash } from 'node:crypto';
import { Failure } from '../core/errors.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import type { GatewayLocation } from './location.ts';
import { parseRecords, type ScriptRecord, unexpected } from './records.ts';
import { encode, sha256 } from './script-parts.ts';

/** The largest configuration that is read or pushed, in bytes. Real ones have a few KiB. */
export const maxConfigBytes = 1024 * 1024;

/** What is known of the configuration file without its content. */
export type ConfigStat = MissingConfig | ConfigFacts;

interface MissingConfig {
  readonly exists: false;
  readonly path: string;
}

export interface ConfigFacts {
  readonly exists: true;
  /** Where the file really is: a symbolic link is followed. */
  readonly path: string;
  /** Of the content, in lower-case hex. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since the epoch, in whole seconds. */
  readonly mtimeMs: number;
  /** Permission bits, e.g. `0o600`. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

export type ConfigFile = MissingConfig | (ConfigFacts & { readonly bytes: Uint8Array });

interface Options {
  readonly signal?: AbortSignal | undefined;
}

/** `describe FILE`: the record that `parseStat` reads. */
export const describe = sh`
${encode}
${sha256}
describe() {
  if [ -f "$1" ]; then
    printf 'file\t%s\t' "$(text "$(readlink -f "$1")")"
    printf '%s\t' "$(sha256 "$1")" $(stat -Lc '%s %Y %a %u %g' "$1")
    echo
  elif [ -e "$1" ]; then printf 'special\n'
  else printf 'missing\t%s\n' "$(text "$1")"
  fi
}
`;

const statScript = sh`
${describe}
describe "$1"
`;

const readScript = sh`
${describe}
describe "$1"
if [ -f "$1" ]; then printf 'bytes\t%s\n' "$(head -c "$2" "$1" | encode)"; fi
`;

/**
 * Looks at the configuration file without fetching it: cheap enough to be asked repeatedly.
 * @throws Failure of the shell; `failed` when the path is not a file or may not be read.
 */
export async function statConfig(
  shell: RemoteShell,
  location: Pick<GatewayLocation, 'configPath'>,
  options: Options = {},
): Promise<ConfigStat> {
  const result = await shell.run(statScript, {
    args: [location.configPath],
    effect: 'read',
    deadlineMs: 20_000,
    signal: options.signal,
  });
  return parseStat(parseRecords(result.stdout)[0], result.stdout, location.configPath);
}

/**
 * Fetches the configuration file. Hash and size are those of the bytes returned, also when another writer replaces the
 * file at the same moment.
 * @throws Failure of the shell; `failed` when the path is not a file, may not be read or is larger than 1 MiB.
 */
export async function readConfig(
  shell: RemoteShell,
  location: Pick<GatewayLocation, 'configPath'>,
  options: Options = {},
): Promise<ConfigFile> {
  const result = await shell.run(readScript, {
    args: [location.configPath, String(maxConfigBytes + 1)],
    effect: 'read',
    deadlineMs: 20_000,
    maxOutputBytes: 1.5 * maxConfigBytes,
    signal: options.signal,
  });
  const [first, content] = parseRecords(result.stdout);
  const stat = parseStat(first, result.stdout, location.configPath);
  if (!stat.exists) return stat;
  if (content?.kind !== 'bytes') throw unexpected(result.stdout);
  const bytes = Buffer.from(content.text(0), 'base64');
  if (bytes.length > maxConfigBytes) throw tooLarge(stat.path);
  return { ...stat, bytes, size: bytes.length, sha256: hashOf(bytes) };
}

/** The hash of a configuration as the functions here tell and expect it: SHA-256 in lower-case hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads the record of `describe`. */
export function parseStat(record: ScriptRecord | undefined, output: string, path: string): ConfigStat {
  if (record?.kind === 'missing') return { exists: false, path: record.decoded(0) };
  if (record?.kind === 'file') return parseFacts(record);
  if (record?.kind !== 'special') throw unexpected(output);
  throw new Failure('failed', { detail: l10n.t('“{0}” on the machine is not a file.', path) });
}

function parseFacts(record: ScriptRecord): ConfigFacts {
  const path = record.decoded(0);
  if (record.text(1) === '') {
    throw new Failure('failed', { detail: l10n.t('“{0}” on the machine may not be read.', path) });
  }
  return {
    exists: true,
    path,
    sha256: record.text(1),
    size: record.integer(2),
    mtimeMs: record.integer(3) * 1000,
    mode: record.integer(4, 8) & 0o777,
    uid: record.integer(5),
    gid: record.integer(6),
  };
}

function tooLarge(path: string): Failure {
  return new Failure('failed', {
    detail: l10n.t(
      '“{0}” on the machine is larger than 1 MiB, which is more than any configuration needs.',
      path,
    ),
  });
}
