import { randomBytes } from 'node:crypto';
import { quote } from './quote.ts';

/**
 * Windows passes at most 32,767 characters to a process; the rest is for the path of flyctl and its own arguments.
 * Linux allows 128 KiB per argument.
 */
const maxCommandLine = 30 * 1024;

/** A script on its way to a machine, and the way to recognise what it printed there. */
export interface Envelope {
  /** For a server that has no shell and splits by shell-like quoting, e.g. `flyctl ssh console -C`. */
  readonly commandLine: string;
  /**
   * Finds what the script itself wrote between the markers.
   * @returns Nothing when a marker is missing: the output is cut or the script did not run.
   */
  open(stdout: Uint8Array): Opened | undefined;
}

export interface Opened {
  readonly stdout: Uint8Array;
  /** The exit status of the script, 0 to 255. */
  readonly status: number;
}

/**
 * Wraps a POSIX shell script into one command line. Standard input stays the script's own.
 *
 * How Fly's SSH server splits the line is not documented (superfly/flyctl#1442 only says that it knows quotes), so the
 * script travels as base64 and the line has a single pair of single quotes around text that has none.
 * The script runs in a shell of its own: however it ends, the end marker follows with its status.
 * @throws RangeError when the line becomes too long; data belongs on standard input.
 */
export function seal(script: string, args: readonly string[] = []): Envelope {
  const nonce = randomBytes(12).toString('hex');
  const begin = `begin-${nonce}\n`;
  const end = `end-${nonce}`;
  const wrapped = [
    `printf '%s\\n' ${begin.trim()}`,
    ['sh -c', ...[script, 'sh', ...args].map(quote)].join(' '),
    `printf '%s %s\\n' ${end} $?`,
  ].join('\n');
  const commandLine = `sh -c 'eval "$(echo ${Buffer.from(wrapped).toString('base64')} | base64 -d)"'`;
  if (commandLine.length > maxCommandLine) {
    throw new RangeError(
      `The script needs a command line of ${commandLine.length} characters; ${maxCommandLine} fit.`,
    );
  }
  return { commandLine, open: (stdout) => between(Buffer.from(stdout), begin, end) };
}

function between(output: Buffer, begin: string, end: string): Opened | undefined {
  const beginAt = output.indexOf(begin);
  const endAt = output.lastIndexOf(end);
  if (beginAt < 0 || endAt < beginAt) return undefined;
  const status = /^ (\d{1,3})\n/.exec(
    output.toString('latin1', endAt + end.length, endAt + end.length + 5),
  )?.[1];
  if (status === undefined) return undefined;
  return { stdout: output.subarray(beginAt + begin.length, endAt), status: Number(status) };
}
