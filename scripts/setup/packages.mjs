import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../lib/npm.mjs';
import { root } from '../lib/project.mjs';

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether `node_modules` holds what `package-lock.json` asks for. npm writes its own lock file into `node_modules` as
 * the last act of an installation, so one that was interrupted has none.
 */
export function packagesAreInstalled() {
  const wanted = packagesIn('package-lock.json') ?? {};
  const present = packagesIn('node_modules/.package-lock.json');
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    return path === '' || present[path]?.version === version || (optional && !present[path]);
  });
}

export const installPackages = () => npm(['ci'], root);
