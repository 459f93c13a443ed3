import { migrateAgentList } from './roster.ts';
import {
  childOf,
  childrenOf,
  isRecord,
  recordAt,
  replaceAt,
  startsWith,
  valueAt,
  without,
  type ConfigPath,
  type ConfigRecord,
} from './path.ts';

/** What the gateway validates: the configuration after `$include` and after the changes that it makes when it reads. */
export interface EffectiveConfig {
  readonly value: unknown;
  /** Where in the text the value at the path comes from. */
  sourceOf(path: ConfigPath): ConfigPath;
  /** Whether an `$include` can add to what is here, so that nothing can be said to be missing. */
  isOpen(path: ConfigPath): boolean;
  /** Whether the value is that of an `$include` alone, so that nothing is known of it. */
  isUnknown(path: ConfigPath): boolean;
}

/** A value that the gateway moves while it reads. */
export interface Move {
  readonly from: ConfigPath;
  readonly to: ConfigPath;
}

const includeKey = '$include';

/** A key that OpenClaw loses, with everything in it, when it copies what it has read. */
export const lostName = '__proto__';

/**
 * Makes the changes that OpenClaw 2026.9.6 makes before it validates (`readConfigFileSnapshot`): files named by `$include`
 * are merged, `agents.list` becomes `agents.entries`, budgets of tokens move from providers to their models, ids of plugins
 * are lowered, and the retired discovery of GitHub Copilot is dropped. Everything else that is legacy is refused by `openclaw config validate`.
 *
 * @param keyedAgents Whether the gateway's schema has `agents.entries`; older ones keep `agents.list`.
 */
export function effectiveConfig(source: unknown, { keyedAgents }: { keyedAgents: boolean }): EffectiveConfig {
  const includes = new Includes();
  const moves: Move[] = [];
  let value = includes.strip(source, []);
  value = moveTokenBudgets(value, moves);
  value = lowerPluginIds(value, moves);
  value = dropCopilotDiscovery(value);
  if (keyedAgents) value = migrateAgentList(value, moves);
  const sources = new Map(moves.map(({ from, to }) => [JSON.stringify(to), from]));
  const sourceOf = (path: ConfigPath): ConfigPath => {
    if (sources.size === 0) return path;
    for (let length = path.length; length > 0; length--) {
      const from = sources.get(JSON.stringify(path.slice(0, length)));
      if (from) return [...from, ...path.slice(length)];
    }
    return path;
  };
  return {
    value,
    sourceOf,
    isOpen: (path) => includes.isOpen(sourceOf(path)),
    isUnknown: (path) => includes.isUnknown(sourceOf(path)),
  };
}

/** Takes the `$include` keys out and remembers where they were; leaves out the keys that OpenClaw loses. */
class Includes {
  readonly #open: ConfigPath[] = [];
  readonly #unknown: ConfigPath[] = [];

  strip(value: unknown, path: ConfigPath): unknown {
    if (Array.isArray(value)) return value.map((item: unknown, index) => this.strip(item, [...path, index]));
    if (!isRecord(value)) return value;
    const keys = childrenOf(value).filter(([key]) => key !== includeKey && key !== lostName);
    if (includesFiles(value)) (keys.length === 0 ? this.#unknown : this.#open).push(path);
    return Object.fromEntries(keys.map(([key, child]) => [key, this.strip(child, [...path, key])]));
  }

  isOpen(path: ConfigPath): boolean {
    return [...this.#open, ...this.#unknown].some((open) => startsWith(path, open));
  }

  isUnknown(path: ConfigPath): boolean {
    return this.#unknown.some((unknown) => startsWith(path, unknown));
  }
}

/** Whether the object is read from other files; an empty list of them makes it an empty object. */
function includesFiles(value: ConfigRecord): boolean {
  const files = childOf(value, includeKey);
  return files !== undefined && !(Array.isArray(files) && files.length === 0);
}

const tokenBudgets = ['contextTokens', 'contextWindow'];

/** `models.providers.*.contextTokens` and `contextWindow` go to the models that have none; those of agents are dropped. */
function moveTokenBudgets(config: unknown, moves: Move[]): unknown {
  const providers = ['models', 'providers'];
  let result = changeEach(config, providers, (provider, id) =>
    isRecord(provider) ? moveProviderBudgets(provider, [...providers, id], moves) : provider,
  );
  result = changeEach(result, ['agents', 'entries'], withoutContextTokens);
  result = changeEach(result, ['agents', 'list'], withoutContextTokens);
  const defaults = valueAt(result, ['agents', 'defaults']);
  return isRecord(defaults)
    ? replaceAt(result, ['agents', 'defaults'], withoutContextTokens(defaults))
    : result;
}

function moveProviderBudgets(provider: ConfigRecord, path: ConfigPath, moves: Move[]): ConfigRecord {
  const budgets = tokenBudgets.filter((key) => Object.hasOwn(provider, key));
  const rest = without(provider, budgets);
  const models: unknown = provider['models'];
  if (budgets.length === 0 || !Array.isArray(models)) return rest;
  const moved = models.map((model: unknown, index) => {
    if (!isRecord(model)) return model;
    const missing = budgets.filter((key) => model[key] === undefined);
    moves.push(...missing.map((key) => ({ from: [...path, key], to: [...path, 'models', index, key] })));
    return { ...model, ...Object.fromEntries(missing.map((key) => [key, provider[key]])) };
  });
  return { ...rest, models: moved };
}

function withoutContextTokens(value: unknown): unknown {
  return isRecord(value) ? without(value, ['contextTokens']) : value;
}

/** The ids of plugins are read in small letters. */
function lowerPluginIds(config: unknown, moves: Move[]): unknown {
  const path = ['plugins', 'entries'];
  const entries = Object.entries(recordAt(config, ...path));
  const taken = new Set(entries.map(([id]) => id));
  const lowered = entries.map(([id, entry]) => {
    const name = id.trim().toLowerCase();
    if (name === id || taken.has(name)) return [id, entry] as const;
    moves.push({ from: [...path, id], to: [...path, name] });
    return [name, entry] as const;
  });
  return lowered.length === 0 ? config : replaceAt(config, path, Object.fromEntries(lowered));
}

/** `plugins.entries.github-copilot.config.discovery.enabled` is dropped, and `discovery` with it when nothing else is there. */
function dropCopilotDiscovery(config: unknown): unknown {
  const path = ['plugins', 'entries', 'github-copilot', 'config'];
  const plugin = recordAt(config, ...path);
  const discovery = plugin['discovery'];
  if (!isRecord(discovery)) return config;
  const rest = without(discovery, ['enabled']);
  const kept = Object.keys(rest).length > 0 ? { discovery: rest } : {};
  return replaceAt(config, path, { ...without(plugin, ['discovery']), ...kept });
}

/** Changes every child of the object or array at the path; does nothing where there is none. */
function changeEach(
  config: unknown,
  path: ConfigPath,
  change: (value: unknown, key: string | number) => unknown,
): unknown {
  const owner = valueAt(config, path);
  const changed = childrenOf(owner).map(([key, value]) => [key, change(value, key)] as const);
  if (changed.length === 0) return config;
  const copy = Array.isArray(owner) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
  return replaceAt(config, path, copy);
}
