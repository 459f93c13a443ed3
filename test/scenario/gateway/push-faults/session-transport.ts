import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../../../../src/core/errors.ts';
import type { Transport, TransportReply, TransportRequest } from '../../../../src/remote/transport.ts';
import { encodeFrame, frameDecoder, FrameKind } from '../../../flysim/frames.ts';
import type { SessionRequest } from '../../../flysim/protocol.ts';

/** What becomes of one connection. */
export interface Connection {
  /** Lost after so many bytes of standard input. */
  readonly stdinBytes?: number;
  /** Lost after so many bytes of standard output. */
  readonly stdoutBytes?: number;
  /** Lost after so many milliseconds. */
  readonly afterMs?: number;
  /** So many last bytes of standard output are missing. */
  readonly lostTail?: number;
  /** Ends at once, as if all were well, without having run anything. */
  readonly silent?: boolean;
  /** Takes so many milliseconds longer to be there. */
  readonly slowMs?: number;
  /** Does not end, although the command does. */
  readonly hangs?: boolean;
  /** Is refused. */
  readonly refused?: boolean;
}

interface Place {
  readonly socket: string;
  readonly app: string;
  readonly machine: string;
}

/**
 * SSH sessions to a machine of the simulated Fly as `flyctl ssh console` has them, without the process of flyctl, which
 * costs three times as much as all the rest.
 * @param next What becomes of the next connection.
 */
export function sessionTransport(place: Place, next: () => Connection): Transport {
  return {
    name: 'session',
    takesStdin: true,
    maxMs: 10 * 60_000,
    maxOutputBytes: 8 * 1024 * 1024,
    exec: async (wanted) => {
      const connection = next();
      if (connection.refused) throw new Failure('failed', { detail: 'The connection was refused.' });
      await delay(connection.slowMs ?? 0);
      if (connection.silent) return { stdout: new Uint8Array(), stderr: new Uint8Array() };
      return run(await open(place.socket), place, wanted, connection);
    },
  };
}

function open(socketPath: string): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const headers = { Connection: 'Upgrade', Upgrade: 'session' };
    const outgoing = request({ socketPath, path: '/session', headers });
    outgoing.once('upgrade', (_response, socket, head: Buffer) => {
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

function run(
  socket: Duplex,
  place: Place,
  { commandLine, stdin = new Uint8Array(), signal, deadlineMs }: TransportRequest,
  connection: Connection,
): Promise<TransportReply> {
  const stdout: Buffer[] = [];
  const size = (): number => stdout.reduce((sum, chunk) => sum + chunk.length, 0);
  return new Promise((resolve, reject) => {
    const timers = [setTimeout(() => fail('timeout'), deadlineMs)];
    const settle = (): void => {
      timers.forEach(clearTimeout);
      signal?.removeEventListener('abort', cancel);
      socket.destroy();
    };
    const fail = (kind: 'timeout' | 'cancelled' | 'noStartedMachine'): void => {
      settle();
      reject(new Failure(kind));
    };
    const cancel = (): void => fail('cancelled');
    const finish = (): void => {
      if (connection.hangs) return;
      settle();
      resolve({ stdout: arrived(Buffer.concat(stdout), connection), stderr: new Uint8Array() });
    };
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) return cancel();
    const decode = frameDecoder((kind, payload) => {
      if (kind === FrameKind.stdout) stdout.push(payload);
      if (kind === FrameKind.refused) fail('noStartedMachine');
      if (kind === FrameKind.end || size() >= (connection.stdoutBytes ?? Infinity)) finish();
    });
    socket.on('data', decode).once('close', finish).once('error', finish);
    const wanted: SessionRequest = {
      app: place.app,
      machine: place.machine,
      command: commandLine,
      user: 'root',
    };
    socket.write(encodeFrame(FrameKind.open, Buffer.from(JSON.stringify(wanted))));
    socket.write(encodeFrame(FrameKind.stdin, stdin.subarray(0, connection.stdinBytes)));
    if (connection.stdinBytes === undefined) socket.write(encodeFrame(FrameKind.stdinEnd));
    else socket.end();
    if (connection.afterMs !== undefined) timers.push(setTimeout(finish, connection.afterMs));
  });
}

function arrived(stdout: Buffer, { stdoutBytes, lostTail = 0 }: Connection): Buffer {
  return stdout.subarray(0, Math.max(0, Math.min(stdoutBytes ?? Infinity, stdout.length - lostTail)));
}
