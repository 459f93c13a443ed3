/** Secrets of channels, which each account of the channel can have too. */
const channelSecrets: Readonly<Record<string, readonly string[]>> = {
  buzz: ['authTag', 'privateKey'],
  clickclack: ['token'],
  discord: [
    'activities.clientSecret',
    'pluralkit.token',
    'token',
    'voice.realtime.providers.*.apiKey',
    'voice.tts.personas.*.providers.*.apiKey',
    'voice.tts.providers.*.apiKey',
  ],
  feishu: ['appSecret', 'encryptKey', 'verificationToken'],
  googlechat: ['serviceAccount'],
  irc: ['nickserv.password', 'password'],
  line: ['channelAccessToken', 'channelSecret'],
  matrix: ['accessToken', 'password'],
  mattermost: ['botToken'],
  'nextcloud-talk': ['apiPassword', 'botSecret'],
  qqbot: ['clientSecret'],
  slack: ['appToken', 'botToken', 'relay.authToken', 'signingSecret', 'userToken'],
  sms: ['authToken'],
  'synology-chat': ['incomingUrl', 'webhookUrl'],
  telegram: ['botToken', 'webhookSecret'],
  zalo: ['botToken', 'webhookSecret'],
};

/** Secrets in the settings of plugins, below `plugins.entries.<plugin>.config`. */
const pluginSecrets: Readonly<Record<string, readonly string[]>> = {
  acpx: ['mcpServers.*.env.*'],
  'azure-speech': ['apiKey'],
  beam: ['mirror.token'],
  brave: ['webSearch.apiKey'],
  codex: ['appServer.authToken', 'appServer.headers.*'],
  comfy: ['headers.*'],
  exa: ['webSearch.apiKey'],
  facetime: ['realtime.providers.*.apiKey'],
  firecrawl: ['webFetch.apiKey', 'webSearch.apiKey'],
  google: ['webSearch.apiKey', 'webSearch.headers.*'],
  'google-meet': ['realtime.providers.*.apiKey'],
  imap: ['accounts.*.password'],
  minimax: ['webSearch.apiKey'],
  moonshot: ['webSearch.apiKey'],
  parallel: ['webSearch.apiKey'],
  perplexity: ['webSearch.apiKey'],
  tavily: ['webSearch.apiKey'],
  'team-reports': ['discord.token', 'github.token'],
  typesafe: ['apiKey'],
  'voice-call': [
    'realtime.providers.*.apiKey',
    'streaming.providers.*.apiKey',
    'tts.providers.*.apiKey',
    'twilio.authToken',
  ],
  webhooks: ['routes.*.secret'],
  xai: ['webSearch.apiKey'],
};

/** Requests to a provider, and what of them is secret. */
const requests = [
  'models.providers.*.request',
  'tools.media.audio.request',
  'tools.media.image.request',
  'tools.media.models.*.request',
  'tools.media.video.request',
];
const requestSecrets = [
  'auth.token',
  'auth.value',
  'headers.*',
  ...['proxy.tls', 'tls'].flatMap((tls) => ['ca', 'cert', 'key', 'passphrase'].map((key) => `${tls}.${key}`)),
];

/**
 * Patterns (see `placesAt`) of the settings that can hold a secret, and a reference to one instead.
 *
 * They are those that OpenClaw 2026.9.6 marks as sensitive (`openclaw gateway call config.schema`) and those of its matrix of
 * references (docs/reference/secretref-user-supplied-credentials-matrix.json), less what only looks like a secret by its name,
 * and with `env.vars`, which both leave out.
 */
export const secretPaths: readonly string[] = [
  ...Object.entries(channelSecrets).flatMap(([channel, keys]) =>
    keys.flatMap((key) => [`channels.${channel}.${key}`, `channels.${channel}.accounts.*.${key}`]),
  ),
  ...Object.entries(pluginSecrets).flatMap(([plugin, keys]) =>
    keys.map((key) => `plugins.entries.${plugin}.config.${key}`),
  ),
  ...requests.flatMap((request) => requestSecrets.map((key) => `${request}.${key}`)),
  ...['agents.defaults', 'agents.entries.*'].flatMap((agent) =>
    ['certificateData', 'identityData', 'knownHostsData'].map((key) => `${agent}.sandbox.ssh.${key}`),
  ),
  'agents.entries.*.memory.search.remote.apiKey',
  'agents.entries.*.tts.personas.*.providers.*.apiKey',
  'agents.entries.*.tts.providers.*.apiKey',
  'channels.a2a.peers.*.outboundToken',
  'channels.a2a.peers.*.token',
  'channels.msteams.appPassword',
  'channels.nostr.privateKey',
  'cron.webhookToken',
  'env.vars.*',
  'gateway.auth.password',
  'gateway.auth.token',
  'gateway.controlUi.github.token',
  'gateway.remote.edgeAuth.*',
  'gateway.remote.password',
  'gateway.remote.token',
  'hooks.gmail.pushToken',
  'hooks.mappings.*.sessionKey',
  'hooks.token',
  'mcp.servers.*.env.*',
  'mcp.servers.*.headers.*',
  'memory.search.remote.apiKey',
  'models.providers.*.apiKey',
  'models.providers.*.headers.*',
  'models.providers.*.localService.env.*',
  'nodeHost.mcp.servers.*.env.*',
  'nodeHost.mcp.servers.*.headers.*',
  'proxy.proxyUrl',
  'security.installPolicy.exec.env.*',
  'skills.entries.*.apiKey',
  'talk.providers.*.apiKey',
  'talk.realtime.providers.*.apiKey',
  'tools.web.fetch.headers.*',
  'tts.personas.*.providers.*.apiKey',
  'tts.providers.*.apiKey',
];
