import type { Move } from './effective.ts';
import { isRecord, recordAt, replaceAt, without, type ConfigRecord } from './path.ts';

const longestAgentId = 64;

/**
 * The id under which OpenClaw keeps an agent: lower case, other characters than letters, digits, `-` and `_` replaced.
 * What leaves nothing is `main` (2026.9.6, `normalizeAgentId`).
 */
export function normaliseAgentId(id: string): string {
  const trimmed = id.trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9_-]{0,63}$/.test(trimmed)) return trimmed;
  const cleaned = trimmed
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+/, '')
    .replace(/-+$/, '')
    .slice(0, longestAgentId);
  return cleaned || 'main';
}

/** An agent that the configuration names. */
export interface Agent {
  /** As written. */
  readonly id: string;
  readonly config: ConfigRecord;
}

/** Asked for each binding, of which there may be as many as agents. */
const rosters = new WeakMap<ConfigRecord, readonly Agent[]>();

/** The agents of `agents.entries`; none when there are none, which means one agent called `main`. */
export function agentsOf(config: unknown): readonly Agent[] {
  const entries = recordAt(config, 'agents', 'entries');
  const known = rosters.get(entries);
  if (known) return known;
  const agents = Object.entries(entries).flatMap(([id, entry]) =>
    isRecord(entry) ? [{ id, config: entry }] : [],
  );
  rosters.set(entries, agents);
  return agents;
}

const idsOfRosters = new WeakMap<readonly Agent[], ReadonlySet<string>>();

/** The ids under which OpenClaw keeps the agents: `main` alone when there are none. */
export function agentIds(config: unknown): ReadonlySet<string> {
  const agents = agentsOf(config);
  const ids =
    idsOfRosters.get(agents) ??
    new Set(agents.length === 0 ? ['main'] : agents.map(({ id }) => normaliseAgentId(id)));
  idsOfRosters.set(agents, ids);
  return ids;
}

/**
 * Moves `agents.list` to `agents.entries`, as the gateway does when it reads a list whose ids are in order. Otherwise the
 * list stays, and the gateway refuses it.
 */
export function migrateAgentList(config: unknown, moves: Move[]): unknown {
  const agents = recordAt(config, 'agents');
  const list: unknown = agents['list'];
  if (!Array.isArray(list) || agents['entries'] !== undefined) return config;
  const entries = new Map<string, ConfigRecord>();
  for (const agent of list as readonly unknown[]) {
    const id = isRecord(agent) ? agent['id'] : undefined;
    if (!isRecord(agent) || !isMigratableId(id) || entries.has(id)) return config;
    entries.set(id, without(agent, ['id']));
  }
  const ids = [...entries.keys()];
  moves.push(...ids.map((id, index) => ({ from: ['agents', 'list', index], to: ['agents', 'entries', id] })));
  moves.push({ from: ['agents', 'list'], to: ['agents', 'entries'] });
  return replaceAt(config, ['agents'], {
    ...without(agents, ['list']),
    entries: Object.fromEntries(entries),
  });
}

/** Whether the gateway takes the id of a list as a key as it is. */
export function isMigratableId(id: unknown): id is string {
  return typeof id === 'string' && id.trim() === id && id !== '' && normaliseAgentId(id) === id;
}
