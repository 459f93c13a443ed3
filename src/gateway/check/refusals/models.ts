import * as l10n from '@vscode/l10n';
import {
  arrayAt,
  isRecord,
  placesAt,
  recordAt,
  stringAt,
  type ConfigPath,
  type ConfigRecord,
  type Place,
} from '../path.ts';
import { builtInProviders, modelSettings, retiredModel } from '../model-facts.ts';
import { hasVariable } from '../variables.ts';
import { inAgents, texts, type Objection, type Refusal } from './refusal.ts';

const models = inAgents('models.*');

export const modelRefusals: readonly Refusal[] = [
  { code: 'missing-key', at: ['models.providers.*'], check: customProvider },
  texts(
    inAgents('decisionModel'),
    (text) => text.trim() === '' || isModelReference(text),
    () => l10n.t('Expected a model with its provider, like openai/gpt-5.4, or an empty text for none.'),
  ),
  { code: 'conflict', at: models, check: exactModel },
  texts(
    models.map((pattern) => `${pattern}.pickerRuntimes.*`),
    (id) => id.trim() !== 'auto' && id.trim() !== 'default',
    () => l10n.t('Only explicit runtimes can be offered, not “auto” or “default”.'),
  ),
  { code: 'invalid-value', at: inAgents('modelPolicy.allow.*'), needs: [['agents']], check: policyModel },
  { code: 'unknown-name', at: [''], check: (_place, config) => retiredModels(config) },
];

/** `provider/model`, both not empty. */
export function isModelReference(text: string): boolean {
  const [provider = '', ...rest] = text.trim().split('/');
  return provider.trim() !== '' && rest.join('/').trim() !== '' && text.trim().indexOf('/') > 0;
}

/** Of providers that OpenClaw knows, a part is enough; others need an address and a list of models. */
function customProvider({ path, value }: Place): readonly Objection[] {
  const id = String(path.at(-1));
  if (!isRecord(value) || builtInProviders.has(id.trim().toLowerCase())) return [];
  const missing = [
    ...(value['baseUrl'] ? [] : ['baseUrl']),
    ...(Array.isArray(value['models']) ? [] : ['models']),
  ];
  return missing.map((key) => ({
    path,
    on: 'head',
    message: l10n.t('OpenClaw does not know the provider “{0}”, so it needs “{1}”.', id, key),
  }));
}

function exactModel({ path, value }: Place): readonly Objection[] {
  const name = String(path.at(-1));
  if (!name.includes('*') && isModelReference(name)) return [];
  return ['pickerRuntimes', 'codeMode']
    .filter((key) => isRecord(value) && Object.hasOwn(value, key))
    .map((key) => ({
      path: [...path, key],
      on: 'key',
      message: l10n.t('“{0}” needs an exact model like openai/gpt-5.4 as the key around it.', key),
    }));
}

/** An alias, `provider/model`, or a prefix that ends with `/*`. */
function policyModel({ path, value }: Place, config: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const owners = [['agents', 'defaults'], path.slice(0, 3)];
  const isAlias = (owner: ConfigPath) =>
    aliasesOf(recordAt(config, ...owner, 'models')).has(text.toLowerCase());
  const accepted = builtInAliases.has(text.toLowerCase()) || owners.some(isAlias);
  return accepted || isPolicyPattern(text)
    ? undefined
    : l10n.t('Expected an alias, a model like openai/gpt-5.4, or a prefix like openai/*.');
}

const builtInAliases = new Set(['openrouter:auto', 'openrouter:free']);

const knownAliases = new WeakMap<ConfigRecord, ReadonlySet<string>>();

/** The aliases that the models of an agent have, in small letters. */
function aliasesOf(models: ConfigRecord): ReadonlySet<string> {
  const known = knownAliases.get(models);
  if (known) return known;
  const names = Object.values(models).map((entry) => stringAt(entry, 'alias')?.trim().toLowerCase() ?? '');
  const aliases = new Set(names.filter((name) => name !== ''));
  knownAliases.set(models, aliases);
  return aliases;
}

function isPolicyPattern(text: string): boolean {
  const segments = text.split('/').map((segment) => segment.trim());
  const wildcard = segments.at(-1) === '*';
  const named = wildcard ? segments.slice(0, -1) : segments;
  const wellFormed = named.every((segment) => segment !== '' && !/[*\s\p{Cc}]/u.test(segment));
  return wellFormed && named.length >= (wildcard ? 1 : 2);
}

/** Models that their provider has shut down and that OpenClaw therefore does not start with. */
function retiredModels(config: unknown): readonly Objection[] {
  const places = modelSettings.flatMap((pattern) => placesAt(config, pattern)).flatMap(referencesIn);
  return places.flatMap(({ path, value }) => {
    const replacement = typeof value === 'string' && !hasVariable(value) ? retiredModel(value) : undefined;
    return replacement === undefined ? [] : [{ path, message: replacement }];
  });
}

/** A setting names one model, or a first choice and fallbacks; or its keys are the models. */
function referencesIn({ path, value }: Place): readonly Place[] {
  if (typeof value === 'string') return [{ path, value }];
  if (path.at(-1) === 'models') {
    return Object.keys(recordAt(value)).map((key) => ({ path: [...path, key], value: key }));
  }
  const fallbacks = arrayAt(value, 'fallbacks').map((item, index) => ({
    path: [...path, 'fallbacks', index],
    value: item,
  }));
  const primary = stringAt(value, 'primary');
  return primary === undefined ? fallbacks : [{ path: [...path, 'primary'], value: primary }, ...fallbacks];
}
