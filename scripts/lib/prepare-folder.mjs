import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder whole or not at all: it is filled under another name and renamed when complete, so what stands under
 * the final name always works, whenever the set-up is interrupted.
 * @param {string} folder
 * @param {(partial: string) => Promise<void>} fill
 */
export async function prepareFolder(folder, fill) {
  removeAbandoned(folder);
  const partial = `${folder}.partial-${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true });
    await fill(partial);
    renameUnlessThere(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Another set-up may have been faster; what it made is the same. */
function renameUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

/** Removes what set-ups left behind that were killed. */
function removeAbandoned(folder) {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  const start = `${basename(folder)}.partial-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(start) && !isRunning(Number(name.slice(start.length)))) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
