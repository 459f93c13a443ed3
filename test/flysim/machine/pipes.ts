import { spawn } from 'node:child_process';
import { closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { Socket } from 'node:net';

/** Both ends of an anonymous pipe. */
export interface PipeEnds {
  /** Does not block. */
  readonly ours: Socket;
  /** A file descriptor that blocks, as programs expect. To be closed when a child has it. */
  readonly theirs: number;
}

/** The shell makes a pipe per here-document; an empty one would be /dev/null in some shells. */
const script = `exec 7<<'END' 8<<'END' 9<<'END'
x
END
x
END
x
END
read -r _`;
const descriptors = [7, 8, 9];
const DEADLINE_MS = 5_000;

/**
 * Makes pipes for standard input, output and error of a child. Node.js would give it sockets, and what works with
 * the pipes of a real machine, e.g. opening `/dev/stdin` by its name, fails with those.
 */
export function makePipes(): readonly PipeEnds[] {
  const maker = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'] });
  try {
    const paths = descriptors.map((fd) => `/proc/${String(maker.pid)}/fd/${String(fd)}`);
    // While the shell is at work, two descriptors may be the ends of one pipe.
    waitUntil(() => {
      const numbers = paths.map(pipeNumber);
      return !numbers.includes(undefined) && new Set(numbers).size === paths.length;
    });
    return paths.map((path, at) => openEnds(path, at === 0 ? 'input' : 'output'));
  } finally {
    maker.kill('SIGKILL');
  }
}

function openEnds(path: string, direction: 'input' | 'output'): PipeEnds {
  const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;
  const reader = openSync(path, O_RDONLY | O_NONBLOCK);
  readSync(reader, Buffer.alloc(16));
  if (direction === 'output') {
    return {
      theirs: openSync(path, O_WRONLY),
      ours: new Socket({ fd: reader, readable: true, writable: false }),
    };
  }
  const writer = openSync(path, O_WRONLY | O_NONBLOCK);
  const theirs = openSync(path, O_RDONLY);
  closeSync(reader);
  return { theirs, ours: new Socket({ fd: writer, readable: false, writable: true }) };
}

/** What tells a pipe from others; undefined when there is none. */
function pipeNumber(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFIFO() ? found.ino : undefined;
}

/** Blocks this thread for the milliseconds that the shell needs. */
function waitUntil(condition: () => boolean): void {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const end = performance.now() + DEADLINE_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error('the shell of this host makes no pipes');
    Atomics.wait(cell, 0, 0, 1);
  }
}
