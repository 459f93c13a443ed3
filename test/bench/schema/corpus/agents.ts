import { written, type Sample } from './sample.ts';

/** Agents, their models, what routes to them, and the list that earlier versions had. */
export function agentSamples(): Sample[] {
  return [...written('agents', 'valid', good), ...written('agents', 'invalid', bad)];
}

const good = {
  'a model by its name': { agents: { defaults: { model: 'anthropic/claude-opus-4-6' } } },
  'a model with fallbacks': {
    agents: {
      defaults: {
        model: { primary: 'anthropic/claude-opus-4-6', fallbacks: ['openai/gpt-5.4'] },
        maxConcurrent: 4,
      },
    },
  },
  'aliases and an allow-list': {
    agents: {
      defaults: {
        models: { 'anthropic/claude-opus-4-6': { alias: 'opus', params: { temperature: 0.2 } } },
        modelPolicy: { allow: ['opus', 'openai/*'] },
      },
    },
  },
  'one agent': {
    agents: { entries: { main: { identity: { name: 'Claw', emoji: '🦞', avatar: 'avatar.png' } } } },
  },
  'an id with capitals': { agents: { entries: { Main: {} } } },
  'two agents with their owner': {
    agents: {
      ownership: 'explicit',
      entries: { main: {}, ops: { workspace: '/data/ops', model: 'openai/gpt-5.4' } },
    },
    bindings: [{ agentId: 'ops', match: { channel: 'slack', accountId: '*' } }],
  },
  'two agents, one of them the default': { agents: { entries: { main: { default: true }, ops: {} } } },
  'a list with one agent': { agents: { list: [{ id: 'main', default: true }] } },
  'a list with two agents': {
    agents: {
      list: [
        { id: 'main', default: true },
        { id: 'ops', name: 'Ops' },
      ],
    },
  },
  'a budget of tokens that is no longer read': { agents: { defaults: { contextTokens: 100_000 } } },
  'a heartbeat': {
    agents: {
      defaults: {
        heartbeat: {
          every: '1h30m',
          target: 'telegram',
          activeHours: { start: '08:00', end: '24:00', timezone: 'Europe/Berlin' },
        },
      },
    },
  },
  'a heartbeat to a channel by its short name': { agents: { defaults: { heartbeat: { target: 'nc' } } } },
  'a sandbox': {
    agents: {
      defaults: {
        sandbox: {
          mode: 'non-main',
          scope: 'agent',
          docker: {
            network: 'none',
            binds: ['/data/shared:/shared:ro'],
            setupCommand: ['apt-get update', 'true'],
          },
        },
      },
    },
  },
  'compaction and pruning': {
    agents: {
      defaults: {
        compaction: { mode: 'safeguard', maxActiveTranscriptBytes: '20mb', memoryFlush: { enabled: true } },
        contextPruning: { mode: 'cache-ttl', ttl: '5m' },
      },
    },
  },
  'tools of one agent': {
    agents: {
      entries: { main: { tools: { profile: 'coding', alsoAllow: ['browser'], exec: { mode: 'ask' } } } },
    },
  },
  'a binding for a peer': {
    agents: { entries: { main: {} } },
    bindings: [
      { agentId: 'main', match: { channel: 'telegram', peer: { kind: 'group', id: '-100' } }, comment: 'Us' },
    ],
  },
  'a binding to an ACP harness': {
    bindings: [
      {
        type: 'acp',
        agentId: 'main',
        match: { channel: 'discord', peer: { kind: 'channel', id: '1' } },
        acp: { mode: 'oneshot' },
      },
    ],
  },
  'a broadcast': {
    agents: { ownership: 'explicit', entries: { one: {}, two: {} } },
    broadcast: {
      strategy: 'parallel',
      '120363@g.us': ['one', 'two'],
      'telegram:-100': { agents: ['one'], maxRounds: 2 },
    },
  },
  'an ACP runtime': { agents: { entries: { main: { runtime: { type: 'acp', acp: { agent: 'codex' } } } } } },
};

