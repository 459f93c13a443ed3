import { parse } from 'node:path';
import { homedir } from 'node:os';

/**
 * Variables that would change what a command does or prints: a default app or region, JSON where text is expected,
 * debug lines on standard output, forced colours.
 */
const removed: ReadonlySet<string> = new Set([
  'FLY_JSON',
  'LOG_LEVEL',
  'FLY_APP',
  'FLY_ORG',
  'FLY_ORGANIZATION',
  'FLY_REGION',
  'CLICOLOR_FORCE',
]);

const added: Readonly<Record<string, string>> = {
  NO_COLOR: '1',
  FLY_NO_UPDATE_CHECK: '1',
  FLY_NO_INCIDENTS_CHECK: '1',
  // Without it every run waits up to 5 s at its end to send metrics, and may print warnings about it.
  FLY_SEND_METRICS: '0',
};

/** The environment that flyctl runs in: `base` without what would change its output. Tokens stay. */
export function flyctlEnvironment(base: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(base).filter(([name]) => !removed.has(name.toUpperCase()));
  return { ...Object.fromEntries(kept), ...added };
}

/** Variables that hold a token, in the order in which flyctl looks at them. */
const tokenVariables = ['FLY_ACCESS_TOKEN', 'FLY_API_TOKEN'] as const;

export type TokenVariable = (typeof tokenVariables)[number];

/** The tokens in an environment; flyctl prefers them to its own session. */
export function tokensIn(env: NodeJS.ProcessEnv): readonly string[] {
  return tokenVariables.map((name) => env[name]).filter((token) => token !== undefined);
}

/** The variable that flyctl takes its token from: the first one that is there, even when it is empty. */
export function tokenVariable(env: NodeJS.ProcessEnv): TokenVariable | undefined {
  return tokenVariables.find((name) => env[name] !== undefined);
}

/**
 * Where flyctl runs: a broken or foreign fly.toml in the working directory would fail or redirect commands, and
 * nobody but the administrator can put one into the root.
 */
export function neutralDirectory(): string {
  return parse(homedir()).root;
}
