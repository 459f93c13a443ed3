import { written, type Sample } from './sample.ts';

/** Hooks, cron, plugins, and where secrets come from. */
export function automationSamples(): Sample[] {
  return [
    ...written('hooks and cron', 'valid', goodHooks),
    ...written('hooks and cron', 'invalid', badHooks),
    ...written('plugins', 'valid', goodPlugins),
    ...written('plugins', 'invalid', badPlugins),
    ...written('secrets', 'valid', goodSecrets),
    ...written('secrets', 'invalid', badSecrets),
  ];
}

const goodHooks = {
  'a hook': { hooks: { enabled: true, path: '/hooks', token: '${HOOKS_TOKEN}', presets: ['gmail'] } },
  mappings: {
    hooks: {
      mappings: [
        {
          id: 'ci',
          match: { path: 'ci' },
          action: 'agent',
          sessionMode: 'persistent',
          sessionKey: 'hook:ci',
          channel: 'last',
        },
        {
          match: { source: 'gmail', label: 'INBOX' },
          forEach: 'messages',
          transform: { module: 'gmail.js' },
        },
      ],
    },
  },
  gmail: {
    hooks: {
      gmail: {
        account: 'me@example.com',
        pushToken: '${PUSH_TOKEN}',
        serve: { port: 8788 },
        thinking: 'low',
      },
    },
  },
  'internal hooks': {
    hooks: {
      internal: { entries: { audit: { enabled: true, level: 3 } }, load: { extraDirs: ['/data/hooks'] } },
    },
  },
  cron: {
    cron: {
      enabled: true,
      sessionRetention: '7d',
      webhookToken: '${CRON_TOKEN}',
      failureAlert: { mode: 'announce', after: 3 },
    },
  },
  'cron without an end': { cron: { sessionRetention: false } },
};

const badHooks = {
  'an unknown key': { hooks: { secret: 'x' } },
  'a token from a reference': { hooks: { token: { source: 'env', provider: 'default', id: 'HOOKS_TOKEN' } } },
  'a persistent session without its key': { hooks: { mappings: [{ sessionMode: 'persistent' }] } },
  'a module elsewhere': { hooks: { mappings: [{ transform: { module: '/etc/evil.js' } }] } },
  'a nested key to repeat for': { hooks: { mappings: [{ forEach: 'body.messages' }] } },
  'an action nobody knows': { hooks: { mappings: [{ action: 'run' }] } },
  'cron with a word for a time': { cron: { sessionRetention: 'forever' } },
  'cron that never ends': { cron: { sessionRetention: true } },
  'cron with an unknown key': { cron: { failureAlert: { retries: 3 } } },
  'jobs in the file': { cron: { jobs: [{ id: 'a' }] } },
};

const goodPlugins = {
  'one that is there': {
    plugins: { entries: { 'memory-core': { enabled: true, config: { dreaming: { enabled: false } } } } },
  },
  'one that is not': {
    plugins: {
      entries: {
        'voice-call': { enabled: true, config: { provider: 'twilio', tunnel: { provider: 'ngrok' } } },
      },
    },
  },
  'one that nobody knows': { plugins: { allow: ['mine'], entries: { mine: { config: { anything: 1 } } } } },
  'what it may do': {
    plugins: { entries: { vault: { hooks: { timeoutMs: 5000 }, llm: { allowedModels: ['*'] } } } },
  },
  webhooks: {
    plugins: {
      entries: {
        webhooks: { config: { routes: { ci: { sessionKey: 'agent:main:ci', secret: '${CI_SECRET}' } } } },
      },
    },
  },
  imap: {
    plugins: {
      entries: {
        imap: {
          config: {
            accounts: {
              work: { host: 'imap.example.com', user: 'me', password: '${IMAP_PASSWORD}', agentId: 'main' },
            },
          },
        },
      },
    },
  },
  onepassword: {
    plugins: {
      entries: { onepassword: { config: { vault: 'Home', items: { github: { item: 'GitHub' } } } } },
    },
  },
  'a channel of a plugin to install': {
    plugins: { entries: { yuanbao: { enabled: true } } },
    channels: { yuanbao: { appKey: 'x' } },
  },
  'no memory': { plugins: { slots: { memory: 'none' } } },
  'discovery that was retired': {
    plugins: { entries: { 'github-copilot': { config: { discovery: { enabled: true } } } } },
  },
  'web search of a plugin': {
    plugins: { entries: { google: { config: { webSearch: { apiKey: '${GEMINI_API_KEY}' } } } } },
  },
  'switched off': { plugins: { enabled: false, deny: ['browser'] } },
};

