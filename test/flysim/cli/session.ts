import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import { encodeFrame, frameDecoder, FrameKind } from '../frames.ts';
import type { SessionEnd, SessionRequest } from '../protocol.ts';
import type { Context } from './context.ts';
import { FlyError } from './failure.ts';

/** The end of standard output that `lost-tail` drops when it does not say how much. */
const LOST_TAIL_BYTES = 64;
const connectionLost = 'ssh shell: wait: remote command exited without exit status or exit signal';

/**
 * Runs a command over SSH with this process's standard streams.
 * @throws FlyError when the session is refused or its connection is lost
 */
export async function openSession(context: Context, wanted: SessionRequest): Promise<SessionEnd> {
  const socket = await connect(context.socket);
  socket.write(encodeFrame(FrameKind.open, Buffer.from(JSON.stringify(wanted))));
  const output = outputOf(context, () => socket.destroy());
  return new Promise<SessionEnd>((resolve, reject) => {
    const lost = (): void => reject(new FlyError(connectionLost));
    forwardStdin(context, socket, wanted.pty !== undefined);
    const decode = frameDecoder((kind, payload) => {
      if (kind === FrameKind.stdout) output.write(payload);
      if (kind === FrameKind.stderr) process.stderr.write(payload);
      if (kind === FrameKind.refused) {
        reject(new FlyError(`error connecting to SSH server: ${payload.toString()}`));
      }
      if (kind === FrameKind.end) {
        output.end();
        resolve(JSON.parse(payload.toString()) as SessionEnd);
      }
    });
    socket.on('data', decode);
    socket.once('error', lost);
    socket.once('close', lost);
  });
}

function connect(socketPath: string): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      socketPath,
      path: '/session',
      headers: { Connection: 'Upgrade', Upgrade: 'session' },
    });
    outgoing.once('upgrade', (_response, socket, head: Buffer) => {
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

/** Sends standard input and its end; `cut-stdin` loses the connection after some bytes. */
function forwardStdin(context: Context, socket: Duplex, pty: boolean): void {
  const cut = context.fault('cut-stdin');
  let left = cut ? (cut.bytes ?? 0) : Infinity;
  if (pty && process.stdin.isTTY) process.stdin.setRawMode(true);
  const send = (chunk: Buffer): void => {
    const sent = chunk.subarray(0, left);
    left -= sent.length;
    socket.write(encodeFrame(FrameKind.stdin, sent));
    if (left > 0) return;
    process.stdin.off('data', send);
    socket.end();
  };
  process.stdin.on('data', send);
  process.stdin.once('end', () => {
    if (socket.writable) socket.write(encodeFrame(FrameKind.stdinEnd));
  });
  process.stdin.on('error', () => undefined);
}

interface Output {
  write(chunk: Buffer): void;
  end(): void;
}

/** Standard output as the faults leave it. */
function outputOf(context: Context, disconnect: () => void): Output {
  const cut = context.fault('cut-stdout');
  const lost = context.fault('lost-tail');
  if (cut) {
    let left = cut.bytes ?? 0;
    return {
      write: (chunk) => {
        if (left <= 0) return;
        process.stdout.write(chunk.subarray(0, left));
        left -= chunk.length;
        if (left <= 0) disconnect();
      },
      end: () => undefined,
    };
  }
  if (lost) {
    const drop = lost.bytes ?? LOST_TAIL_BYTES;
    let held = Buffer.alloc(0);
    return {
      write: (chunk) => {
        held = Buffer.concat([held, chunk]);
        const certain = Math.max(0, held.length - drop);
        process.stdout.write(held.subarray(0, certain));
        held = held.subarray(certain);
      },
      end: () => undefined,
    };
  }
  return { write: (chunk) => void process.stdout.write(chunk), end: () => undefined };
}
