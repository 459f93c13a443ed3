import { isRecord } from './path.ts';
import { retiredKeys } from './retired-keys.ts';

/**
 * A setting of earlier versions of OpenClaw, and what `openclaw doctor --fix` of 2026.9.6 makes of it. The gateway makes the
 * same changes when it starts, not when it reads a file that was changed, and `openclaw config validate` refuses most of them.
 */
export interface LegacyKey {
  /** A pattern (see `placesAt`). */
  readonly at: string;
  /** The pattern to move it to, with as many `*`, or the same one to change the value. What has none is dropped. */
  readonly to?: string;
  /** The value at the new place; undefined when the old one is not a legacy one. The same value when left out. */
  readonly convert?: (value: unknown) => unknown;
  /** The gateway still reads it, so that it is no error. */
  readonly tolerated?: true;
}

function rename(at: string, name: string, convert?: (value: unknown) => unknown): LegacyKey {
  return { at, to: [...at.split('.').slice(0, -1), name].join('.'), ...(convert && { convert }) };
}

function change(at: string, convert: (value: unknown) => unknown): LegacyKey {
  return { at, to: at, convert };
}

/** The values of a setting that were renamed. */
function values(at: string, renamed: Readonly<Record<string, string>>): LegacyKey {
  return change(at, (value) => (typeof value === 'string' ? renamed[value.trim().toLowerCase()] : undefined));
}

/** A setting of a channel, which its accounts have too. */
function inChannel(pattern: string, toRow: (at: string) => LegacyKey): readonly LegacyKey[] {
  const [channel = '', ...rest] = pattern.split('.');
  return [`channels.${channel}`, `channels.${channel}.accounts.*`].map((owner) =>
    toRow(`${owner}.${rest.join('.')}`),
  );
}

/** A setting of agents: of the defaults, of each entry, and of each item of the old list. */
function inAgents(pattern: string, toRow: (at: string) => LegacyKey): readonly LegacyKey[] {
  return ['agents.defaults', 'agents.entries.*', 'agents.list.*'].map((owner) =>
    toRow(`${owner}.${pattern}`),
  );
}

/** A setting of tools: for all agents, for each entry, and for each item of the old list. */
function inTools(pattern: string, toRow: (at: string) => LegacyKey): readonly LegacyKey[] {
  return ['tools', 'agents.entries.*.tools', 'agents.list.*.tools'].map((owner) =>
    toRow(`${owner}.${pattern}`),
  );
}

const renameTo = (name: string, convert?: (value: unknown) => unknown) => (at: string) =>
  rename(at, name, convert);
const milliseconds = (value: unknown) => (typeof value === 'number' && value > 0 ? value * 1000 : undefined);
const bindAliases = {
  '0.0.0.0': 'lan',
  '::': 'lan',
  '[::]': 'lan',
  '*': 'lan',
  '127.0.0.1': 'loopback',
  localhost: 'loopback',
  '::1': 'loopback',
  '[::1]': 'loopback',
};

const channelKeys: readonly LegacyKey[] = [
  ...inChannel('discord.guilds.*.channels.*.allow', renameTo('enabled')),
  ...inChannel('discord.voice.realtime.voice', renameTo('speakerVoice')),
  rename('channels.feishu.accounts.*.botName', 'name'),
  ...inChannel('googlechat.groups.*.allow', renameTo('enabled')),
  ...inChannel('googlechat.serviceAccountRef', renameTo('serviceAccount')),
  ...inChannel('matrix.groups.*.allow', renameTo('enabled')),
  ...inChannel('matrix.rooms.*.allow', renameTo('enabled')),
  ...inChannel('slack.channels.*.allow', renameTo('enabled')),
  ...inChannel('slack.identity', renameTo('postAs')),
  ...inChannel('whatsapp.messagePrefix', renameTo('responsePrefix')),
  ...inChannel('zalouser.groups.*.allow', renameTo('enabled')),
  ...inChannel('*.threadBindings.ttlHours', renameTo('idleHours')),
  ...inChannel(
    '*.heartbeat',
    renameTo('heartbeatVisibility', (value) => (isVisibility(value) ? value : undefined)),
  ),
];

function isVisibility(value: unknown): boolean {
  const known = ['showOk', 'showAlerts', 'useIndicator'];
  return isRecord(value) && Object.keys(value).every((key) => known.includes(key));
}

