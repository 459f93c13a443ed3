import { expect, it } from 'vitest';
import { webhooksOf } from '../../../../src/deployment/harden/webhooks.ts';
import { effectiveConfig } from '../../../../src/gateway/check/effective.ts';

const found = (value: object): readonly string[] =>
  webhooksOf(effectiveConfig(value, { keyedAgents: true })).map(({ setting, path }) => `${setting} ${path}`);

it.each([
  ['a channel that polls', { telegram: { botToken: 'x' } }, []],
  [
    'a channel with a webhook',
    { telegram: { webhookUrl: 'https://x' } },
    ['channels.telegram /telegram-webhook'],
  ],
  ['a path of the user’s own', { line: { webhookPath: '/mine' } }, ['channels.line /mine']],
  ['a path in a table', { msteams: { webhook: { path: '/teams' } } }, ['channels.msteams /teams']],
  [
    'an account of its own',
    { slack: { accounts: { a: { mode: 'http' } } } },
    ['channels.slack /slack/events'],
  ],
  ['socket mode', { slack: { mode: 'socket' } }, []],
  ['a channel that is off', { line: { enabled: false } }, []],
  ['an account that is off', { slack: { accounts: { a: { mode: 'http', enabled: false } } } }, []],
  ['a channel that always needs one', { googlechat: { enabled: true } }, ['channels.googlechat /googlechat']],
  ['channels that ask by themselves', { discord: {}, whatsapp: { enabled: true } }, []],
])('%s', (_, channels, expected) => {
  expect(found({ channels })).toEqual(expected);
});

it('a plugin with a tunnel of its own goes on hearing', () => {
  const voice = (config: object): object => ({
    plugins: { entries: { 'voice-call': { enabled: true, config } } },
  });
  expect(found(voice({ provider: 'twilio' }))).toEqual(['plugins.entries.voice-call /voice/webhook']);
  expect(found(voice({ tunnel: { provider: 'ngrok' } }))).toEqual([]);
  expect(found(voice({ tailscale: { mode: 'funnel' } }))).toEqual([]);
});

it('hooks hear while they are on', () => {
  expect(found({ hooks: { enabled: true } })).toEqual(['hooks /hooks']);
  expect(found({ hooks: { token: 'x' } })).toEqual([]);
});

it('nothing is known without a configuration', () => {
  expect(webhooksOf(undefined)).toEqual([]);
});
