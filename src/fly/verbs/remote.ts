import { neverStarted } from '../../remote/remote-shell.ts';
import type { TransportReply, TransportRequest } from '../../remote/transport.ts';
import { classify } from '../errors.ts';
import type { FlyctlOutput, Verb } from '../flyctl.ts';
import { execution } from '../generated/validators.mjs';
import { readJson, utf8 } from '../parse.ts';

/** What flyctl may print on standard output before it connects. */
const notices = /^(?:No (?:machine|container) specified, using .*|Only one machine available, .*)\r?\n/gm;

/** How flyctl reports that the remote command did not end with 0. */
const remoteEnding = /Error: ssh shell: Process exited with status [^\n]*\s*$/;

/**
 * Runs one command line over SSH, with standard input. What comes back proves nothing: flyctl exits with 1 for every
 * failure of the remote command, on Windows even after a good one (yc-software/qm#867), and with 0 when the server
 * hangs up early. Only what certainly came before the session is a Failure.
 * @param request A command line that is only the name of a shell would get a terminal and is not for this.
 */
export function sshConsole(
  app: string,
  machine: string,
  { commandLine, stdin, deadlineMs }: Omit<TransportRequest, 'signal'>,
): Verb<TransportReply> {
  return {
    args: ['ssh', 'console', '-a', app, '--machine', machine, '-q', '-C', commandLine],
    ...(stdin && { stdin }),
    kind: 'write',
    // Each run starts the agent and rewrites flyctl's configuration; two at once may fail with exit code 126.
    lane: `ssh ${machine}`,
    app,
    machine,
    deadlineMs,
    accepts: (output) => output.exitCode === 1 && !endedBeforeSession(output),
    parse: ({ stdout, stderr }) => ({ stdout, stderr: bytes(stderr.replace(remoteEnding, '')) }),
  };
}

/**
 * Runs one command line through the Machines API: quick, but without standard input, and only as text. flyctl exits
 * with 0 whatever the command did.
 */
export function machineExec(
  app: string,
  machine: string,
  { commandLine, deadlineMs }: Pick<TransportRequest, 'commandLine' | 'deadlineMs'>,
): Verb<TransportReply> {
  const seconds = String(Math.max(1, Math.floor(deadlineMs / 1000)));
  return {
    args: ['machine', 'exec', '-a', app, '--json', '--timeout', seconds, machine, commandLine],
    kind: 'write',
    lane: `exec ${machine}`,
    app,
    machine,
    deadlineMs,
    parse: (output) => {
      const { stdout, stderr } = readJson(output, execution);
      return { stdout: bytes(stdout ?? ''), stderr: bytes(stderr ?? '') };
    },
  };
}

function endedBeforeSession(output: FlyctlOutput): boolean {
  const stdout = utf8(output.stdout);
  if (stdout.replace(notices, '') !== '') return false;
  return neverStarted(classify({ ...output, stdout }, {}, (text) => text));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
