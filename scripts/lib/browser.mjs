import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder } from './project.mjs';

/** Where the browser that npm carries is unpacked. */
export const unpackedBrowserFolder = join(cacheFolder, 'chromium');

const names = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [join(process.env.PROGRAMFILES ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe')],
};

/** The installed Chrome or Chromium, or the one that the environment variable names. */
export function installedBrowser() {
  if (process.env.OPENCLAW_BROWSER) return process.env.OPENCLAW_BROWSER;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = (names[process.platform] ?? []).flatMap((name) =>
    name.includes('/') || name.includes('\\') ? [name] : folders.map((folder) => join(folder, name)),
  );
  return paths.find((path) => existsSync(path));
}

/**
 * The browser to drive and the environment that it needs.
 * @returns {{ path: string, env: Record<string, string> }}
 */
export function findBrowser() {
  const installed = installedBrowser();
  if (installed) return { path: installed, env: {} };
  const path = join(unpackedBrowserFolder, 'chromium');
  if (!existsSync(path))
    throw new Error('No Chrome or Chromium was found: install one, or run `npm run setup`.');
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(unpackedBrowserFolder, 'fonts.conf') };
  return { path, env: { LD_LIBRARY_PATH: join(unpackedBrowserFolder, 'al2023', 'lib'), ...fonts } };
}
