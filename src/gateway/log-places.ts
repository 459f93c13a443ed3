import { posix } from 'node:path';
import { toFailure } from '../core/errors.ts';
import type { RemoteShell } from '../remote/shell.ts';
import { stringAt } from './check/path.ts';
import { valueOf } from './check/read.ts';
import { readConfig } from './config.ts';
import { type GatewayHints, locate } from './location.ts';

/** OpenClaw keeps so many files that became too large, as `NAME.1.log` and on. */
const rotatedFiles = 5;
/** A name that OpenClaw takes for one of a day, whichever day it says. */
const nameOfDay = /^openclaw-(?:YYYY-MM-DD|\d{4}-\d\d-\d\d)\.log$/;

/**
 * Where the log of a configuration (JSON5) is, when it is not in a folder for temporary files: the file of `logging.file`
 * and the names that it is given when it is large; the folder of it when OpenClaw writes a file for each day. None where the
 * path is relative, or known to the gateway alone: in a variable, in its home, in a file that is included.
 */
export function logPlacesOf(config: string): readonly string[] {
  const file = stringAt(valueOf(config), 'logging', 'file');
  if (file === undefined || !posix.isAbsolute(file) || /\$\{|[\0\n]/.test(file)) return [];
  const { dir, name, ext, base } = posix.parse(file);
  if (nameOfDay.test(base)) return [dir];
  const rotated = Array.from({ length: rotatedFiles }, (_, index) => `${name}.${index + 1}${ext}`);
  return [base, ...rotated].map((each) => posix.join(dir, each));
}

/**
 * The same of the configuration on a machine.
 * @throws Failure of the shell. What cannot be read names no place: the gateway then writes where it does without a setting.
 */
export async function logPlaces(
  shell: RemoteShell,
  hints: GatewayHints,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly string[]> {
  try {
    const config = await readConfig(shell, await locate(shell, hints, options), options);
    return config.exists ? logPlacesOf(Buffer.from(config.bytes).toString()) : [];
  } catch (error) {
    const failure = toFailure(error);
    if (failure.kind === 'failed') return [];
    throw failure;
  }
}
