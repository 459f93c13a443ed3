import * as l10n from '@vscode/l10n';
import { Failure } from '../core/errors.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { parseRecords, type ScriptRecord, unexpected } from './records.ts';
import { encode } from './script-parts.ts';

/** The most entries of a folder that are listed. */
export const maxEntries = 1_000;

/** A link to a folder counts as a folder; `link` is one to a file, or to nothing. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** Something in a folder of a machine. */
export interface FolderEntry {
  /** A name that is not UTF-8 has U+FFFD in it and names nothing: its kind is `other`. */
  readonly name: string;
  readonly kind: EntryKind;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since the epoch, in whole seconds. */
  readonly mtimeMs: number;
}

export interface FolderListing {
  /** In the order of the machine's shell; names that begin with a dot come last. */
  readonly entries: readonly FolderEntry[];
  /** There are more than `maxEntries`. */
  readonly truncated: boolean;
}

/**
 * Slashes end the names in the output of `stat`: nothing else cannot be part of a name, line breaks included. The slash
 * that a link to a folder is given makes `stat` tell about the folder. Names are looked at in batches: a process for each
 * would take seconds, and so would a shell that adds the thousandth word to a list.
 */
const listScript = sh`
${encode}
if [ ! -d "$1" ]; then
  if [ -e "$1" ] || [ -L "$1" ]; then echo special; else echo missing; fi
  exit
fi
if [ ! -r "$1" ] || ! cd "$1" 2>/dev/null; then echo denied; exit; fi
limit=$2
look() { if [ $# -gt 0 ]; then stat -c '%f %s %Y %n/' -- "$@" 2>/dev/null; fi; }
list() {
  count=0
  for name in * .[!.]* ..?*; do
    if [ -L "$name" ]; then
      if [ -d "$name" ]; then name=$name/; fi
    elif [ ! -e "$name" ]; then continue
    fi
    if [ "$count" -eq "$limit" ]; then look "$@"; echo more; return; fi
    count=$((count + 1))
    set -- "$@" "$name"
    if [ $# -eq 50 ]; then look "$@"; set --; fi
  done
  look "$@"
}
printf 'folder\t%s\n' "$(list | encode)"
`;

/**
 * Lists a folder of a machine. What vanishes meanwhile is left out.
 * @param path Absolute.
 * @throws Failure of the shell; `failed` when there is no such folder, the path is not a folder or may not be read.
 */
export async function listFolder(
  shell: RemoteShell,
  path: string,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<FolderListing> {
  const result = await shell.run(listScript, {
    args: [path, String(maxEntries)],
    effect: 'read',
    deadlineMs: 20_000,
    // Base64 of names of 255 bytes and what is told of them.
    maxOutputBytes: 1.4 * maxEntries * 300,
    signal: options.signal,
  });
  const [record] = parseRecords(result.stdout);
  if (record?.kind !== 'folder') throw refusal(record, result.stdout, path);
  // In Latin-1 every byte is one character.
  const output = Buffer.from(record.text(0), 'base64').toString('latin1');
  return { entries: parseEntries(output), truncated: output.endsWith('/\nmore\n') };
}

function refusal(record: ScriptRecord | undefined, output: string, path: string): Failure {
  const detail = sentenceFor(record?.kind, path);
  return detail === undefined ? unexpected(output) : new Failure('failed', { detail });
}

function sentenceFor(kind: string | undefined, path: string): string | undefined {
  if (kind === 'missing') return l10n.t('There is no folder “{0}” on the machine.', path);
  if (kind === 'special') return l10n.t('“{0}” on the machine is not a folder.', path);
  if (kind === 'denied') return l10n.t('The folder “{0}” on the machine may not be read.', path);
  return undefined;
}

function parseEntries(output: string): FolderEntry[] {
  const found = output.matchAll(/([0-9a-f]+) (\d+) (\d+) ([^/]+)\/+\n/g);
  return [...found].map(([, mode = '', size, seconds, name = '']) => {
    const decoded = Buffer.from(name, 'latin1').toString();
    return {
      name: decoded,
      kind: decoded.includes('\uFFFD') ? 'other' : kindOf(Number.parseInt(mode, 16)),
      size: Number(size),
      mtimeMs: Number(seconds) * 1000,
    };
  });
}

/** @param mode `st_mode` as Linux has it. */
function kindOf(mode: number): EntryKind {
  switch (mode & 0o170000) {
    case 0o100000:
      return 'file';
    case 0o040000:
      return 'folder';
    case 0o120000:
      return 'link';
    default:
      return 'other';
  }
}
