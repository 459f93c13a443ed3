import * as l10n from '@vscode/l10n';
import { Failure } from '../core/errors.ts';
import { sh } from '../remote/sh.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { type GatewayHints, locate } from './location.ts';
import { openclawCli } from './openclaw-cli.ts';
import { parseRecords, unexpected } from './records.ts';
import { complaintOf, type DeviceRequest, isPlain, parseRequests } from './device-requests.ts';
import { packageFolders } from './version.ts';

/** A person who was given a code by the gateway's bot on a channel. */
export interface SenderCode {
  /** E.g. `telegram`. */
  readonly channel: string;
  /** Eight capitals and digits. */
  readonly code: string;
}

interface Options {
  readonly signal?: AbortSignal | undefined;
}

/** The oldest version whose commands are known. */
const firstVersion = '2026.1.29';

/**
 * `$1` state directory, `$2` configuration, `$3` the first version, `$4` the gateway's port, `$5` the words of the command,
 * then folders that may be that of the package. Without the port OpenClaw's commands ask the default one.
 */
const script = sh`
${openclawCli(`(run) => ["answer", String(run.status), String(run.late), field(run.stdout), field(run.told)]`)}
state=$1 config=$2 since=$3 port=$4 words=$5
shift 5
openclaw_cli "$(package_folder "$@")" "$since" 50 "$state" "$config" "OPENCLAW_GATEWAY_PORT=$port" $words
`;

/** Asks a gateway for the devices that wait for approval, the newest first. @throws Failure */
export async function listDeviceRequests(
  shell: RemoteShell,
  hints: GatewayHints,
  options: Options = {},
): Promise<readonly DeviceRequest[]> {
  const printed = await run(shell, hints, ['devices', 'list', '--json'], 'read', options);
  return parseRequests(printed).sort((a, b) => (b.requestedAt ?? 0) - (a.requestedAt ?? 0));
}

/** Lets the device in with what it asks for. @throws Failure, also when it does not ask any more. */
export async function approveDevice(
  shell: RemoteShell,
  hints: GatewayHints,
  { id }: Pick<DeviceRequest, 'id'>,
  options: Options = {},
): Promise<void> {
  await run(shell, hints, ['devices', 'approve', id, '--json'], 'write', options);
}

/** Lets the person write to the gateway's bot; the first one becomes its owner. @throws Failure */
export async function approveSender(
  shell: RemoteShell,
  hints: GatewayHints,
  { channel, code }: SenderCode,
  options: Options = {},
): Promise<void> {
  await run(shell, hints, ['pairing', 'approve', channel, code], 'write', options);
}

/** Reads a channel and a code, also out of the whole command that the bot tells: `openclaw pairing approve telegram ABCD2345`. */
export function parseSenderCode(text: string): SenderCode | undefined {
  const [, channel, code] =
    /^(?:openclaw pairing approve )?([a-z][a-z0-9_-]{0,63}) ([A-Z0-9]{8})$/.exec(text.trim()) ?? [];
  return channel === undefined || code === undefined ? undefined : { channel, code };
}

/** Runs a command of the machine's own OpenClaw. The words must have nothing that is special to a shell. */
async function run(
  shell: RemoteShell,
  hints: GatewayHints,
  words: readonly string[],
  effect: 'read' | 'write',
  options: Options,
): Promise<string> {
  const strange = words.find((word) => word !== '--json' && !isPlain(word));
  if (strange !== undefined) throw new RangeError(`“${strange}” is no plain word.`);
  const { stateDir, configPath, ports } = await locate(shell, hints, options);
  const { stdout } = await shell.run(script, {
    args: [
      stateDir,
      configPath,
      firstVersion,
      String(ports[0]),
      words.join(' '),
      ...packageFolders(hints.command),
    ],
    effect,
    deadlineMs: 60_000,
    maxOutputBytes: 1024 * 1024,
    signal: options.signal,
  });
  const [record] = parseRecords(stdout);
  if (record?.kind === 'absent') throw failed(l10n.t('No OpenClaw was found on the machine.'));
  if (record?.kind === 'older') throw failed(l10n.t('OpenClaw {0} does not know this.', record.decoded(0)));
  if (record?.kind !== 'answer') throw unexpected(stdout);
  if (record.text(1) === 'true') throw failed(l10n.t('The gateway did not answer OpenClaw’s command.'));
  if (record.text(0) !== '0') throw failed(complaintOf(record.decoded(2), record.decoded(3)));
  return record.decoded(2);
}

function failed(detail: string): Failure {
  return new Failure('failed', { detail });
}
