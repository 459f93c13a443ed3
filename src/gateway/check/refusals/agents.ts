import * as l10n from '@vscode/l10n';
import { groupBy } from '../group.ts';
import { arrayAt, isRecord, recordAt, stringAt, valueAt, type ConfigPath } from '../path.ts';
import { agentIds, agentsOf, isMigratableId, normaliseAgentId } from '../roster.ts';
import { isAbsolute, isInside, isOfSystem, segmentsOf } from '../posix-path.ts';
import type { Objection, Refusal } from './refusal.ts';

/** Keys that OpenClaw refuses in agents because they could change what every object inherits. */
const blockedKeys = ['__proto__', 'prototype', 'constructor'];

const agentsKnown: readonly ConfigPath[] = [['agents']];

export const agentRefusals: readonly Refusal[] = [
  { code: 'invalid-value', at: ['agents.list'], needs: agentsKnown, check: refusedList },
  { code: 'missing-key', at: ['agents'], needs: agentsKnown, check: noAgents },
  { code: 'conflict', at: ['agents.entries'], needs: agentsKnown, check: sameIds },
  { code: 'conflict', at: ['agents'], needs: agentsKnown, check: ownership },
  {
    code: 'invalid-key',
    at: ['agents.entries.*'],
    check: ({ path, value }) =>
      blockedKeys
        .filter((key) => isRecord(value) && Object.hasOwn(value, key))
        .map((key) => ({
          path: [...path, key],
          on: 'key',
          message: l10n.t('“{0}” cannot be a key here.', key),
        })),
  },
  {
    code: 'unknown-agent',
    at: [
      'agents.defaults.heartbeat.agentId',
      'agents.defaults.systemAgent.agentId',
      'talk.agentId',
      'bindings.*.agentId',
    ],
    needs: agentsKnown,
    check: ({ path, value }, config) =>
      typeof value === 'string' && !isKnownAgent(value, path, config) ? unknownAgent(value) : undefined,
  },
  { code: 'unknown-agent', at: ['broadcast.*'], needs: agentsKnown, check: broadcastAgents },
  { code: 'conflict', at: ['agents.entries'], needs: agentsKnown, check: sharedFolders },
  { code: 'invalid-value', at: ['agents.entries.*.identity.avatar'], check: avatar },
];

function unknownAgent(id: string): string {
  return l10n.t('There is no agent “{0}” in agents.entries.', id);
}

/** A list that the gateway does not turn into entries, since an id is missing, repeated or written otherwise. */
function refusedList({ path, value }: { path: ConfigPath; value: unknown }, config: unknown) {
  if (!Array.isArray(value)) return undefined;
  if (valueAt(config, ['agents', 'entries']) !== undefined) {
    return l10n.t('“agents.list” cannot stand beside “agents.entries”. Move its agents there.');
  }
  const seen = new Set<unknown>();
  return value.flatMap((agent: unknown, index): Objection[] => {
    const id = isRecord(agent) ? agent['id'] : undefined;
    const refused = !isMigratableId(id) || seen.has(id);
    seen.add(id);
    if (!refused) return [];
    const hasId = isRecord(agent) && Object.hasOwn(agent, 'id');
    return [
      {
        path: hasId ? [...path, index, 'id'] : [...path, index],
        message: l10n.t('Each agent of a list needs an id of its own in small letters, digits, - and _.'),
      },
    ];
  });
}

/** With `ownership` at its default, an empty roster means one agent called `main`. */
function noAgents({ path, value }: { path: ConfigPath; value: unknown }) {
  const { ownership, entries, list } = isRecord(value) ? value : {};
  if (ownership !== 'explicit' || list !== undefined) return undefined;
  if (entries !== undefined && (!isRecord(entries) || Object.keys(entries).length > 0)) return undefined;
  const objection: Objection = {
    path,
    on: 'head',
    message: l10n.t('With ownership “explicit”, agents.entries needs at least one agent.'),
  };
  return [objection];
}

function sameIds({ path, value }: { path: ConfigPath; value: unknown }): readonly Objection[] {
  const keys = isRecord(value) ? Object.keys(value) : [];
  const firstOf = new Map<string, string>();
  return keys.flatMap((key) => {
    const id = normaliseAgentId(key);
    const first = firstOf.get(id);
    if (first === undefined) firstOf.set(id, key);
    const message = l10n.t('“{0}” and “{1}” are the same agent id. Rename one of them.', first ?? '', key);
    return first === undefined ? [] : [{ path: [...path, key], on: 'key', message }];
  });
}

