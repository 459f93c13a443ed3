import * as l10n from '@vscode/l10n';
import {
  arrayAt,
  isRecord,
  recordAt,
  stringAt,
  valueAt,
  type ConfigPath,
  type ConfigRecord,
} from '../path.ts';
import { agentsOf } from '../roster.ts';
import { hasVariable } from '../variables.ts';
import { inAgents, texts, type Objection, type Refusal } from './refusal.ts';

const joinAllowed = 'dangerouslyAllowContainerNamespaceJoin';

export const sandboxRefusals: readonly Refusal[] = [
  texts(
    [...inAgents('sandbox.docker.binds.*'), ...inAgents('sandbox.browser.binds.*')],
    (bind) => /^([A-Za-z]:[\\/]|\/|\\\\\?\\)/.test(bind),
    () => l10n.t('A bind mount starts with an absolute path, as in /data:/data:ro.'),
  ),
  texts(
    [...inAgents('sandbox.docker.network'), ...inAgents('sandbox.browser.network')],
    (network) => network.trim().toLowerCase() !== 'host',
    () => l10n.t('OpenClaw does not let a sandbox use the network “host”.'),
  ),
  texts(
    [...inAgents('sandbox.docker.seccompProfile'), ...inAgents('sandbox.docker.apparmorProfile')],
    (profile) => profile.trim().toLowerCase() !== 'unconfined',
    () => l10n.t('OpenClaw does not let a sandbox be “unconfined”.'),
  ),
  {
    code: 'invalid-value',
    at: inAgents('sandbox'),
    check: ({ path, value }) => {
      const joins = (kind: string) =>
        stringAt(value, kind, 'network')?.trim().toLowerCase().startsWith('container:');
      if (valueAt(value, ['docker', joinAllowed]) === true) return undefined;
      return ['docker', 'browser'].filter(joins).map((kind) => ({
        path: [...path, kind, 'network'],
        message: l10n.t('A sandbox may join another container only with “{0}”.', joinAllowed),
      }));
    },
  },
  {
    code: 'invalid-value',
    at: [''],
    needs: [['agents']],
    check: (_place, config) => environmentObjections(config),
  },
];

/** Docker and Podman get variables line by line, so names and values must fit on one. */
function environmentObjections(config: unknown): readonly Objection[] {
  const shared = ['agents', 'defaults', 'sandbox', 'docker', 'env'];
  const roster = agentsOf(config);
  const agents = roster.length === 0 ? [{}] : roster.map((agent) => agent.config);
  const users = agents
    .map((agent, index) => ({ agent, id: roster[index]?.id ?? '' }))
    .filter(({ agent }) => needsLines(setting(config, agent, 'backend')))
    .map(({ agent, id }) => ({
      path: ['agents', 'entries', id, 'sandbox', 'docker', 'env'],
      own: setting(config, agent, 'scope') === 'shared' ? {} : recordAt(agent, 'sandbox', 'docker', 'env'),
    }));
  const ownPlaces = users.flatMap(({ path, own }) => Object.keys(own).map((name) => [...path, name]));
  const sharedPlaces = Object.keys(recordAt(config, ...shared))
    .filter((name) => users.some(({ own }) => !Object.hasOwn(own, name)))
    .map((name) => [...shared, name]);
  return [...ownPlaces, ...sharedPlaces].flatMap((place) => objectionTo(place, valueAt(config, place)));
}

function needsLines(backend: string | undefined): boolean {
  return ['docker', 'podman'].includes(backend?.trim() || 'docker');
}

function setting(config: unknown, agent: ConfigRecord, key: string): string | undefined {
  return stringAt(agent, 'sandbox', key) ?? stringAt(config, 'agents', 'defaults', 'sandbox', key);
}

function objectionTo(path: ConfigPath, value: unknown): readonly Objection[] {
  const name = String(path.at(-1));
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return [
      { path, on: 'key', message: l10n.t('“{0}” cannot be the name of an environment variable.', name) },
    ];
  }
  if (typeof value !== 'string' || hasVariable(value) || !/[\r\n\0]/.test(value)) return [];
  return [{ path, message: l10n.t('A variable of a sandbox must fit on one line.') }];
}

/** The scopes that have a tool policy: `allow`, `alsoAllow`, `deny`. */
const policies = ['tools', 'agents.entries.*.tools'].flatMap((tools) => [
  tools,
  ...['byProvider.*', 'toolsBySender.*', 'sandbox.tools', 'subagents.tools'].map(
    (scope) => `${tools}.${scope}`,
  ),
]);

export const toolRefusals: readonly Refusal[] = [
  {
    code: 'conflict',
    at: policies,
    check: ({ path, value }) => {
      if (arrayAt(value, 'allow').length === 0 || arrayAt(value, 'alsoAllow').length === 0) return undefined;
      const message = l10n.t('“alsoAllow” cannot stand beside “allow”. Put its tools into “allow”.');
      return [{ path: [...path, 'alsoAllow'], on: 'key', message }];
    },
  },
  {
    code: 'conflict',
    at: ['tools.exec', 'agents.entries.*.tools.exec'],
    check: ({ path, value }) => {
      const exec = isRecord(value) ? value : {};
      if (exec['mode'] === undefined || (exec['security'] === undefined && exec['ask'] === undefined))
        return undefined;
      const message = l10n.t('“mode” cannot stand beside “security” and “ask”. Keep one of the two forms.');
      return [{ path: [...path, 'mode'], on: 'key', message }];
    },
  },
];
