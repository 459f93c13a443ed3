import { readFileSync } from 'node:fs';

const maxDepth = 6;

/**
 * The processes without which this one was not meant to go on: its parent and, when npm started it, everything up to
 * npm. Between the two stands a shell, which does not end when npm is killed.
 */
export function ancestors(): number[] {
  const chain = [process.ppid];
  for (let pid = process.ppid; chain.length < maxDepth && !isNpm(pid);) {
    const parent = parentOf(pid);
    if (parent === undefined || parent <= 1) return [process.ppid];
    chain.push(parent);
    pid = parent;
  }
  return chain.length < maxDepth ? chain : [process.ppid];
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** npm's title is its command line, e.g. `npm start`. */
function isNpm(pid: number): boolean {
  return /^npm |npm-cli\.js/.test(readProcess(pid, 'cmdline') ?? '');
}

function parentOf(pid: number): number | undefined {
  // The name in parentheses may hold anything; the state and the parent's number follow it.
  const parent = /\) \S (\d+) [^)]*$/.exec(readProcess(pid, 'stat') ?? '')?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/** Linux only: elsewhere just the parent is known. */
function readProcess(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}