/** Of several agents, either one carries the old `default` mark, or `ownership` says that none is implied. */
function ownership(
  { path, value }: { path: ConfigPath; value: unknown },
  config: unknown,
): readonly Objection[] {
  const agents = agentsOf(config);
  const marked = agents.filter((agent) => agent.config['default'] === true).map(({ id }) => id);
  const explicit = isRecord(value) && value['ownership'] === 'explicit';
  const [first, second] = marked;
  if (explicit && first !== undefined) {
    const message = l10n.t('With ownership “explicit”, no agent can be marked as default. Remove the mark.');
    return [{ path: [...path, 'entries', first, 'default'], on: 'key', message }];
  }
  if (second !== undefined) {
    const message = l10n.t('Only one agent can be marked as default; “{0}” is already.', first ?? '');
    return [{ path: [...path, 'entries', second, 'default'], on: 'key', message }];
  }
  if (explicit || first !== undefined || agents.length < 2) return [];
  const message = l10n.t('With several agents, agents.ownership must be “explicit”.');
  return [{ path: [...path, 'entries'], on: 'head', message }];
}

/** A binding may name `main` though no such agent is configured. */
function isKnownAgent(id: string, path: ConfigPath, config: unknown): boolean {
  return (path[0] === 'bindings' && id === 'main') || agentIds(config).has(normaliseAgentId(id));
}

/** Without configured agents, only keys that name a channel are judged; ids are compared as they are written. */
function broadcastAgents({ path, value }: { path: ConfigPath; value: unknown }, config: unknown) {
  const known = recordAt(config, 'agents', 'entries');
  const isKnown = (id: string) =>
    agentsOf(config).length === 0 ? id === 'main' : isRecord(valueAt(known, [id]));
  const inside = Array.isArray(value) ? path : [...path, 'agents'];
  return arrayAt(config, ...inside).flatMap((id, index): Objection[] =>
    typeof id === 'string' && !isKnown(id) ? [{ path: [...inside, index], message: unknownAgent(id) }] : [],
  );
}

function sharedFolders({ path }: { path: ConfigPath }, config: unknown): readonly Objection[] {
  const uses = agentsOf(config).flatMap(({ id, config: agent }) => {
    const text = stringAt(agent, 'agentDir')?.trim() ?? '';
    return text === '' ? [] : [{ id, folder: folderOf(text) }];
  });
  const byFolder = groupBy(uses, ({ folder }) => folder);
  return uses.flatMap(({ id, folder }): Objection[] => {
    const other = byFolder
      .get(folder)
      ?.slice(0, 2)
      .find((use) => use.id !== id);
    const message =
      other && l10n.t('The agent “{0}” has the same folder. Each agent needs its own.', other.id);
    return message === undefined ? [] : [{ path: [...path, id, 'agentDir'], message }];
  });
}

function folderOf(text: string): string {
  return `${isAbsolute(text) ? '/' : ''}${segmentsOf(text).join('/')}`;
}

/** An avatar is an address, a data URI, or a file in the agent's workspace. Absolute paths depend on the machine. */
function avatar({ path, value }: { path: ConfigPath; value: unknown }, config: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || /^(data:|https?:\/\/)/i.test(text) || /^[a-z]:[\\/]/i.test(text)) return undefined;
  if (text.startsWith('~') || /^[a-z][a-z0-9+.-]*:/i.test(text)) {
    return l10n.t('An avatar is a file in the workspace, an http(s) address or a data URI.');
  }
  // Agents that have no workspace of their own have one in that of the defaults.
  const workspaces = [path.slice(0, 3), ['agents', 'defaults']].map(
    (owner) => stringAt(config, ...owner, 'workspace')?.trim() ?? '',
  );
  const workspace = workspaces.find((folder) => folder !== '') ?? '';
  const outside =
    isAbsolute(workspace) && isAbsolute(text)
      ? !isInside(text, workspace)
      : segmentsOf(text)[0] === '..' || isOfSystem(text);
  return outside ? l10n.t('The avatar must be inside the workspace of the agent.') : undefined;
}
