import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

let input: Writable | undefined;

/** Starts the reaper with the first thing to watch over; it does not keep this process alive. */
function reaper(): Writable {
  if (input) return input;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'reaper.ts')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  });
  child.unref();
  input = child.stdin;
  // A pipe keeps the event loop alive unless told otherwise; the type of a child's stdin does not show that it is one.
  if ('unref' in input && typeof input.unref === 'function') input.unref();
  input.on('error', () => {});
  return input;
}

/**
 * Has a process group ended, or a folder removed, should this process be killed.
 * @returns Takes it back, for when it was done properly.
 */
export function safeguard(kind: 'group' | 'folder', name: number | string): () => void {
  const line = `${kind} ${name}`;
  reaper().write(`+${line}\n`);
  return () => {
    reaper().write(`-${line}\n`);
  };
}
