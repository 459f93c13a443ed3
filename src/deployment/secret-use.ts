import type { Machine } from '../fly/model.ts';
import { effectiveConfig } from '../gateway/check/effective.ts';
import { childrenOf, type ConfigPath, formatPath, isRecord, leavesOf } from '../gateway/check/path.ts';
import { valueOf } from '../gateway/check/read.ts';
import { missingUses } from '../gateway/check/variable-uses.ts';
import { isKnownVariable } from '../gateway/known-variables.ts';

/** `unused`: nothing known needs the secret. `missing`: the configuration wants a variable that nothing gives. */
export type SecretMark = 'unused' | 'missing';

/** How the secrets of an app and the configuration of its gateway fit. */
export interface SecretUse {
  /** By the name of the secret, or of the variable that is missing. A secret that is used has none. */
  readonly marks: ReadonlyMap<string, SecretMark>;
  /** The settings that name a secret, such as `channels.discord.token`, by its name. */
  readonly settings: ReadonlyMap<string, readonly string[]>;
  /** The secrets that OpenClaw reads by themselves. */
  readonly known: ReadonlySet<string>;
}

/** What can use a secret, beside the configuration. */
export type SecretReader = Pick<Machine, 'env' | 'command'>;

/**
 * Compares the names of an app's secrets with a configuration (JSON5). A secret counts as used wherever its name stands as a
 * word, so that `$NAME` in a command or a setting that holds a name is enough; with files that are included, none counts as unused.
 * @returns `undefined` for a text that OpenClaw cannot read.
 */
export function secretUse(
  config: string,
  secrets: readonly string[],
  { env, command }: SecretReader,
): SecretUse | undefined {
  const value = valueOf(config);
  if (!isRecord(value)) return undefined;
  // Its paths are those of the text.
  const effective = effectiveConfig(value, { keyedAgents: false });
  const settings = settingsNaming(new Set(secrets), effective.value);
  const known = new Set(secrets.filter(isKnownVariable));
  const onMachine = new Set([...Object.values(env), ...command].flatMap(wordsIn));
  const isUsed = (name: string): boolean => settings.has(name) || known.has(name) || onMachine.has(name);
  const unused = hasIncludes(value) ? [] : secrets.filter((name) => !isUsed(name));
  const missing = missingUses(effective, [...secrets, ...Object.keys(env)]).map(({ name }) => name);
  return {
    marks: new Map([...marked(unused, 'unused'), ...marked(missing, 'missing')]),
    settings,
    known,
  };
}

/** What holds for all gateways of an app: a secret is unused when none of them uses it, and missing when one misses it. */
export function mergeUses(uses: readonly SecretUse[]): SecretUse {
  const names = new Set(uses.flatMap(({ marks, settings }) => [...marks.keys(), ...settings.keys()]));
  const marks = [...names].flatMap((name) => {
    const found = uses.map((use) => use.marks.get(name));
    if (found.includes('missing')) return marked([name], 'missing');
    return found.every((mark) => mark === 'unused') ? marked([name], 'unused') : [];
  });
  const settings = [...names].map((name) => {
    const paths = uses.flatMap((use) => use.settings.get(name) ?? []);
    return [name, [...new Set(paths)]] as const;
  });
  return {
    marks: new Map(marks),
    settings: new Map(settings.filter(([, paths]) => paths.length > 0)),
    known: new Set(uses.flatMap(({ known }) => [...known])),
  };
}

function marked(names: readonly string[], mark: SecretMark): readonly (readonly [string, SecretMark])[] {
  return names.map((name) => [name, mark]);
}

/** The paths of the settings that have one of the names as a word, in their value or as their key. */
function settingsNaming(names: ReadonlySet<string>, config: unknown): ReadonlyMap<string, readonly string[]> {
  const settings = new Map<string, string[]>();
  for (const { path, value } of leavesOf(config)) {
    const words = new Set([...wordsIn(value), ...wordsIn(path.at(-1))]);
    for (const name of [...words].filter((word) => names.has(word))) {
      settings.set(name, [...(settings.get(name) ?? []), formatPath(settingOf(path))]);
    }
  }
  return settings;
}

/** The setting itself, where a reference to a secret stands in its place. */
function settingOf(path: ConfigPath): ConfigPath {
  return path.at(-1) === 'id' ? path.slice(0, -1) : path;
}

function wordsIn(value: unknown): readonly string[] {
  return typeof value === 'string' ? (value.match(/[A-Za-z_]\w*/g) ?? []) : [];
}

function hasIncludes(value: unknown): boolean {
  return childrenOf(value).some(([key, child]) => key === '$include' || hasIncludes(child));
}
