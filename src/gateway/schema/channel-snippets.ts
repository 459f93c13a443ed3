import { variable } from './snippet.ts';

/** The least that connects a channel, for those that people use most. */
export const channelBodies: Readonly<Record<string, unknown>> = {
  discord: {
    enabled: true,
    token: variable('DISCORD_BOT_TOKEN', 1),
    groupPolicy: 'allowlist',
    guilds: { '${2:123456789012345678}': { channels: { '${3:general}': { enabled: true } } } },
  },
  googlechat: {
    enabled: true,
    serviceAccountFile: '${1:/data/googlechat.json}',
    audienceType: 'app-url',
    audience: '${2:https://my-openclaw.fly.dev/googlechat}',
  },
  imessage: {
    enabled: true,
    cliPath: '${1:/usr/local/bin/imsg}',
    dmPolicy: 'allowlist',
    allowFrom: ['${2:+15555550123}'],
  },
  irc: { enabled: true, host: '${1:irc.libera.chat}', nick: '${2:openclaw}', channels: ['${3:#openclaw}'] },
  line: {
    enabled: true,
    channelAccessToken: variable('LINE_CHANNEL_ACCESS_TOKEN', 1),
    channelSecret: variable('LINE_CHANNEL_SECRET', 2),
  },
  matrix: {
    enabled: true,
    homeserver: '${1:https://matrix.org}',
    accessToken: variable('MATRIX_ACCESS_TOKEN', 2),
    dm: { policy: 'pairing' },
  },
  mattermost: {
    enabled: true,
    baseUrl: '${1:https://chat.example.com}',
    botToken: variable('MATTERMOST_BOT_TOKEN', 2),
  },
  msteams: {
    enabled: true,
    appId: '${1:00000000-0000-0000-0000-000000000000}',
    appPassword: variable('MSTEAMS_APP_PASSWORD', 2),
    tenantId: '${3:00000000-0000-0000-0000-000000000000}',
  },
  signal: {
    enabled: true,
    account: '${1:+15555550123}',
    transport: { kind: 'external-native', url: '${2:http://127.0.0.1:8080}' },
  },
  slack: {
    enabled: true,
    mode: 'socket',
    botToken: variable('SLACK_BOT_TOKEN', 1),
    appToken: variable('SLACK_APP_TOKEN', 2),
  },
  telegram: { enabled: true, botToken: variable('TELEGRAM_BOT_TOKEN', 1), dmPolicy: 'pairing' },
  whatsapp: { enabled: true, dmPolicy: 'allowlist', allowFrom: ['${1:+15555550123}'] },
};
