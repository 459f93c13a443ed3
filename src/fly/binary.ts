import { posix, win32 } from 'node:path';
import * as l10n from '@vscode/l10n';
import { hostEnvironment } from './binary-host.ts';
import type { Identity } from './identity.ts';

/** Where flyctl is, or everywhere it was looked for. */
export interface SearchResult {
  readonly found?: { readonly path: string; readonly version: string };
  /** Every candidate up to the one that was found, in order, in words for the user. */
  readonly looked: readonly Looked[];
}

interface Looked {
  /** What made this a candidate, e.g. `PATH`. */
  readonly place: string;
  readonly path: string;
  /** What was found there. */
  readonly verdict: string;
}

/** What the search asks of the computer. */
export interface SearchEnvironment {
  readonly platform: NodeJS.Platform;
  /** The variable PATH of this process. */
  readonly path: string;
  /** The user's home folder. */
  readonly home: string;
  /** Whether there is an executable file. */
  exists(path: string): Promise<boolean>;
  /** The file that the path leads to, links followed. */
  resolve(path: string): Promise<string>;
  /** Runs it to see what it is. */
  probe(path: string, signal?: AbortSignal): Promise<Identity>;
  /** The variable PATH of a terminal of the user: VS Code may have been started without one. */
  loginShellPath(): Promise<string | undefined>;
}

interface Candidate {
  readonly place: string;
  readonly path: string;
}

/** Installers add `fly` beside `flyctl`; another tool of that name is about, so it comes second. */
const names = ['flyctl', 'fly'];

/**
 * Looks for flyctl: the setting, PATH, the folders that installers use, the PATH of the login shell. A candidate counts
 * only when it says itself that it is flyctl, and nothing is run from a relative folder.
 * @param options `setting` is a path chosen by the user; the rest replaces what is asked of the computer.
 */
export async function findFlyctl(
  options: { readonly setting?: string } & Partial<SearchEnvironment> = {},
): Promise<SearchResult> {
  const { setting = '', ...replaced } = options;
  const environment = { ...hostEnvironment(), ...replaced };
  const looked: Looked[] = [];
  for (const candidates of sources(environment, setting.trim())) {
    for (const { place, path } of await candidates()) {
      if (looked.some((before) => before.path === path)) continue;
      const { verdict, version } = await examine(path, environment);
      looked.push({ place, path, verdict });
      if (version !== undefined) return { found: { path, version }, looked };
    }
  }
  return { looked };
}

/**
 * Looks for other flyctl executables on PATH and in the usual folders that have another version than the one that is used:
 * each of two versions ends the agent of the other, and with it every tunnel.
 * @param options `signal` ends the search early; the rest replaces what is asked of the computer.
 */
export async function findOthers(
  used: { readonly path: string; readonly version: string },
  options: { readonly signal?: AbortSignal } & Partial<SearchEnvironment> = {},
): Promise<readonly { readonly path: string; readonly version: string }[]> {
  const { signal, ...replaced } = options;
  const environment = { ...hostEnvironment(), ...replaced };
  const folders = [...foldersOf(environment.path, environment), ...usualFolders(environment)];
  const files = new Map<string, string>();
  for (const { path } of inFolders('', folders, environment)) {
    const file = await environment.resolve(path);
    if (!files.has(file) && (await environment.exists(path))) files.set(file, path);
  }
  files.delete(await environment.resolve(used.path));
  const found = await Promise.all(
    [...files.values()].map(async (path) => {
      const identity = await environment.probe(path, signal);
      return identity.kind === 'flyctl' && identity.version !== used.version
        ? [{ path, version: identity.version }]
        : [];
    }),
  );
  return found.flat();
}

/** Each source is asked only when those before it had nothing. */
function sources(
  environment: SearchEnvironment,
  setting: string,
): readonly (() => readonly Candidate[] | Promise<readonly Candidate[]>)[] {
  const { path, home } = environment;
  const chosen = setting.replace(/^~(?=[\\/])/, () => home);
  return [
    () => (chosen === '' ? [] : [{ place: l10n.t('Setting'), path: chosen }]),
    () => inFolders('PATH', foldersOf(path, environment), environment),
    () => inFolders(l10n.t('Usual folder'), usualFolders(environment), environment),
    async () => {
      const ofShell = (await environment.loginShellPath()) ?? '';
      return inFolders(l10n.t('PATH of the login shell'), foldersOf(ofShell, environment), environment);
    },
  ];
}

async function examine(
  path: string,
  { exists, probe, platform }: SearchEnvironment,
): Promise<{ readonly verdict: string; readonly version?: string }> {
  if (!isAbsolute(path, platform)) return { verdict: l10n.t('passed over: not an absolute path') };
  if (!(await exists(path))) return { verdict: l10n.t('not there') };
  const identity = await probe(path);
  switch (identity.kind) {
    case 'flyctl':
      return { verdict: l10n.t('flyctl {0}', identity.version), version: identity.version };
    case 'concourse':
      return { verdict: l10n.t('not flyctl: this is the fly of Concourse CI') };
    case 'unknown':
      return { verdict: l10n.t('does not answer as flyctl does: {0}', identity.words) };
  }
}

function inFolders(
  place: string,
  folders: readonly string[],
  { platform }: SearchEnvironment,
): readonly Candidate[] {
  const { join } = platform === 'win32' ? win32 : posix;
  // On Windows a .cmd or .bat needs a shell, and no argument is safe in one.
  const suffix = platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => ({ place, path: join(folder, name + suffix) })));
}

function foldersOf(path: string, { platform }: SearchEnvironment): readonly string[] {
  const entries = path.split(platform === 'win32' ? ';' : ':').map((entry) => entry.replaceAll('"', ''));
  return entries.filter((entry) => isAbsolute(entry, platform));
}

/** `\tools` is absolute for Windows but depends on the current drive. */
function isAbsolute(path: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32' ? /^(?:[a-z]:[\\/]|\\\\)/i.test(path) : path.startsWith('/');
}

function usualFolders({ platform, home }: SearchEnvironment): readonly string[] {
  return platform === 'win32'
    ? [
        win32.join(home, '.fly', 'bin'),
        win32.join(home, 'scoop', 'shims'),
        win32.join(home, 'AppData', 'Local', 'Microsoft', 'WinGet', 'Links'),
        'C:\\ProgramData\\chocolatey\\bin',
      ]
    : [
        posix.join(home, '.fly', 'bin'),
        '/opt/homebrew/bin',
        '/usr/local/bin',
        posix.join(home, '.local', 'bin'),
      ];
}
