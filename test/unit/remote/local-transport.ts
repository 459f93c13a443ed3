import { spawn } from 'node:child_process';
import { Failure } from '../../../src/core/errors.ts';
import type { Transport, TransportReply, TransportRequest } from '../../../src/remote/transport.ts';
import { splitWords } from './split-words.ts';

export interface LocalOptions extends Partial<Omit<Transport, 'exec'>> {
  readonly env?: Readonly<Record<string, string>>;
  /** User and group to run as; only root can choose another. */
  readonly uid?: number;
  /** Printed on standard output before anything else, as flyctl's notices are. */
  readonly notices?: string;
  /** Bytes of standard input that arrive before the connection ends. */
  readonly cutStdin?: number;
  /** What becomes of standard output on its way back. */
  readonly distort?: (stdout: Buffer) => Buffer;
  /** Throws instead of running anything. */
  readonly refuse?: Failure;
  /** Throws although the command ran to its end. */
  readonly failAfterwards?: Failure;
  /** The command ends, the transport does not. */
  readonly hang?: boolean;
}

/** A transport without a network: really splits the command line as a server without a shell and really runs it. */
export interface LocalTransport extends Transport {
  /** How often `exec` was called. */
  readonly calls: number;
}

export function localTransport(options: LocalOptions = {}): LocalTransport {
  let calls = 0;
  return {
    name: options.name ?? 'local',
    takesStdin: options.takesStdin ?? true,
    maxMs: options.maxMs ?? 60_000,
    maxOutputBytes: options.maxOutputBytes ?? 8 * 1024 * 1024,
    get calls() {
      return calls;
    },
    exec: async (request) => {
      calls += 1;
      if (options.refuse) throw options.refuse;
      const reply = await execute(request, options);
      if (options.failAfterwards) throw options.failAfterwards;
      if (options.hang) await untilDeadline(request);
      const stdout = Buffer.concat([Buffer.from(options.notices ?? ''), reply.stdout]);
      return { stdout: options.distort?.(stdout) ?? stdout, stderr: reply.stderr };
    },
  };
}

function execute(request: TransportRequest, options: LocalOptions): Promise<TransportReply> {
  const [command = '', ...args] = splitWords(request.commandLine);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { PATH: process.env['PATH'], ...options.env },
      ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
      detached: true,
    });
    // The whole group ends, as what a connection started ends with it.
    const abort = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid);
    };
    request.signal?.addEventListener('abort', abort);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', () => {
      request.signal?.removeEventListener('abort', abort);
      resolve({ stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) });
    });
    // A script may end without reading its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(request.stdin?.subarray(0, options.cutStdin) ?? Buffer.alloc(0));
  });
}

function untilDeadline(request: TransportRequest): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Failure('timeout')), request.deadlineMs);
    const abort = (): void => {
      clearTimeout(timer);
      reject(new Failure('cancelled'));
    };
    if (request.signal?.aborted) abort();
    request.signal?.addEventListener('abort', abort);
  });
}

/** A transport that behaves differently from call to call; the last behaviour stays. */
export function changingTransport(...behaviours: readonly LocalOptions[]): Transport {
  const transports = behaviours.map(localTransport);
  let call = 0;
  return {
    ...localTransport(behaviours[0]),
    exec: (request) => {
      const transport = transports[Math.min(call, transports.length - 1)] ?? localTransport();
      call += 1;
      return transport.exec(request);
    },
  };
}
