import type { Redactor } from '../../core/redact.ts';
import { sh } from '../../remote/sh.ts';
import type { ScriptRecord } from '../records.ts';
import { encode, gateways } from '../script-parts.ts';
import type { GatewayProcess } from './inspection.ts';

/**
 * `describe_processes`: the records that `parseProcesses` reads: `running` for each gateway, with the sockets of it and its
 * children, `listening` for each socket of the machine that listens, and `main` for the main process.
 *
 * A machine of Fly.io has an init of the platform, whose first child is the command of the machine, apart from the
 * platform's own server for sessions.
 */
export const describeProcesses = sh`
${encode}
${gateways}
status() { sed -n "s/^$2:[[:space:]]*//p" "/proc/$1/status" 2>/dev/null; }
user() { status "$1" Uid | cut -f 2; }
children() { grep -lsE "^PPid:[[:space:]]*$1$" /proc/[0-9]*/status | sed 's#/status$##;s#.*/##' | sort -n; }
sockets() {
  for pid; do ls -l "/proc/$pid/fd"; done 2>/dev/null | sed -n 's/.* socket:\[\([0-9]*\)\]$/\1/p' | tr '\n' ' '
}
running() {
  printf 'running\t%s\t%s\t%s\t' "$1" "$(status "$1" PPid)" "$(user "$1")"
  printf '%s\t%s\n' "$(encode < "/proc/$1/cmdline")" "$(sockets "$1" $(children "$1"))"
}
main() {
  grep -qs fly/init /proc/1/cmdline || return
  for pid in $(children 1); do
    if ! grep -q hallpass "/proc/$pid/cmdline"; then user "$pid" | sed 's/^/main\t/'; return; fi
  done
}
describe_processes() {
  for pid in $(gateways); do running "$pid"; done
  cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
    sed -n 's/^ *[0-9]*: \([0-9A-F]*:[0-9A-F]*\) [^ ]* 0A [^ ]* [^ ]* [^ ]*  *[0-9]*  *[0-9]* \([0-9]*\) .*/listening\t\2\t\1/p'
  main
}
`;

/** Reads the records of `describe_processes`; others are passed over. */
export function parseProcesses(
  records: readonly ScriptRecord[],
  redactor: Redactor,
): { readonly gateways: readonly GatewayProcess[]; readonly mainUid?: number } {
  const running = records.filter(({ kind }) => kind === 'running');
  // An init such as tini, or a launcher, is given the words of the gateway that it starts.
  const launchers = new Set(running.map((record) => record.text(1)));
  const main = records.find(({ kind }) => kind === 'main');
  const gateways = running
    .filter((record) => !launchers.has(record.text(0)))
    .map((record) => parseProcess(record, listeners(records), redactor));
  const mainUid = gateways[0]?.uid ?? main?.integer(0);
  return { gateways, ...(mainUid !== undefined && { mainUid }) };
}

function parseProcess(
  record: ScriptRecord,
  listening: ReadonlyMap<string, string>,
  redactor: Redactor,
): GatewayProcess {
  const words = record.decoded(3).split('\0');
  const sockets = record.text(4).trim().split(' ');
  return {
    pid: record.integer(0),
    uid: record.integer(2),
    command: maskWords(
      words.filter((word) => word.trim() !== ''),
      redactor,
    ),
    listens: [...new Set(sockets.flatMap((socket) => listening.get(socket) ?? []))],
  };
}

/** The addresses of all sockets that listen, by inode. */
function listeners(records: readonly ScriptRecord[]): ReadonlyMap<string, string> {
  const found = records.filter(({ kind }) => kind === 'listening');
  return new Map(found.map((record) => [record.text(0), readAddress(record.text(1))]));
}

const secretOption = /^--?[\w-]*(?:token|secret|password|passphrase|key)$/i;

/** The words of a command without secrets: neither in a word nor in the one after an option that takes a secret. */
export function maskWords(words: readonly string[], redactor: Redactor): string[] {
  return words.map((word, index) => {
    if (secretOption.test(words[index - 1] ?? '') && !word.startsWith('--')) return '***';
    return redactor.redact(word);
  });
}

/**
 * An address as `/proc/net/tcp` and `/proc/net/tcp6` have it, e.g. `0100007F:0BB8`: words of 32 bits in the byte order of
 * the machine, which is little-endian on every machine that OpenClaw runs on, and the port.
 */
export function readAddress(entry: string): string {
  const [hex = '', port = ''] = entry.split(':');
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  return `${bytes.length === 4 ? ipv4(bytes) : ipv6(bytes)}:${Number.parseInt(port, 16)}`;
}

function ipv4(bytes: readonly string[]): string {
  return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
}

/** With the longest run of zeros left out, as addresses are written, in brackets. */
function ipv6(bytes: readonly string[]): string {
  const groups = bytes.flatMap((byte, index) =>
    index % 2 === 0 ? [`${byte}${bytes[index + 1] ?? ''}`] : [],
  );
  return new URL(`http://[${groups.join(':')}]`).hostname;
}
