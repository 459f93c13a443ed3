import type { Duplex, Readable } from 'node:stream';
import { encodeFrame, frameDecoder, FrameKind } from '../frames.ts';
import type { PipedProcess } from '../machine/piped.ts';
import { splitWords } from '../machine/words.ts';
import type { SessionEnd, SessionRequest } from '../protocol.ts';
import type { Fleet } from './fleet.ts';
import type { State } from './state.ts';

/**
 * Serves one SSH session over an upgraded connection. As on Fly, no shell stands behind the command, and a client
 * that goes away closes the command's streams without ending it.
 */
export function serveSession(state: State, fleet: Fleet, socket: Duplex): void {
  let session: PipedProcess | undefined;
  const decode = frameDecoder((kind, payload) => {
    if (kind === FrameKind.open) {
      session = open(state, fleet, JSON.parse(payload.toString()) as SessionRequest, socket);
    }
    if (kind === FrameKind.stdin) session?.stdin.write(payload);
    if (kind === FrameKind.stdinEnd) session?.stdin.end();
  });
  socket.on('data', decode);
  socket.on('error', () => undefined);
  for (const gone of ['end', 'close']) {
    socket.once(gone, () => {
      session?.stdin.end();
      session?.stdout.destroy();
      session?.stderr.destroy();
      socket.end();
    });
  }
}

/** Starts the command and sends what it prints and how it ends. */
function open(state: State, fleet: Fleet, request: SessionRequest, socket: Duplex): PipedProcess | undefined {
  try {
    const session = spawnSession(state, fleet, request);
    // A command may end without reading all of its input.
    session.stdin.on('error', () => undefined);
    forward(session.stdout, FrameKind.stdout, socket);
    forward(session.stderr, FrameKind.stderr, socket);
    session.ended.then(
      ({ code, signal }) => {
        const end: SessionEnd = { code, signal: signal?.replace('SIG', '') ?? null };
        socket.end(encodeFrame(FrameKind.end, Buffer.from(JSON.stringify(end))));
      },
      () => socket.destroy(),
    );
    return session;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    socket.end(encodeFrame(FrameKind.refused, Buffer.from(message)));
    return undefined;
  }
}

function forward(stream: Readable, kind: FrameKind, socket: Duplex): void {
  stream.on('data', (chunk: Buffer) => {
    if (socket.writable && !socket.write(encodeFrame(kind, chunk))) stream.pause();
  });
  socket.on('drain', () => stream.resume());
}

function spawnSession(state: State, fleet: Fleet, request: SessionRequest): PipedProcess {
  const record = state.machine(request.app, request.machine);
  const guest = fleet.guest(record);
  if (!['root', 'node'].includes(request.user)) {
    throw new Error(
      'ssh: handshake failed: ssh: unable to authenticate, attempted methods [none publickey], no supported methods remain',
    );
  }
  const home = request.user === 'root' ? '/root' : '/home/node';
  const env = { ...fleet.environment(record), HOME: home, USER: request.user };
  const words = request.command ? splitWords(request.command) : ['/bin/bash', '-l'];
  const { pty } = request;
  if (!pty) return guest.spawn({ words, user: request.user, env });
  const size = `stty rows ${String(pty.rows)} cols ${String(pty.columns)}`;
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  // script(1) gives the command a terminal of its own and passes its exit status on.
  const script = ['script', '--quiet', '--return', '--command', `${size}; exec ${quoted}`, '/dev/null'];
  return guest.spawn({ words: script, user: request.user, env: { ...env, TERM: pty.term } });
}
