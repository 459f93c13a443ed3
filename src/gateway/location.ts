import * as l10n from '@vscode/l10n';
import { posix } from 'node:path';
import { Failure } from '../core/errors.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { parseRecords, type ScriptRecord, unexpected } from './records.ts';
import { encode, gateways } from './script-parts.ts';

/** What the configuration of the machine tells about its gateway. */
export interface GatewayHints {
  readonly env: Readonly<Record<string, string>>;
  /** The words of the command that the machine runs; empty when the image decides. */
  readonly command: readonly string[];
  readonly internalPorts: readonly number[];
}

/** Where a gateway keeps things on its machine. All paths are absolute. */
export interface GatewayLocation {
  readonly stateDir: string;
  readonly configPath: string;
  /** Folders for temporary files, in which versions before 2026.8.1 keep their lock. */
  readonly tempDirs: readonly string[];
  /** Ports that the gateway may listen on, the likeliest first. */
  readonly ports: readonly number[];
}

const defaultPort = 18_789;
const variables = [
  'OPENCLAW_CONFIG_PATH',
  'OPENCLAW_STATE_DIR',
  'OPENCLAW_HOME',
  'HOME',
  'TMPDIR',
  'OPENCLAW_GATEWAY_PORT',
];

/**
 * `locate SETTING…`: the record that `parseLocation` reads. The arguments are the variables above as the machine's
 * configuration has them. What it leaves out, secrets and the image may set: the environment of the running gateway knows,
 * or that of this session. Without any state directory it is the one in a home: OpenClaw prefers `.openclaw` to the names
 * of its past, and the first configuration file that exists.
 *
 * It sets `config`, `state`, `home` and `temp`, which may be relative or empty, `told`, the ports that the environment and
 * the locks tell, and `gateway`, a gateway that runs.
 */
export const locateGateway = sh`
${encode}
${gateways}
say() { printf '%s\n' "$1"; }
setting() {
  if [ -n "$2" ]; then say "$2"
  elif [ -n "$gateway" ]; then tr '\0' '\n' < "/proc/$gateway/environ" | sed -n "s/^$1=//p" | head -n 1
  else printenv "$1"
  fi
}
first() { for path; do [ -e "$path" ] && break; path=; done; say "$path"; }
in_home() { first "$1/.openclaw" "$1/.clawdbot" "$1/.moltbot"; }
in_homes() { cut -d : -f 6 /etc/passwd | sort -u | while read -r dir; do in_home "$dir"; done | grep . | head -n 1; }
expand() { case $1 in '~'|'~/'*) say "$home\${1#?}";; *) say "$1";; esac | sed 's#//*#/#g;s#\(.\)/$#\1#'; }

locate() {
  gateway=$(gateways | head -n 1)
  config=$(setting OPENCLAW_CONFIG_PATH "$1")
  state=$(setting OPENCLAW_STATE_DIR "$2")
  user_home=$(setting HOME "$4")
  home=$(setting OPENCLAW_HOME "$3")
  case $home in '') home=$user_home;; '~'*) home=$user_home\${home#?};; esac
  if [ -z "$state" ]; then
    if [ -n "$gateway$3$4" ]; then state=$(in_home "$home"); else state=$(in_homes); fi
  fi
  if [ -z "$state" ]; then state=$home/.openclaw; fi
  state=$(expand "$state")
  if [ -z "$config" ]; then
    config=$(first "$state/openclaw.json" "$state/clawdbot.json" "$state/moltbot.json" "$state/moldbot.json")
    if [ -z "$config" ]; then config=$state/openclaw.json; fi
  fi
  config=$(expand "$config")
  temp=$(setting TMPDIR "$5")
  told=$(cat "$state"/tmp/openclaw-*/gateway*.lock "\${temp:-/tmp}"/openclaw-*/gateway*.lock 2>/dev/null |
    sed -n 's/.*"port": *\([0-9]*\).*/\1/p')
  told=$(say "$(setting OPENCLAW_GATEWAY_PORT "$6") $told" | tr -cs '0-9\n' ' ')
  printf 'location\t%s\t%s\t%s\t' "$(text "$state")" "$(text "$config")" "$(text "$temp")"
  text "$told"
  echo
}
`;

const locateScript = sh`
${locateGateway}
locate "$@"
`;

/** The arguments of `locate`. */
export function locateArguments({ env }: Pick<GatewayHints, 'env'>): string[] {
  return variables.map((name) => env[name]?.trim() ?? '');
}

/**
 * Finds out where the gateway of a machine keeps its state and its configuration, and where it listens. The order of
 * precedence is OpenClaw's own, with the machine's configuration before the running process.
 * @throws Failure of the shell; `failed` when the gateway is set to a path that is not absolute.
 */
export async function locate(
  shell: RemoteShell,
  hints: GatewayHints,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<GatewayLocation> {
  const result = await shell.run(locateScript, {
    args: locateArguments(hints),
    effect: 'read',
    deadlineMs: 20_000,
    signal: options.signal,
  });
  return parseLocation(parseRecords(result.stdout), hints);
}

/**
 * Reads the record of `locate`; others are passed over.
 * @throws Failure `badOutput` without that record; `failed` when a path in it is not absolute.
 */
export function parseLocation(records: readonly ScriptRecord[], hints: GatewayHints): GatewayLocation {
  const record = records.find(({ kind }) => kind === 'location');
  if (!record) throw unexpected(records.map(({ kind }) => kind).join(' '));
  return {
    stateDir: absolute(record.decoded(0)),
    configPath: absolute(record.decoded(1)),
    tempDirs: [...new Set(['/tmp', record.decoded(2)])].filter((dir) => dir.startsWith('/')),
    ports: candidatePorts(hints, record.decoded(3).split(/\s+/)),
  };
}

/**
 * The ports that a gateway may listen on: an argument beats the environment, which beats what the machine tells, the
 * ports of the services and the default.
 * @param told Ports that the running gateway has in its environment or in its lock.
 */
export function candidatePorts(hints: GatewayHints, told: readonly string[] = []): number[] {
  const words = hints.command.join(' ');
  const argument = /(?:^|\s)--port[= ](\d+)/.exec(words)?.[1];
  const found = [argument, hints.env['OPENCLAW_GATEWAY_PORT'], ...told].map(Number);
  const ports = [...found, ...hints.internalPorts, defaultPort];
  return [...new Set(ports)].filter((port) => Number.isInteger(port) && port > 0 && port < 65_536);
}

function absolute(path: string): string {
  if (!posix.isAbsolute(path) || /[\0\n]/.test(path)) {
    throw new Failure('failed', {
      detail: l10n.t('The gateway is set to keep its files in “{0}”. An absolute path is needed.', path),
    });
  }
  return posix.normalize(path).replace(/(?<=.)\/$/, '');
}
