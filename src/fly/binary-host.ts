import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import type { SearchEnvironment } from './binary.ts';
import { flyctlEnvironment, neutralDirectory } from './environment.ts';
import { type Identity, identify } from './identity.ts';
import { utf8 } from './parse.ts';

const probeMs = 5_000;
/** Start-up files of a shell can take long, or wait for an answer that never comes. */
const shellMs = 5_000;

/** This computer, as the search for flyctl sees it. */
export function hostEnvironment(): SearchEnvironment {
  return {
    platform: process.platform,
    path: process.env['PATH'] ?? process.env['Path'] ?? '',
    home: homedir(),
    exists: isExecutable,
    resolve: (path) => realpath(path).catch(() => path),
    probe,
    loginShellPath: () => loginShellPath(process.env['SHELL']),
  };
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Asks the program for its version, in both ways that flyctl has known. */
async function probe(path: string, signal?: AbortSignal): Promise<Identity> {
  const identity = identify(await printed(path, ['version', '--json'], signal));
  return identity.kind === 'unknown' ? identify(await printed(path, ['version'], signal)) : identity;
}

async function printed(file: string, args: readonly string[], signal?: AbortSignal): Promise<string> {
  const { runProcess } = await import('./process.ts');
  const env = flyctlEnvironment(process.env);
  const end = await runProcess({ file, args, env, cwd: neutralDirectory(), deadlineMs: probeMs, signal });
  return end.reason === 'notStarted' ? end.detail : utf8(end.stdout) + utf8(end.stderr);
}

/** The PATH that a login shell sets up, or nothing when the shell does not tell in time. */
export async function loginShellPath(shell: string | undefined): Promise<string | undefined> {
  if (process.platform === 'win32' || shell === undefined || !isAbsolute(shell)) return undefined;
  const { runProcess } = await import('./process.ts');
  // Start-up files may print anything around it.
  const mark = '---PATH---';
  const { stdout } = await runProcess({
    file: shell,
    args: ['-l', '-i', '-c', `echo ${mark}; printenv PATH; echo ${mark}`],
    env: process.env,
    cwd: neutralDirectory(),
    deadlineMs: shellMs,
  });
  return utf8(stdout).split(mark)[1]?.trim();
}
