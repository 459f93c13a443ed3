import * as l10n from '@vscode/l10n';
import { childrenOf, isRecord, placesAt, recordAt, stringAt, type ConfigPath, type Place } from '../path.ts';
import { isSecretReference } from '../secret-reference.ts';
import { texts, type Objection, type Refusal } from './refusal.ts';

/** Texts that OpenClaw trims before it asks whether anything is left. */
const neverBlank = [
  'agents.defaults.authInheritance.agentId',
  'agents.defaults.heartbeat.agentId',
  'agents.defaults.sessionStore.agentId',
  'agents.defaults.systemAgent.agentId',
  'cloudWorkers.profiles.*.provider',
  'desktop.host.passwordFile',
  'gateway.auth.trustedProxy.cloudflareAccessOidc.githubAccountIdClaim',
  'gateway.auth.trustedProxy.cloudflareAccessOidc.providerId',
  'gateway.controlUi.environment.label',
  'gateway.roles.default',
  'gateway.roles.definitions.*.accessPolicyPlugin',
  'hooks.mappings.*.channel',
  ...['mcp.servers.*', 'nodeHost.mcp.servers.*'].flatMap((server) => [
    `${server}.oauth.authProfileId`,
    `${server}.oauth.scope`,
    `${server}.toolFilter.exclude.*`,
    `${server}.toolFilter.include.*`,
  ]),
  'nodeHost.workerRuns.containerImage',
  'talk.agentId',
  'tools.github.gitAuthor.email',
  'tools.github.gitAuthor.name',
  'tools.media.*.preferredModel',
];

export const miscRefusals: readonly Refusal[] = [
  texts(
    neverBlank,
    (text) => text.trim() !== '',
    () => l10n.t('This must not be empty.'),
  ),
  texts(
    ['desktop.host.passwordFile'],
    (path) => /^(\/|[A-Za-z]:[\\/])/.test(path.trim()),
    () => l10n.t('Expected an absolute path.'),
  ),
  texts(
    ['worktreeRoot'],
    (path) => /^(\/|[A-Za-z]:[\\/]|~$|~\/)/.test(path.trim()),
    () => l10n.t('Expected an absolute path, or one that starts with ~.'),
  ),
  texts(
    ['ui.prefs.accent'],
    (color) => color === 'theme' || color.startsWith('#'),
    () => l10n.t('Expected “theme” or a color like #ff8800.'),
  ),
  {
    code: 'invalid-key',
    at: ['env.vars.*'],
    check: ({ path, value }) => {
      const name = String(path.at(-1));
      // OpenClaw asks whether the variable is set already, and finds what every object inherits.
      if (!(name in Object.prototype) || typeof value !== 'string' || value.trim() === '') return undefined;
      return [{ path, on: 'key', message: l10n.t('“{0}” cannot be the name of a variable.', name) }];
    },
  },
  { code: 'missing-key', at: ['browser.profiles.*'], needs: [['browser']], check: browserProfile },
  { code: 'unknown-name', at: ['talk', 'talk.realtime'], needs: [['talk']], check: talkProvider },
  texts(['hooks.mappings.*.transform.module'], isRelativeModule, () =>
    l10n.t('Expected a path inside the folder of transforms, like github.mjs.'),
  ),
  { code: 'missing-key', at: ['hooks.mappings.*'], needs: [['hooks']], check: persistentHook },
  { code: 'invalid-value', at: ['cloudWorkers.profiles.*.settings'], check: workerSecrets },
  { code: 'invalid-key', at: ['cloudWorkers'], check: workerNames },
];

