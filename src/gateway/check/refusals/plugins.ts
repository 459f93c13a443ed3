import * as l10n from '@vscode/l10n';
import { arrayAt, isRecord, recordAt, type ConfigRecord, type Place } from '../path.ts';
import { inAgents, type Objection, type Refusal } from './refusal.ts';

/** What OpenClaw 2026.9.6 brings along, and what it knows where to install from. */
const searchProviders = ['gemini', 'grok', 'minimax', 'ollama'];
const installableSearch: Readonly<Record<string, string>> = {
  brave: 'brave',
  duckduckgo: 'duckduckgo',
  exa: 'exa',
  firecrawl: 'firecrawl',
  'firecrawl-free': 'firecrawl',
  kimi: 'moonshot',
  parallel: 'parallel',
  'parallel-free': 'parallel',
  perplexity: 'perplexity',
  searxng: 'searxng',
  tavily: 'tavily',
};

/** Settings of search providers that were here before each provider had a plugin. */
const legacySearchKeys = new Set([
  'brave',
  'duckduckgo',
  'exa',
  'firecrawl',
  'gemini',
  'grok',
  'kimi',
  'minimax',
  'ollama',
  'perplexity',
  'searxng',
  'tavily',
]);

/** Other names of channels, which serve as targets but not as keys. */
const channelAliases =
  'gchat google-chat imsg internet-relay-chat lark nc nc-talk teams twitch-chat zl zlu'.split(' ');

/** A channel of OpenClaw's own tests: it is in the schema, but cannot be configured. */
const testChannel = 'qa-channel';

const pluginsKnown = [['plugins']];

/** Refusals that depend on which plugins there are. */
export function pluginRefusals(names: {
  channels: readonly string[];
  plugins: readonly string[];
}): readonly Refusal[] {
  const channels = names.channels.filter((name) => name !== testChannel);
  const targets = new Set([...channels, ...channelAliases, 'owner', 'last', 'none']);
  return [
    {
      code: 'unknown-name',
      at: ['channels.*'],
      needs: pluginsKnown,
      ofKey: true,
      check: ({ path }, config) => {
        const name = String(path[1]);
        if (name.trim() === '' || channels.includes(name) || mentionsPlugin(config, name)) return undefined;
        const message = l10n.t('OpenClaw knows no channel “{0}”, and will not start with it.', name);
        return [{ path, on: 'key', message }];
      },
    },
    {
      code: 'unknown-name',
      at: inAgents('heartbeat.target'),
      check: ({ value }) => {
        if (typeof value !== 'string') return undefined;
        if (value.trim() === '') return l10n.t('This must not be empty.');
        return targets.has(value.trim().toLowerCase())
          ? undefined
          : l10n.t('Expected “owner”, “last”, “none” or a channel.');
      },
    },
    { code: 'unknown-name', at: ['tools.web.search.provider'], needs: pluginsKnown, check: searchProvider },
    { code: 'unknown-key', at: ['tools.web.search'], check: legacySearch },
    {
      // What the gateway ignores of it is gone before it validates (see `effectiveConfig`).
      code: 'unknown-key',
      at: ['plugins.entries.github-copilot.config.discovery'],
      check: ({ path }) => [{ path, on: 'key', message: l10n.t('OpenClaw does not know this key here.') }],
    },
    {
      code: 'unknown-name',
      at: ['plugins.slots.memory'],
      check: ({ value }) => {
        const name = typeof value === 'string' ? value.trim() : '';
        const known = [...names.plugins, '', 'none', 'memory-lancedb'];
        return known.includes(name) ? undefined : l10n.t('There is no plugin “{0}”.', name);
      },
    },
  ];
}

/** A plugin that is configured but not installed makes unknown names a warning of the gateway, not a refusal. */
function mentionsPlugin(config: unknown, ...ids: readonly string[]): boolean {
  const mentioned = mentionedPlugins(recordAt(config, 'plugins'));
  return ids.some((id) => mentioned.has(id.toLowerCase()));
}

const knownMentions = new WeakMap<ConfigRecord, ReadonlySet<string>>();

function mentionedPlugins(plugins: ConfigRecord): ReadonlySet<string> {
  const known = knownMentions.get(plugins);
  if (known) return known;
  const ids = [...arrayAt(plugins, 'allow'), ...Object.keys(recordAt(plugins, 'entries'))];
  const mentioned = new Set(ids.map((id) => (typeof id === 'string' ? id.trim().toLowerCase() : '')));
  knownMentions.set(plugins, mentioned);
  return mentioned;
}

function searchProvider({ value }: Place, config: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.trim();
  if (name === '') return l10n.t('This must not be empty.');
  const plugin = installableSearch[name];
  if (searchProviders.includes(name) || mentionsPlugin(config, name, plugin ?? name)) return undefined;
  return plugin === undefined
    ? l10n.t('OpenClaw knows no search provider “{0}”.', name)
    : l10n.t('The search provider “{0}” needs its plugin: add plugins.entries.{1}.', name, plugin);
}

function legacySearch({ path, value }: Place): readonly Objection[] {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return entries
    .filter(([key, entry]) => key === 'apiKey' || (legacySearchKeys.has(key) && isRecord(entry)))
    .map(([key]) => ({
      path: [...path, key],
      on: 'key',
      message: l10n.t('This moved to plugins.entries.<plugin>.config.webSearch.'),
    }));
}
