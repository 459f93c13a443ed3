import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FlyError } from './failure.ts';

/**
 * The app of fly.toml: of the path of `--config`, or of the one in the working directory, if any.
 * @throws FlyError when a named file is missing, or when the file cannot be read
 */
export async function readTomlApp(config: string | undefined): Promise<string | undefined> {
  const path = config === undefined ? resolve('fly.toml') : namedConfig(config);
  if (!existsSync(path)) return undefined;
  const { getStaticTOMLValue, parseTOML } = await import('toml-eslint-parser');
  try {
    const value: unknown = getStaticTOMLValue(parseTOML(readFileSync(path, 'utf8')));
    const app = typeof value === 'object' && value !== null && 'app' in value ? value.app : undefined;
    return typeof app === 'string' && app !== '' ? app : undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FlyError(`failed loading app config from ${path}: ${reason}`);
  }
}

function namedConfig(given: string): string {
  const path = resolve(given);
  if (!existsSync(path)) {
    throw new FlyError(
      `config file not found at specified path: ${path} (also tried: ${join(path, 'fly.toml')})`,
    );
  }
  return statSync(path).isDirectory() ? join(path, 'fly.toml') : path;
}