function browserProfile({ path, value }: Place): readonly Objection[] {
  if (!isRecord(value)) return [];
  const { driver, cdpPort, cdpUrl, userDataDir } = value;
  const objections: Objection[] = [];
  if (driver !== 'existing-session' && driver !== 'extension' && !cdpPort && !cdpUrl) {
    objections.push({ path, on: 'head', message: l10n.t('A browser profile needs cdpPort or cdpUrl.') });
  }
  if (driver !== 'existing-session' && userDataDir) {
    const message = l10n.t('userDataDir needs the driver “existing-session”.');
    objections.push({ path: [...path, 'userDataDir'], on: 'key', message });
  }
  if (driver === 'extension' && cdpUrl) {
    objections.push({
      path: [...path, 'cdpUrl'],
      on: 'key',
      message: l10n.t('The driver “extension” has its own cdpUrl.'),
    });
  }
  return objections;
}

function talkProvider({ path, value }: Place): readonly Objection[] {
  const provider = stringAt(value, 'provider')?.trim().toLowerCase() ?? '';
  const names = Object.keys(recordAt(value, 'providers'));
  if (provider !== '' && names.length > 0 && !names.includes(provider)) {
    return [{ path: [...path, 'provider'], message: l10n.t('There is no “{0}” in “providers”.', provider) }];
  }
  if (provider !== '' || names.length < 2) return [];
  const message = l10n.t('With several providers, “provider” must name one.');
  return [{ path: [...path, 'providers'], on: 'head', message }];
}

function isRelativeModule(module: string): boolean {
  const path = module.trim();
  return path !== '' && !/^[/~]/.test(path) && !path.includes(':') && !path.split(/[\\/]+/).includes('..');
}

function persistentHook({ path, value }: Place, config: unknown): readonly Objection[] {
  if (!isRecord(value) || value['sessionMode'] !== 'persistent' || (value['action'] ?? 'agent') !== 'agent')
    return [];
  const key = stringAt(value, 'sessionKey')?.trim() || stringAt(config, 'hooks', 'defaultSessionKey')?.trim();
  if (key || value['transform'] !== undefined) return [];
  const message = l10n.t('A persistent hook needs a sessionKey, hooks.defaultSessionKey or a transform.');
  return [{ path, on: 'head', message }];
}

/** Keys that OpenClaw takes for secrets by their names. */
const secretName = /token$|password|secret|api.?key|encrypt.?key|private.?key|serviceaccount(ref)?$/i;
const notSecretName =
  /(maxtokens|(output|input|completion|context|total)tokens|tokencount|tokenlimit|tokenbudget|passwordfile)$/i;

/** The settings of a worker go to its provider as they are, so that secrets in them must be references. */
function workerSecrets({ path, value }: Place): readonly Objection[] {
  return childrenOf(value).flatMap(([key, child]): readonly Objection[] => {
    const name = typeof key === 'string' ? key : '';
    const secret = [name, name.replace(/ref$/i, '')].some(
      (text) => secretName.test(text) && !notSecretName.test(text),
    );
    if (!secret && name.toLowerCase() !== 'keyref')
      return workerSecrets({ path: [...path, key], value: child });
    const message = l10n.t('“{0}” must be a reference to a secret here.', name);
    return isSecretReference(child) ? [] : [{ path: [...path, key], message }];
  });
}

/** Names of profiles have no blanks around them; projects are named host/owner/repository in small letters. */
function workerNames({ value }: Place): readonly Objection[] {
  const named = ['profiles', 'projectProfiles'].flatMap((key) => placesAt(value, `${key}.*`));
  return named.flatMap(({ path }) => {
    const name = String(path.at(-1));
    const project = path[0] === 'projectProfiles';
    const accepted = project
      ? /^[^\s/A-Z]+(\/[^\s/A-Z]+){2,}$/.test(name) && !name.endsWith('.git')
      : name === name.trim() && name !== '';
    const message = project
      ? l10n.t('Expected host/owner/repository in small letters, without .git.')
      : l10n.t('“{0}” cannot be a key here.', name);
    return accepted ? [] : [{ path: prefixed(path), on: 'key' as const, message }];
  });
}

function prefixed(path: ConfigPath): ConfigPath {
  return ['cloudWorkers', ...path];
}
