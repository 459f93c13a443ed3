import { parseEnv } from 'node:util';
import type { NewSecret } from '../../fly/verbs/secrets.ts';

/** What a `.env` file has, by name. */
export interface EnvFile {
  readonly secrets: readonly NewSecret[];
  /** Names without a value, and keys that no variable can have. */
  readonly leftOut: readonly string[];
}

/** Reads a `.env` file by the grammar of Node.js (`node --env-file`), which is that of dotenv. The last of equal names counts. */
export function parseEnvFile(text: string): EnvFile {
  const entries = Object.entries(parseEnv(text))
    .map(([name, value = '']) => ({ name, value }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const isUsable = ({ name, value }: NewSecret): boolean => /^[A-Za-z_]\w*$/.test(name) && value !== '';
  return {
    secrets: entries.filter(isUsable),
    leftOut: entries.filter((entry) => !isUsable(entry)).map(({ name }) => name),
  };
}

/** What a process or its platform reads, and anybody may know. */
const settings =
  /^(NODE_\w+|FLY_\w+|LC_\w+|LANG|TZ|PORT|HOST|HOSTNAME|HOME|PATH|SHELL|USER|TERM|DEBUG|LOG_LEVEL|CI|PRIMARY_REGION)$/;

/** Settings of OpenClaw that are not secret; its tokens and passwords are. */
const openclawSetting = /^OPENCLAW_(?!\w*(TOKEN|PASSWORD|SECRET|KEY)$)\w+$/;

/** Whether the name says that its value is no secret. */
export function isSetting(name: string): boolean {
  return settings.test(name) || openclawSetting.test(name);
}
