import { written, type Sample } from './sample.ts';

/** The sections of the root that no other group is about. */
export function sectionSamples(): Sample[] {
  return [...written('section', 'valid', good), ...written('section', 'invalid', bad)];
}

const good = {
  'nothing at all': {},
  'the address of the schema': { $schema: './openclaw.schema.json' },
  meta: { meta: { lastTouchedVersion: '2026.9.6', migrations: { modelPolicyAllowlist: true } } },
  env: { env: { vars: { TZ: 'Europe/Berlin' }, shellEnv: { enabled: true, timeoutMs: 15_000 } } },
  wizard: { wizard: { lastRunAt: '2026-11-01T00:00:00.000Z', lastRunMode: 'local' } },
  diagnostics: {
    diagnostics: {
      enabled: true,
      flags: ['telegram.http'],
      otel: { enabled: true, endpoint: 'http://otel:4318', protocol: 'http/protobuf', sampleRate: 0.2 },
    },
  },
  logging: {
    logging: { level: 'debug', consoleStyle: 'json', file: '/data/openclaw.log', maxFileBytes: 1e8 },
  },
  update: { update: { channel: 'extended-stable', checkOnStart: false, auto: { enabled: false } } },
  telemetry: { telemetry: { enabled: false, consentedAt: '2026-11-01T08:30:00.000Z' } },
  browser: {
    browser: {
      enabled: true,
      defaultProfile: 'remote',
      profiles: { remote: { cdpUrl: 'http://browser:9222' }, work: { cdpPort: 18_801, headless: true } },
      ssrfPolicy: { allowedHostnames: ['intranet.example.com'] },
    },
  },
  ui: { ui: { seamColor: '#7C3AED', prefs: { theme: 'tide', themeMode: 'system', accent: '#7C3AED' } } },
  auth: {
    auth: {
      profiles: { 'anthropic:work': { provider: 'anthropic', mode: 'api_key', email: 'me@example.com' } },
      order: { anthropic: ['anthropic:work'] },
    },
  },
  accessGroups: {
    accessGroups: {
      staff: { type: 'message.senders', members: { discord: ['1'], telegram: ['2'] } },
      guests: { type: 'discord.channelAudience', guildId: '1', channelId: '2', membership: 'canViewChannel' },
    },
  },
  acp: { acp: { enabled: true, defaultAgent: 'codex', stream: { deliveryMode: 'live' } } },
  nodeHost: { nodeHost: { browserProxy: { enabled: true }, workerRuns: { isolation: 'none', capacity: 4 } } },
  worktreeRoot: { worktreeRoot: '/data/worktrees', worktreeAcceleration: true },
  security: { security: { audit: { suppressions: [{ checkId: 'gateway.bind', reason: 'Behind Fly' }] } } },
  attachments: { attachments: { ttlHours: 24 } },
  messages: {
    messages: {
      responsePrefix: '>',
      ackReaction: '👀',
      visibleReplies: true,
      queue: {
        mode: 'collect',
        cap: 20,
        byChannel: { discord: 'steer' },
        debounceMsByChannel: { slack: 500 },
      },
      groupChat: { historyLimit: 50, mentionPatterns: ['@claw'] },
    },
  },
  tts: {
    tts: { auto: 'inbound', provider: 'openai', providers: { openai: { voice: 'alloy', speed: 1.1 } } },
  },
  commands: { commands: { native: 'auto', text: true, bash: false, ownerAllowFrom: ['telegram:1', 2] } },
  approvals: {
    approvals: { exec: { enabled: true, mode: 'targets', targets: [{ channel: 'slack', to: 'U1' }] } },
  },
  session: {
    session: {
      dmScope: 'per-channel-peer',
      reset: { mode: 'daily', atHour: 4 },
      maintenance: { pruneAfter: '30d', maxDiskBytes: '500mb', resetArchiveRetention: false },
      threadBindings: { idleHours: 0.5 },
    },
  },
  transcripts: {
    transcripts: { enabled: true, autoStart: [{ providerId: 'discord', guildId: '1', channelId: '2' }] },
  },
  discovery: { discovery: { mdns: { mode: 'off' }, wideArea: { domain: 'example.com' } } },
  talk: {
    talk: {
      provider: 'openai',
      providers: { openai: { apiKey: '${OPENAI_API_KEY}', voice: 'sage' } },
      silenceTimeoutMs: 900,
    },
  },
  cloudWorkers: {
    cloudWorkers: { profiles: { small: { provider: 'crabbox', suspendAfter: '45m', readyWorkers: 0 } } },
  },
  desktop: { desktop: { host: { enabled: true, port: 5901, passwordFile: '/data/vnc.pass' } } },
  memory: { memory: { citations: 'auto', search: { provider: 'gemini', query: { minScore: 0.3 } } } },
  mcp: {
    mcp: {
      servers: {
        docs: { url: 'https://mcp.example.com/mcp', headers: { authorization: 'Bearer ${MCP_TOKEN}' } },
        local: { command: 'npx', args: ['-y', '@example/mcp'], env: { DEBUG: true }, transport: 'stdio' },
      },
    },
  },
  skills: {
    skills: { allowBundled: ['github'], entries: { weather: { enabled: true, env: { UNITS: 'metric' } } } },
  },
  surfaces: { surfaces: { discord: { silentReply: { group: 'allow' } } } },
  proxy: { proxy: { enabled: true, proxyUrl: 'http://proxy:3128', loopbackMode: 'gateway-only' } },
  'channels alone': {
    channels: { defaults: { groupPolicy: 'allowlist' }, modelByChannel: { slack: { C1: 'openai/gpt-5.4' } } },
  },
};