const bad = {
  'an unknown key of the defaults': { agents: { defaults: { modle: 'anthropic/claude-opus-4-6' } } },
  'an unknown key of a model': {
    agents: { defaults: { model: { primary: 'openai/gpt-5.4', fallback: [] } } },
  },
  'fallbacks as a word': { agents: { defaults: { model: { primary: 'openai/gpt-5.4', fallbacks: 'x/y' } } } },
  'a model as a number': { agents: { entries: { main: { model: 5 } } } },
  'a model that was shut down': { agents: { defaults: { model: 'google/gemini-2.0-flash' } } },
  'entries as a list': { agents: { entries: [{ id: 'main' }] } },
  'an id with a space': { agents: { entries: { 'my agent': {} } } },
  'an id inside its entry': { agents: { entries: { main: { id: 'main' } } } },
  'two agents without an owner': { agents: { entries: { main: {}, ops: {} } } },
  'two defaults': { agents: { entries: { main: { default: true }, ops: { default: true } } } },
  'the same id in two spellings': { agents: { ownership: 'explicit', entries: { Main: {}, main: {} } } },
  'an owner without agents': { agents: { ownership: 'explicit' } },
  'a list without ids': { agents: { list: [{ name: 'Main' }] } },
  'a list with an id in capitals': { agents: { list: [{ id: 'Main' }] } },
  'a list with an unknown key': { agents: { list: [{ id: 'main', modle: 'x' }] } },
  'a list with the same id twice': { agents: { list: [{ id: 'main' }, { id: 'main' }] } },
  'a list that is an object': { agents: { list: { main: {} } } },
  'a heartbeat without a meaning': { agents: { defaults: { heartbeat: { every: 'often' } } } },
  'a heartbeat that starts too late': {
    agents: { defaults: { heartbeat: { activeHours: { start: '24:00' } } } },
  },
  'a heartbeat to nowhere': { agents: { defaults: { heartbeat: { target: 'pager' } } } },
  'a heartbeat of an unknown agent': { agents: { defaults: { heartbeat: { agentId: 'ops' } } } },
  'a sandbox in the host’s network': { agents: { defaults: { sandbox: { docker: { network: 'host' } } } } },
  'a sandbox that binds a relative path': {
    agents: { defaults: { sandbox: { docker: { binds: ['data:/data'] } } } },
  },
  'a transcript size without a unit': {
    agents: { defaults: { compaction: { maxActiveTranscriptBytes: 'big' } } },
  },
  'startup files beyond a fortnight': { agents: { defaults: { startupContext: { dailyMemoryDays: 30 } } } },
  'an avatar outside the workspace': { agents: { entries: { main: { identity: { avatar: '../me.png' } } } } },
  'a thinking level': { agents: { entries: { main: { thinkingDefault: 'deep' } } } },
  'allow and alsoAllow together': {
    agents: { entries: { main: { tools: { allow: ['exec'], alsoAllow: ['read'] } } } },
  },
  'a mode of exec with what it replaces': {
    agents: { entries: { main: { tools: { exec: { mode: 'ask', ask: 'always' } } } } },
  },
  'a binding without an agent': { bindings: [{ match: { channel: 'discord' } }] },
  'a binding of an unknown agent': {
    agents: { entries: { main: {} } },
    bindings: [{ agentId: 'ops', match: { channel: 'discord' } }],
  },
  'a binding without a channel': { bindings: [{ agentId: 'main', match: { accountId: '*' } }] },
  'a binding for an unknown kind of peer': {
    bindings: [{ agentId: 'main', match: { channel: 'sms', peer: { kind: 'person', id: '1' } } }],
  },
  'a binding to an ACP harness without a peer': {
    bindings: [{ type: 'acp', agentId: 'main', match: { channel: 'discord' } }],
  },
  'bindings as an object': { bindings: { discord: 'main' } },
  'a broadcast to an unknown agent': {
    agents: { entries: { main: {} } },
    broadcast: { '120363@g.us': ['ops'] },
  },
  'a group of agents without a channel': {
    agents: { entries: { main: {} } },
    broadcast: { room: { agents: ['main'] } },
  },
  'a runtime nobody knows': { agents: { entries: { main: { runtime: { type: 'docker' } } } } },
};
