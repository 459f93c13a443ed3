import { describe, expect, test } from 'vitest';
import {
  configFinding,
  fixesOf,
  found,
  guideConfig,
  marked,
  snapshot,
  textOf,
} from '../../openclaw-snapshots.ts';

const inside = { variables: ['OPENCLAW_GATEWAY_TOKEN'] };

describe('a channel', () => {
  test('needs its token', () => {
    const [finding, ...others] = found('channel-token', snapshot({ inside, secrets: { data: [] } }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      title: 'discord is enabled but has no token',
      evidence: [{ text: 'channels.discord' }, { text: 'DISCORD_BOT_TOKEN' }],
    });
    expect(marked(textOf(guideConfig), finding)).toBe('"discord"');
    expect(fixesOf(finding)).toEqual(['setSecret DISCORD_BOT_TOKEN']);
  });

  test('gets a staged token by a deploy', () => {
    const secrets = { data: [{ name: 'DISCORD_BOT_TOKEN', digest: '0', status: 'Staged' }] };
    const [finding] = found('channel-token', snapshot({ inside, secrets }));
    expect(finding?.title).toBe('The token of discord is staged but not deployed');
    expect(fixesOf(finding)).toEqual(['secrets deploy -a my-openclaw']);
  });

  test.each<[string, object]>([
    ['is switched off', { channels: { discord: { enabled: false } } }],
    ['has it in the file', { channels: { discord: { token: 'x' } } }],
    ['has it in an account', { channels: { discord: { accounts: { one: { token: 'x' } } } } }],
    ['has it in env.vars', { env: { vars: { DISCORD_BOT_TOKEN: 'x' } } }],
    ['may have it in an included file', { channels: { $include: './channels.json5' } }],
    ['needs none', { channels: { whatsapp: {} } }],
  ])('is fine when it %s', (_why, more) => {
    const config = { ...guideConfig, ...more };
    expect(found('channel-token', snapshot({ inside, config, secrets: { data: [] } }))).toEqual([]);
  });
});

describe('a variable', () => {
  const finding = (code: string, variable: string, path: string) =>
    configFinding({ severity: 'warning', code, variable, path });

  test('that nothing sets is one finding, wherever it is named', () => {
    const configFindings = ['a', 'b'].map((path) => finding('missing-variable', 'SLACK_BOT_TOKEN', path));
    const [missing, ...others] = found('variable-missing', snapshot({ configFindings }));
    expect(others).toEqual([]);
    expect(missing).toMatchObject({
      severity: 'warning',
      title: 'SLACK_BOT_TOKEN is not set',
      evidence: [{ text: 'a: No.' }, { text: 'b: No.' }],
      place: { file: 'openclaw.json' },
    });
    expect(fixesOf(missing)).toEqual(['setSecret SLACK_BOT_TOKEN', 'openConfig']);
  });

  test('that is staged comes with the next deploy', () => {
    const configFindings = [finding('staged-secret', 'SLACK_BOT_TOKEN', 'a')];
    const [staged] = found('variable-staged', snapshot({ configFindings }));
    expect(fixesOf(staged)).toEqual(['secrets deploy -a my-openclaw']);
  });

  test('that the machine has after all is fine', () => {
    const configFindings = [finding('missing-variable', 'DISCORD_BOT_TOKEN', 'a')];
    expect(found('variable-missing', snapshot({ configFindings }))).toEqual([]);
  });

  test('of a provider may have another name that it reads', () => {
    const configFindings = [finding('missing-credential', 'GEMINI_API_KEY', 'agents.defaults.model')];
    const [missing] = found('model-credential', snapshot({ configFindings }));
    expect(missing).toMatchObject({ severity: 'warning' });
    expect(fixesOf(missing)).toEqual(['setSecret GEMINI_API_KEY']);
    const set = { variables: ['GOOGLE_API_KEY'] };
    expect(found('model-credential', snapshot({ configFindings, inside: set }))).toEqual([]);
  });
});
