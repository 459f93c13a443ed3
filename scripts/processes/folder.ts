import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safeguard } from './safeguard.ts';

/** A folder that goes away, also when this process is killed. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** @param purpose Part of the name, e.g. `vscode`. */
export function temporaryFolder(purpose: string): TemporaryFolder {
  const path = mkdtempSync(join(realpathSync(tmpdir()), `openclaw-${purpose}-`));
  const release = safeguard('folder', path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
      release();
    },
  };
}