const badPlugins = {
  'an unknown key of an entry': { plugins: { entries: { 'memory-core': { on: true } } } },
  'an unknown key of its configuration': {
    plugins: { entries: { 'memory-core': { config: { dream: true } } } },
  },
  'a switch as a number': { plugins: { entries: { vault: { enabled: 1 } } } },
  'a route without its secret': {
    plugins: { entries: { webhooks: { config: { routes: { ci: { sessionKey: 'a' } } } } } },
  },
  'a mailbox without a password': {
    plugins: {
      entries: { imap: { config: { accounts: { work: { host: 'a', user: 'b', agentId: 'main' } } } } },
    },
  },
  'items without a vault': {
    plugins: { entries: { onepassword: { config: { items: { a: { item: 'A' } } } } } },
  },
  'a memory that does not exist': { plugins: { slots: { memory: 'elephant' } } },
  'a slot that does not exist': { plugins: { slots: { channel: 'discord' } } },
  'an interval that is too short': {
    plugins: {
      entries: {
        imap: {
          config: {
            accounts: {
              w: { host: 'a', user: 'b', password: 'c', agentId: 'main', watch: { pollSeconds: 1 } },
            },
          },
        },
      },
    },
  },
  'entries as a list': { plugins: { entries: ['discord'] } },
};

const reference = { source: 'exec', provider: 'op', id: 'vault/openai' };

const goodSecrets = {
  providers: {
    secrets: {
      providers: {
        default: { source: 'env', allowlist: ['OPENAI_API_KEY'] },
        files: { source: 'file', path: '/data/secrets.json', mode: 'json', timeoutMs: 5000 },
        kept: { source: 'store' },
      },
      defaults: { file: 'files' },
    },
  },
  'a program': {
    secrets: {
      providers: { op: { source: 'exec', command: process.execPath, args: ['read'], passEnv: ['OP_TOKEN'] } },
    },
  },
  'a program and what it gives': {
    secrets: { providers: { op: { source: 'exec', command: process.execPath } } },
    models: { providers: { openai: { apiKey: reference } } },
  },
  'a plugin': {
    secrets: {
      providers: { vault: { source: 'exec', pluginIntegration: { pluginId: 'vault', integrationId: 'kv' } } },
    },
  },
  'a reference to the store': {
    models: {
      providers: { openai: { apiKey: { source: 'store', provider: 'default', id: 'OPENAI_API_KEY' } } },
    },
  },
  'the proxy for secrets': {
    secrets: { egressProxy: { enabled: true, allowedHosts: ['api.openai.com', '10.0.0.1'] } },
  },
};

const badSecrets = {
  'a source nobody knows': { secrets: { providers: { aws: { source: 'aws' } } } },
  'a file without its path': { secrets: { providers: { files: { source: 'file' } } } },
  'a program by its name': { secrets: { providers: { op: { source: 'exec', command: 'op' } } } },
  'a program with a shell’s signs': {
    secrets: { providers: { op: { source: 'exec', command: '/usr/bin/op; rm' } } },
  },
  'two kinds of program at once': {
    secrets: {
      providers: {
        op: {
          source: 'exec',
          command: '/usr/bin/op',
          pluginIntegration: { pluginId: 'a', integrationId: 'b' },
        },
      },
    },
  },
  'an allow-list in lower case': {
    secrets: { providers: { default: { source: 'env', allowlist: ['openai_api_key'] } } },
  },
  'a default with capitals': { secrets: { defaults: { env: 'Default' } } },
  'a reference in lower case': {
    gateway: { auth: { token: { source: 'env', provider: 'default', id: 'token' } } },
  },
  'a reference from nowhere': {
    gateway: { auth: { token: { source: 'moon', provider: 'default', id: 'X' } } },
  },
  'a reference without a provider': { gateway: { auth: { token: { source: 'env', id: 'X' } } } },
  'a file’s key without a slash': {
    gateway: { auth: { token: { source: 'file', provider: 'default', id: 'token' } } },
  },
  'a program’s key that climbs': { gateway: { auth: { token: { ...reference, id: 'a/../b' } } } },
  'a provider of another source': {
    secrets: { providers: { op: { source: 'file', path: '/data/x' } } },
    models: { providers: { openai: { apiKey: reference } } },
  },
  'a host with a scheme': { secrets: { egressProxy: { allowedHosts: ['https://api.openai.com'] } } },
  'a host with a star': { secrets: { egressProxy: { bypassHosts: ['*.example.com'] } } },
};
