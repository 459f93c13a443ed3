import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FlyError } from './failure.ts';

/** A fly.toml as it was found. */
export interface Toml {
  readonly path: string;
  readonly value: object;
}

/**
 * fly.toml: the one at the path of `--config`, or the one in the working directory, if any.
 * @throws FlyError when a named file is missing, or when the file cannot be read
 */
export async function readToml(config: string | undefined): Promise<Toml | undefined> {
  const path = config === undefined ? resolve('fly.toml') : namedConfig(config);
  if (!existsSync(path)) return undefined;
  const { getStaticTOMLValue, parseTOML } = await import('toml-eslint-parser');
  try {
    return { path, value: { ...getStaticTOMLValue(parseTOML(readFileSync(path, 'utf8'))) } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FlyError(`failed loading app config from ${path}: ${reason}`);
  }
}

/** The app that fly.toml names; undefined when it names none. @throws FlyError as `readToml` */
export async function readTomlApp(config: string | undefined): Promise<string | undefined> {
  const { value } = (await readToml(config)) ?? {};
  const app = value && 'app' in value ? value.app : undefined;
  return typeof app === 'string' && app !== '' ? app : undefined;
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
