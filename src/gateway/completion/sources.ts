import * as l10n from '@vscode/l10n';
import { modelSettings } from '../check/model-facts.ts';
import { arrayAt, isRecord, recordAt, stringAt, valueAt, type ConfigPath } from '../check/path.ts';
import { agentSettings } from '../check/rules/references.ts';
import type { Deployment } from '../check/rules/rule.ts';
import { secretPaths } from '../check/secret-paths.ts';
import type { OfferFacts } from './offers.ts';

export type OfferKind = 'variable' | 'agent' | 'account' | 'address' | 'model';

export interface Named {
  readonly name: string;
  readonly kind: OfferKind;
  readonly detail: string;
}

/** What can be named at a kind of place. */
interface Source {
  /** Patterns of paths; `*` is any one segment. */
  readonly at: readonly string[];
  readonly names: (config: unknown, facts: OfferFacts, path: ConfigPath) => readonly Named[];
}

const sources: readonly Source[] = [
  { at: [...agentSettings, 'bindings.*.agentId'], names: agentNames },
  { at: ['bindings.*.match.accountId', 'channels.*.defaultAccount'], names: accountNames },
  { at: ['gateway.controlUi.allowedOrigins.*', 'gateway.publicOrigin'], names: origins },
  {
    at: modelSettings.flatMap((setting) => [setting, `${setting}.primary`, `${setting}.fallbacks.*`]),
    names: modelNames,
  },
];

/** Names that fit the place, whatever is written there now. */
export function namesFor(path: ConfigPath, config: unknown, facts: OfferFacts): readonly Named[] {
  const fitting = sources.filter(({ at }) => at.some((pattern) => matches(path, pattern)));
  return unique(fitting.flatMap(({ names }) => names(config, facts, path)));
}

/** References to variables, where a secret belongs. */
export function secretsFor(path: ConfigPath, config: unknown, { deployment }: OfferFacts): readonly Named[] {
  if (!isSecretSetting(path)) return [];
  return variablesOf(config, deployment).map((variable) => ({ ...variable, name: `\${${variable.name}}` }));
}

/** The variables that the gateway will have; secrets come first. */
export function variablesOf(config: unknown, deployment: Deployment | undefined): readonly Named[] {
  const { secrets = [], env = [] } = deployment ?? {};
  const named = (names: readonly string[], detail: string): readonly Named[] =>
    names.map((name) => ({ name, kind: 'variable', detail }));
  return unique([
    ...secrets.flatMap(({ name, status }) =>
      named([name], status === 'staged' ? l10n.t('Fly secret, staged') : l10n.t('Fly secret')),
    ),
    ...named(env, l10n.t('environment of the machine')),
    ...named(Object.keys(recordAt(config, 'env', 'vars')), l10n.t('env.vars of this file')),
  ]);
}

/** Whether OpenClaw treats the value at the path as a secret. */
export function isSecretSetting(path: ConfigPath): boolean {
  return secretPaths.some((pattern) => matches(path, pattern));
}

function agentNames(config: unknown): readonly Named[] {
  const listed = arrayAt(config, 'agents', 'list').map((agent) => stringAt(agent, 'id'));
  const ids = [...Object.keys(recordAt(config, 'agents', 'entries')), ...listed];
  return ids
    .filter((id) => id !== undefined)
    .map((name) => ({ name, kind: 'agent', detail: l10n.t('agent of this file') }));
}

function accountNames(config: unknown, _facts: OfferFacts, path: ConfigPath): readonly Named[] {
  const channel = path[0] === 'channels' ? path[1] : stringAt(config, ...path.slice(0, -1), 'channel');
  if (channel === undefined) return [];
  const accounts = Object.keys(recordAt(config, 'channels', channel, 'accounts'));
  const detail = l10n.t('account of {0}', channel);
  return [...accounts, 'default'].map((name) => ({ name, kind: 'account', detail }));
}

function origins(_config: unknown, { deployment }: OfferFacts): readonly Named[] {
  return (deployment?.hostnames ?? []).map((host) => ({
    name: `https://${host}`,
    kind: 'address',
    detail: l10n.t('address of the app'),
  }));
}

/** Models of the file's own providers first, then those that OpenClaw knows. */
function modelNames(config: unknown, { models }: OfferFacts): readonly Named[] {
  const providers = Object.entries(recordAt(config, 'models', 'providers'));
  const own = providers.flatMap(([provider, settings]) =>
    arrayAt(settings, 'models').flatMap((model) => {
      const id = stringAt(model, 'id');
      return id === undefined ? [] : [`${provider}/${id}`];
    }),
  );
  const listed = valueAt(config, ['agents', 'defaults', 'models']);
  const allowed = isRecord(listed) ? Object.keys(listed).filter((name) => !name.includes('*')) : [];
  const named = (names: readonly string[], detail: string): readonly Named[] =>
    names.map((name) => ({ name, kind: 'model', detail }));
  return [
    ...named([...own, ...allowed], l10n.t('model of this file')),
    ...named(models, l10n.t('model of OpenClaw')),
  ];
}

function matches(path: ConfigPath, pattern: string): boolean {
  const segments = pattern.split('.');
  return (
    segments.length === path.length &&
    segments.every((segment, index) => segment === '*' || segment === String(path[index]))
  );
}

/** The first of each name. */
function unique(named: readonly Named[]): readonly Named[] {
  return [...new Map(named.toReversed().map((one) => [one.name, one])).values()].toReversed();
}
