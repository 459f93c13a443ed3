import { describe, expect, it } from 'vitest';
import {
  mergeUses,
  type SecretReader,
  secretUse,
  type SecretUse,
} from '../../../src/deployment/secret-use.ts';

const bare: SecretReader = { env: {}, command: [] };

function use(config: string, secrets: readonly string[], reader = bare): SecretUse {
  const found = secretUse(config, secrets, reader);
  expect(found).toBeDefined();
  return found ?? { marks: new Map(), settings: new Map(), known: new Set() };
}

function marks(config: string, secrets: readonly string[], reader = bare): object {
  return Object.fromEntries(use(config, secrets, reader).marks);
}

describe('a secret is used', () => {
  it.each([
    ['in a text', '{ hooks: { token: "pre-${MY_SECRET}" } }', 'hooks.token'],
    [
      'as a reference to the environment',
      '{ channels: { discord: { token: { source: "env", provider: "default", id: "MY_SECRET" } } } }',
      'channels.discord.token',
    ],
    ['as OpenClaw reads a whole `$NAME`', '{ hooks: { token: "$MY_SECRET" } }', 'hooks.token'],
    [
      'where a setting holds its name',
      '{ channels: { reef: { guard: { apiKeyEnv: "MY_SECRET" } } } }',
      'channels.reef.guard.apiKeyEnv',
    ],
    [
      'in a command',
      '{ mcp: { servers: { x: { args: ["-c", "curl $MY_SECRET"] } } } }',
      'mcp.servers.x.args.1',
    ],
    ['as a variable that it replaces', '{ env: { vars: { MY_SECRET: "default" } } }', 'env.vars.MY_SECRET'],
  ])('%s', (_, config, setting) => {
    const { marks, settings } = use(config, ['MY_SECRET']);
    expect([...marks]).toEqual([]);
    expect(settings.get('MY_SECRET')).toEqual([setting]);
  });

  it('by the machine', () => {
    const command = ['sh', '-c', 'restore --key "$BACKUP_SECRET" && node openclaw.mjs gateway'];
    expect(marks('{}', ['BACKUP_SECRET'], { env: {}, command })).toEqual({});
    expect(marks('{}', ['BACKUP_SECRET'], { env: { RUN: 'x $BACKUP_SECRET' }, command: [] })).toEqual({});
  });

  it.each([
    'OPENCLAW_GATEWAY_TOKEN',
    'ANTHROPIC_API_KEY',
    'DEEPGRAM_API_KEY',
    'SLACK_APP_TOKEN',
    'HF_TOKEN',
    'NODE_OPTIONS',
  ])('by OpenClaw itself: %s', (name) => {
    const { marks, known } = use('{}', [name]);
    expect([...marks]).toEqual([]);
    expect([...known]).toEqual([name]);
  });
});

describe('a secret is unused', () => {
  it.each(['{}', '{ hooks: { token: "${MY_SECRET_2}" } }', '{ /* ${MY_SECRET} */ }'])('in %s', (config) => {
    expect(marks(config, ['MY_SECRET'])).toMatchObject({ MY_SECRET: 'unused' });
  });

  it('never as long as other files may name it', () => {
    expect(marks('{ channels: { $include: "./channels.json5" } }', ['MY_SECRET'])).toEqual({});
  });
});

describe('a variable is missing', () => {
  const config = '{ hooks: { token: "${HOOKS_TOKEN}" }, gateway: { auth: { token: "${A}${HOME}$${B}" } } }';

  it('when nothing gives it', () => {
    expect(marks(config, [])).toEqual({ HOOKS_TOKEN: 'missing', A: 'missing' });
  });

  it('unless a secret, the machine or the file gives it', () => {
    expect(marks(config, ['A'], { env: { HOOKS_TOKEN: 'x' }, command: [] })).toEqual({});
    expect(marks('{ env: { vars: { X: "1" } }, hooks: { token: "${X}" } }', [])).toEqual({});
  });

  it('never as long as other files may give it', () => {
    expect(marks('{ $include: "./rest.json5", hooks: { token: "${X}" } }', [])).toEqual({});
  });
});

it.each(['{', '[]', '"text"'])('says nothing of what OpenClaw cannot read: %s', (config) => {
  expect(secretUse(config, ['A'], bare)).toBeUndefined();
});

describe('several gateways', () => {
  const secrets = ['A', 'B', 'C', 'OPENCLAW_GATEWAY_TOKEN'];
  const merged = mergeUses([
    use('{ hooks: { token: "${A}" } }', secrets),
    use('{ hooks: { token: "${B}" }, talk: "${D} ${B}" }', secrets),
  ]);

  it('use a secret when one of them does, and miss one when one of them does', () => {
    expect(Object.fromEntries(merged.marks)).toEqual({ C: 'unused', D: 'missing' });
    expect([...merged.known]).toEqual(['OPENCLAW_GATEWAY_TOKEN']);
  });

  it('name it in all their settings', () => {
    expect(Object.fromEntries(merged.settings)).toEqual({ A: ['hooks.token'], B: ['hooks.token', 'talk'] });
  });
});
