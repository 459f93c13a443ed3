import { written, type Sample } from './sample.ts';

/** Providers of models, and the tools that agents may use. */
export function modelAndToolSamples(): Sample[] {
  return [
    ...written('models', 'valid', goodModels),
    ...written('models', 'invalid', badModels),
    ...written('tools', 'valid', goodTools),
    ...written('tools', 'invalid', badTools),
  ];
}

const local = {
  baseUrl: 'http://127.0.0.1:11434/v1',
  api: 'openai-completions',
  models: [{ id: 'small', name: 'Small' }],
};

const goodModels = {
  'a provider of one’s own': { models: { mode: 'merge', providers: { local } } },
  'a known provider with a key': { models: { providers: { openai: { apiKey: '${OPENAI_API_KEY}' } } } },
  'a known provider elsewhere': {
    models: { providers: { anthropic: { baseUrl: 'https://proxy.example.com', timeoutSeconds: 90 } } },
  },
  'a known provider in capitals': { models: { providers: { OpenAI: { apiKey: '${OPENAI_API_KEY}' } } } },
  'a model with everything': {
    models: {
      providers: {
        local: {
          ...local,
          models: [
            {
              id: 'big',
              name: 'Big',
              reasoning: true,
              input: ['text', 'image'],
              cost: {
                input: 1,
                output: 2,
                tieredPricing: [{ input: 1, output: 2, cacheRead: 0, cacheWrite: 0, range: [0, 1] }],
              },
              contextWindow: 200_000,
              maxTokens: 8192,
              compat: { supportsTools: true, thinkingFormat: 'qwen' },
            },
          ],
        },
      },
    },
  },
  'budgets that move to the models': {
    models: { providers: { local: { ...local, contextWindow: 32_000, contextTokens: 16_000 } } },
  },
  'headers with secrets': {
    models: {
      providers: {
        local: { ...local, headers: { 'x-key': { source: 'env', provider: 'default', id: 'X_KEY' } } },
      },
    },
  },
  'a service that is started': {
    models: {
      providers: {
        local: { ...local, localService: { command: '/usr/bin/ollama', args: ['serve'], idleStopMs: 0 } },
      },
    },
  },
  'a request through a proxy': {
    models: {
      providers: {
        local: { ...local, request: { proxy: { mode: 'explicit-proxy', url: 'http://proxy:3128' } } },
      },
    },
  },
  'a catalogue of one’s own': {
    models: { catalogRefresh: { url: 'https://mirror.example.com/models.json' } },
  },
};

const badModels = {
  'a provider of one’s own without an address': {
    models: { providers: { local: { models: local.models } } },
  },
  'a provider of one’s own without models': { models: { providers: { local: { baseUrl: local.baseUrl } } } },
  'an address that is a number': { models: { providers: { local: { ...local, baseUrl: 1 } } } },
  'an API nobody knows': { models: { providers: { local: { ...local, api: 'openai' } } } },
  'an API that was removed': {
    models: { providers: { local: { ...local, api: 'openai-codex-responses' } } },
  },
  'a model without a name': { models: { providers: { local: { ...local, models: [{ id: 'small' }] } } } },
  'a model with an empty id': {
    models: { providers: { local: { ...local, models: [{ id: '', name: 'Small' }] } } },
  },
  'models by their ids': { models: { providers: { local: { ...local, models: ['small'] } } } },
  'an unknown key of a provider': { models: { providers: { openai: { key: 'x' } } } },
  'an unknown key of a model': {
    models: { providers: { local: { ...local, models: [{ id: 'a', name: 'A', context: 1 }] } } },
  },
  'a mode of merging nobody knows': { models: { mode: 'append' } },
  'a request with two ways to sign in': {
    models: { providers: { local: { ...local, request: { auth: { mode: 'header', token: 'x' } } } } },
  },
  'a catalogue without TLS': { models: { catalogRefresh: { url: 'http://mirror.example.com' } } },
  'providers as a list': { models: { providers: [local] } },
};

const goodTools = {
  'a profile and more': { tools: { profile: 'coding', alsoAllow: ['browser'], deny: ['canvas'] } },
  'an allow-list': { tools: { allow: ['exec', 'read', 'write'], alsoAllow: [] } },
  'by provider and sender': {
    tools: {
      byProvider: { openai: { profile: 'minimal' } },
      toolsBySender: { 'telegram:1': { deny: ['exec'] } },
    },
  },
  exec: {
    tools: {
      exec: { mode: 'allowlist', safeBins: ['jq'], timeoutSeconds: 60, applyPatch: { workspaceOnly: true } },
    },
  },
  'the older pair of exec': { tools: { exec: { security: 'allowlist', ask: 'on-miss' } } },
  'web search with what OpenClaw brings': {
    tools: { web: { search: { provider: 'gemini', maxResults: 5, other: 1 } } },
  },
  'web search with a plugin to install': {
    plugins: { entries: { brave: { enabled: true } } },
    tools: { web: { search: { provider: 'brave' } } },
  },
  media: {
    tools: {
      media: {
        models: [{ provider: 'openai', capabilities: ['audio'] }],
        audio: { enabled: true, maxBytes: 1e6 },
      },
    },
  },
  'elevated rights': { tools: { elevated: { enabled: true, allowFrom: { telegram: [1, '2'] } } } },
  'switches or more': { tools: { codeMode: 'auto', toolSearch: { mode: 'directory' }, swarm: false } },
};

const badTools = {
  'an unknown key': { tools: { whitelist: ['exec'] } },
  'an unknown profile': { tools: { profile: 'everything' } },
  'allow and alsoAllow together': { tools: { allow: ['exec'], alsoAllow: ['read'] } },
  'the same by provider': { tools: { byProvider: { openai: { allow: ['exec'], alsoAllow: ['read'] } } } },
  'the same by sender': { tools: { toolsBySender: { a: { allow: ['exec'], alsoAllow: ['read'] } } } },
  'a mode of exec with what it replaces': { tools: { exec: { mode: 'full', security: 'full' } } },
  'a negative time': { tools: { exec: { timeoutSeconds: -1 } } },
  'a web search nobody knows': { tools: { web: { search: { provider: 'altavista' } } } },
  'a web search that is not installed': { tools: { web: { search: { provider: 'brave' } } } },
  'a key of web search that moved': { tools: { web: { search: { apiKey: 'x' } } } },
  'a block of web search that moved': { tools: { web: { search: { brave: { apiKey: 'x' } } } } },
  'a capability nobody has': { tools: { media: { models: [{ capabilities: ['smell'] }] } } },
  'a list as a word': { tools: { allow: 'exec' } },
  'code mode as a word': { tools: { codeMode: 'sometimes' } },
};