const bad = {
  'an unknown section': { gatewya: {} },
  'a section of an old version': { audio: { transcription: {} } },
  'a section as a list': { logging: [] },
  meta: { meta: { migrations: { modelPolicyAllowlist: false } } },
  env: { env: { vars: { PORT: 3000 } } },
  'variables outside env.vars': { env: { OPENAI_API_KEY: 'x' } },
  wizard: { wizard: { lastRunMode: 'both' } },
  diagnostics: { diagnostics: { otel: { sampleRate: 2 } } },
  logging: { logging: { level: 'verbose' } },
  update: { update: { channel: 'nightly' } },
  telemetry: { telemetry: { consentedAt: 'yesterday' } },
  'browser: a profile without an address': { browser: { profiles: { work: { headless: true } } } },
  'browser: a name with capitals': { browser: { profiles: { Work: { cdpPort: 9222 } } } },
  ui: { ui: { seamColor: 'purple' } },
  'ui: an accent without its sign': { ui: { prefs: { accent: '7C3AED' } } },
  auth: { auth: { profiles: { 'openai:default': { provider: 'openai' } } } },
  'auth: a mode with a hyphen': { auth: { profiles: { a: { provider: 'openai', mode: 'api-key' } } } },
  accessGroups: { accessGroups: { staff: { type: 'message.senders' } } },
  acp: { acp: { stream: { deliveryMode: 'eventually' } } },
  nodeHost: { nodeHost: { workerRuns: { capacity: 0 } } },
  worktreeRoot: { worktreeRoot: 'worktrees' },
  security: { security: { audit: { suppressions: [{ reason: 'no check' }] } } },
  attachments: { attachments: { ttlHours: 1000 } },
  messages: { messages: { queue: { mode: 'drop' } } },
  tts: { tts: { timeoutMs: 10 } },
  commands: { commands: { bashForegroundMs: 60_000 } },
  approvals: { approvals: { exec: { targets: [{ channel: 'slack' }] } } },
  'session: a duration without a meaning': { session: { maintenance: { pruneAfter: 'a month' } } },
  'session: a size without a unit': { session: { maintenance: { maxDiskBytes: '5 zb' } } },
  'session: an hour too late': { session: { reset: { atHour: 24 } } },
  transcripts: { transcripts: { autoStart: [{}] } },
  discovery: { discovery: { mdns: { mode: 'on' } } },
  'talk: a provider without a block': { talk: { provider: 'openai', providers: { google: {} } } },
  'talk: two providers, none chosen': { talk: { providers: { openai: {}, google: {} } } },
  cloudWorkers: { cloudWorkers: { profiles: { small: { provider: 'crabbox', suspendAfter: '10s' } } } },
  desktop: { desktop: { host: { port: 5901 } } },
  'desktop: a relative path': { desktop: { host: { enabled: true, passwordFile: 'vnc.pass' } } },
  memory: { memory: { search: { query: { minScore: 3 } } } },
  'mcp: an address without a scheme': { mcp: { servers: { docs: { url: 'mcp.example.com' } } } },
  'mcp: stdio without a command': { mcp: { servers: { docs: { transport: 'stdio' } } } },
  'mcp: a key of another tool': { mcp: { servers: { docs: { command: 'npx', timeout: 5 } } } },
  'mcp: disabled instead of enabled': { mcp: { servers: { docs: { command: 'npx', disabled: true } } } },
  skills: { skills: { install: { nodeManager: 'deno' } } },
  surfaces: { surfaces: { discord: { silentReply: { group: 'sometimes' } } } },
  proxy: { proxy: { proxyUrl: 'socks5://proxy:1080' } },
  'an unknown channel': { channels: { telegramm: { enabled: true } } },
  'a channel nobody has installed': { channels: { yuanbao: { enabled: true } } },
};
