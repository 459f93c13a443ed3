/**
 * Cleans up after a process that was killed and could not do it itself. It reads what to clean from its standard
 * input, one line each, and acts when that ends, which it does when its parent is gone.
 *
 *     +group 123     a process group to end        -group 123     it has ended
 *     +folder /tmp/x a folder to remove            -folder /tmp/x it was removed
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** What ends by itself when the parent is gone gets this time too, before its folder goes. */
const graceMs = 2000;

const kept = new Set<string>();
for await (const line of createInterface({ input: process.stdin })) {
  if (line.startsWith('+')) kept.add(line.slice(1));
  else kept.delete(line.slice(1));
}

const named = (kind: string): string[] =>
  [...kept].filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));

const groups = named('group').map(Number);
for (const group of groups) signal(group, 'SIGTERM');
await delay(graceMs);
for (const group of groups) signal(group, 'SIGKILL');
for (const folder of named('folder')) remove(folder);

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name);
  } catch {
    // It ended by itself.
  }
}

/** Something may still write into it while it goes. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  } catch {
    // The next folder can still be removed.
  }
}