const agentKeys: readonly LegacyKey[] = [
  ...inAgents('embeddedPi', renameTo('embeddedAgent')),
  ...inAgents(
    'sandbox.perSession',
    renameTo('scope', (value) => (value === true ? 'session' : 'shared')),
  ),
  ...inAgents('sandbox.browser.enableNoVnc', renameTo('noVncEnabled')),
  ...inTools('exec.timeoutSec', renameTo('timeoutSeconds')),
  ...inTools('codeMode.runtime', renameTo('executor')),
  ...inAgents('contextTokens', (at) => ({ at, tolerated: true })),
  { at: 'agents.defaults.imageGenerationModel', to: 'agents.defaults.mediaModels.image' },
  { at: 'agents.defaults.videoGenerationModel', to: 'agents.defaults.mediaModels.video' },
  { at: 'agents.defaults.musicGenerationModel', to: 'agents.defaults.mediaModels.music' },
  { at: 'agents.defaults.memorySearch', to: 'memory.search' },
  { at: 'agents.entries.*.memorySearch', to: 'agents.entries.*.memory.search' },
  { at: 'agents.list.*.memorySearch', to: 'agents.list.*.memory.search' },
  rename('agents.defaults.pdfMaxBytesMb', 'pdfMaxMb'),
];

const serverKeys: readonly LegacyKey[] = ['mcp.servers.*', 'nodeHost.mcp.servers.*'].flatMap((server) => [
  rename(`${server}.disabled`, 'enabled', (value) => (typeof value === 'boolean' ? !value : undefined)),
  rename(`${server}.connectTimeout`, 'connectionTimeoutMs', milliseconds),
  rename(`${server}.connect_timeout`, 'connectionTimeoutMs', milliseconds),
  rename(`${server}.timeout`, 'requestTimeoutMs', milliseconds),
  rename(`${server}.workingDirectory`, 'cwd'),
  rename(`${server}.supports_parallel_tool_calls`, 'supportsParallelToolCalls'),
  rename(`${server}.ssl_verify`, 'sslVerify'),
  rename(`${server}.client_cert`, 'clientCert'),
  rename(`${server}.client_key`, 'clientKey'),
]);

const otherKeys: readonly LegacyKey[] = [
  { at: 'audit', to: 'logging.audit' },
  { at: 'cron.failureDestination', to: 'cron.failureAlert' },
  { at: 'defaultModel', to: 'agents.defaults.model' },
  { at: 'gateway.nodes.allowCommands', to: 'gateway.nodes.commands.allow' },
  { at: 'gateway.nodes.denyCommands', to: 'gateway.nodes.commands.deny' },
  { at: 'gateway.nodes.skills.enabled', to: 'gateway.nodes.allowSkills' },
  { at: 'heartbeat', to: 'agents.defaults.heartbeat' },
  { at: 'media', to: 'attachments' },
  { at: 'memorySearch', to: 'memory.search' },
  { at: 'messages.messagePrefix', to: 'channels.whatsapp.responsePrefix' },
  { at: 'messages.tts', to: 'tts' },
  { at: 'routing.allowFrom', to: 'channels.whatsapp.allowFrom' },
  { at: 'routing.groupChat.historyLimit', to: 'messages.groupChat.historyLimit' },
  { at: 'routing.groupChat.mentionPatterns', to: 'messages.groupChat.mentionPatterns' },
  { at: 'session.typingMode', to: 'agents.defaults.typingMode' },
  { at: 'tools.experimental.planTool', to: 'tools.updatePlan' },
  { at: 'web.enabled', to: 'channels.whatsapp.enabled' },
  // A variable stood in `env` itself before `env.vars`; `shellEnv` and `vars` are objects.
  { at: 'env.*', to: 'env.vars.*', convert: (value) => (typeof value === 'string' ? value : undefined) },
  rename('browser.ssrfPolicy.hostnameAllowlist', 'allowedHostnames'),
  rename('session.maintenance.pruneDays', 'pruneAfter', (value) => `${String(value)}d`),
  rename('session.resetByType.dm', 'direct'),
  rename('session.threadBindings.ttlHours', 'idleHours'),
  rename('skills.workshop.autonomous.enabled', 'mode', (value) => (value === false ? 'off' : 'propose')),
  rename('talk.realtime.voice', 'speakerVoice'),
  values('bindings.*.match.peer.kind', { dm: 'direct' }),
  values('gateway.bind', bindAliases),
  values('gateway.reload.mode', { hot: 'hybrid', restart: 'hybrid' }),
  values('logging.consoleStyle', { compact: 'pretty' }),
  values('messages.queue.mode', { queue: 'steer', 'steer-backlog': 'followup', 'steer+backlog': 'followup' }),
  { at: 'gateway.controlUi.dangerouslyDisableDeviceAuth', tolerated: true },
  { at: 'plugins.entries.github-copilot.config.discovery.enabled', tolerated: true },
];

/** All of them but `agents.list`, which is more than one key. */
export const legacyKeys: readonly LegacyKey[] = [
  ...channelKeys,
  ...agentKeys,
  ...serverKeys,
  ...otherKeys,
  ...retiredKeys.map((at) => ({ at })),
];
