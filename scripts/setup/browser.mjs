import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installedBrowser, unpackedBrowserFolder } from '../lib/browser.mjs';
import { prepareFolder } from '../lib/prepare-folder.mjs';
import { run } from '../lib/run.mjs';

/** The npm package has a binary for Linux x64 only; elsewhere Chrome has to be installed for the tests. */
const isCarriedByNpm = process.platform === 'linux' && process.arch === 'x64';

export function browserIsThere() {
  return !isCarriedByNpm || installedBrowser() !== undefined || existsSync(unpackedBrowserFolder);
}

/** Unpacks the headless Chromium among the packages. */
export function unpackBrowser() {
  return prepareFolder(unpackedBrowserFolder, (folder) =>
    run(process.execPath, [join(import.meta.dirname, 'unpack-chromium.mjs')], {
      env: { ...process.env, TMPDIR: folder },
    }),
  );
}
