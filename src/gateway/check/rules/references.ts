import * as l10n from '@vscode/l10n';
import { builtInProviders } from '../model-facts.ts';
import { isRecord, placesAt, recordAt, stringAt, type ConfigPath, type Place } from '../path.ts';
import { providerKeys } from '../provider-keys.ts';
import { agentIds, normaliseAgentId } from '../roster.ts';
import { nearestName } from '../suggest.ts';
import { hasVariable } from '../variables.ts';
import { toFinding, type Rule } from './rule.ts';

/** A suggestion takes time. */
const mostRemarks = 100;

/** Settings that name an agent and that the gateway reads without asking whether there is one. */
export const agentSettings: readonly string[] = [
  'acp.allowedAgents.*',
  'acp.defaultAgent',
  'agents.defaults.authInheritance.agentId',
  'agents.defaults.sessionStore.agentId',
  'agents.defaults.subagents.allowAgents.*',
  'agents.entries.*.subagents.allowAgents.*',
  'hooks.allowedAgentIds.*',
  'hooks.mappings.*.agentId',
];

export const unknownAgent: Rule = (context) => {
  const { config } = context;
  if (config.isOpen(['agents'])) return [];
  const known = agentIds(config.value);
  return textsAt(config.value, agentSettings)
    .filter(({ text }) => !text.includes('*') && !known.has(normaliseAgentId(text)))
    .map(({ path, text }) =>
      toFinding(context, 'warning', 'unknown-agent', {
        path,
        message: l10n.t('There is no agent “{0}” in agents.entries.', text),
      }),
    );
};

/** Profiles can also be in the agents' own stores, so they are judged only where the file has some. */
export const unknownProfile: Rule = (context) => {
  const { config } = context;
  const profiles = Object.keys(recordAt(config.value, 'auth', 'profiles'));
  if (profiles.length === 0 || config.isOpen(['auth', 'profiles'])) return [];
  const settings = [
    'auth.order.*.*',
    'tools.media.models.*.profile',
    'tools.media.models.*.preferredProfile',
  ];
  return textsAt(config.value, settings)
    .filter(({ text }) => !profiles.includes(text))
    .map(({ path, text }) =>
      toFinding(context, 'warning', 'unknown-profile', {
        path,
        message: withSuggestion(l10n.t('auth.profiles has no “{0}”.', text), text, profiles),
      }),
    );
};

/** The default account of a channel needs no entry; others that bindings and settings name do. */
export const unknownAccount: Rule = (context) => {
  const { config } = context;
  return accountUses(config.value).flatMap(({ channel, path, text }) => {
    const owner = ['channels', channel];
    const settings = recordAt(config.value, ...owner);
    const accounts = Object.keys(recordAt(settings, 'accounts'));
    const known = [...accounts, 'default', '*', stringAt(settings, 'defaultAccount') ?? ''];
    const own = path.at(-1) === 'defaultAccount' ? [...accounts, 'default'] : known;
    if (own.includes(text) || Object.keys(settings).length === 0 || config.isOpen(owner)) return [];
    const message = l10n.t('channels.{0}.accounts has no “{1}”.', channel, text);
    return [
      toFinding(context, 'warning', 'unknown-account', {
        path,
        message: withSuggestion(message, text, accounts),
      }),
    ];
  });
};

export const unknownProvider: Rule = (context) => {
  const { config } = context;
  if (config.isOpen(['models', 'providers'])) return [];
  const own = Object.keys(recordAt(config.value, 'models', 'providers')).map((id) => id.toLowerCase());
  const known = new Set([...own, ...builtInProviders]);
  return modelUses(config.value)
    .filter(({ provider }) => !known.has(provider))
    .slice(0, mostRemarks)
    .map(({ path, provider }) => {
      const message = l10n.t('OpenClaw has no model provider “{0}”, unless a plugin brings it.', provider);
      return toFinding(context, 'warning', 'unknown-provider', {
        path,
        message: withSuggestion(message, provider, [...known]),
      });
    });
};

/** A provider whose key is neither in the file nor, as far as that is known, on the machine. */
export const missingCredential: Rule = (context) => {
  const { config, deployment } = context;
  if (['models', 'auth', 'env'].some((key) => config.isOpen([key]))) return [];
  const variables = new Set([
    ...Object.keys(recordAt(config.value, 'env', 'vars')),
    ...(deployment?.env ?? []),
  ]);
  for (const { name } of deployment?.secrets ?? []) variables.add(name);
  const seen = new Set<string>();
  return modelUses(config.value).flatMap(({ path, provider }) => {
    const keys = providerKeys.get(provider) ?? [];
    const found = hasCredential(config.value, provider) || keys.some((key) => variables.has(key));
    if (keys.length === 0 || found || seen.has(provider)) return [];
    seen.add(provider);
    const message = deployment
      ? l10n.t(
          '“{0}” has no profile and no key: set the secret {1}, or sign in on the machine.',
          provider,
          keys[0] ?? '',
        )
      : l10n.t(
          'The key of “{0}” is not in this file: {1} must be set on the machine.',
          provider,
          keys[0] ?? '',
        );
    const remark = { path, message, ...(keys[0] === undefined ? {} : { variable: keys[0] }) };
    return [toFinding(context, deployment ? 'warning' : 'info', 'missing-credential', remark)];
  });
};

function hasCredential(config: unknown, provider: string): boolean {
  const profiles = Object.values(recordAt(config, 'auth', 'profiles'));
  if (profiles.some((profile) => stringAt(profile, 'provider')?.toLowerCase() === provider)) return true;
  const settings = Object.entries(recordAt(config, 'models', 'providers'));
  return settings.some(
    ([id, value]) =>
      id.toLowerCase() === provider &&
      isRecord(value) &&
      ['apiKey', 'auth', 'headers', 'request', 'localService'].some((key) => value[key] !== undefined),
  );
}

interface Text {
  readonly path: ConfigPath;
  readonly text: string;
}

function textsAt(config: unknown, patterns: readonly string[]): readonly Text[] {
  const places = patterns.flatMap((pattern) => placesAt(config, pattern));
  return places.flatMap(({ path, value }: Place) =>
    typeof value === 'string' && value !== '' && !hasVariable(value) ? [{ path, text: value }] : [],
  );
}

function accountUses(config: unknown): readonly (Text & { readonly channel: string })[] {
  const ofBindings = textsAt(config, ['bindings.*.match.accountId']).map((use) => ({
    ...use,
    channel: stringAt(config, ...use.path.slice(0, -1), 'channel') ?? '',
  }));
  const ofChannels = textsAt(config, ['channels.*.defaultAccount']).map((use) => ({
    ...use,
    channel: String(use.path[1]),
  }));
  return [...ofBindings, ...ofChannels];
}

/** The models that agents talk with, as `provider/model`. An alias has no provider. */
function modelUses(config: unknown): readonly { readonly path: ConfigPath; readonly provider: string }[] {
  const models = ['agents.defaults.model', 'agents.entries.*.model'];
  const patterns = models.flatMap((model) => [model, `${model}.primary`, `${model}.fallbacks.*`]);
  return textsAt(config, patterns).flatMap(({ path, text }) => {
    const [provider = '', model] = text.trim().toLowerCase().split('/');
    return model === undefined || provider === '' ? [] : [{ path, provider }];
  });
}

function withSuggestion(message: string, typed: string, names: readonly string[]): string {
  const near = nearestName(typed, names);
  return near === undefined ? message : `${message} ${l10n.t('Did you mean “{0}”?', near)}`;
}
