import { describe, expect, it } from 'vitest';
import { isSetting, parseEnvFile } from '../../../../src/features/secrets/env-file.ts';

describe('a .env file', () => {
  it('is read with quotes, comments, exports and several lines', () => {
    const text = [
      '# keys',
      'PLAIN=value # comment',
      'export EXPORTED=1',
      'SINGLE=\'a#b "c"\'',
      'DOUBLE="line\\nnext"',
      'KEY="-----BEGIN\nabc\n-----END"',
      'URL=https://x.test/?a=b',
      '',
    ].join('\r\n');
    expect(parseEnvFile(text).secrets).toEqual([
      { name: 'DOUBLE', value: 'line\nnext' },
      { name: 'EXPORTED', value: '1' },
      { name: 'KEY', value: '-----BEGIN\nabc\n-----END' },
      { name: 'PLAIN', value: 'value' },
      { name: 'SINGLE', value: 'a#b "c"' },
      { name: 'URL', value: 'https://x.test/?a=b' },
    ]);
  });

  it('counts the last of equal names', () => {
    expect(parseEnvFile('A=1\nA=2').secrets).toEqual([{ name: 'A', value: '2' }]);
  });

  it('names what it leaves out', () => {
    expect(parseEnvFile('EMPTY=\nQUOTED=""\nmy-key=1\n1ST=2\nA=1')).toEqual({
      secrets: [{ name: 'A', value: '1' }],
      leftOut: ['1ST', 'EMPTY', 'QUOTED', 'my-key'],
    });
  });
});

describe('a name', () => {
  it.each(['NODE_ENV', 'NODE_OPTIONS', 'PORT', 'TZ', 'OPENCLAW_STATE_DIR', 'FLY_REGION'])(
    'is of a setting: %s',
    (name) => {
      expect(isSetting(name)).toBe(true);
    },
  );

  it.each([
    'OPENCLAW_GATEWAY_TOKEN',
    'OPENCLAW_GATEWAY_PASSWORD',
    'DISCORD_BOT_TOKEN',
    'MY_PORT',
    'OPENAI_API_KEY',
  ])('may be of a secret: %s', (name) => {
    expect(isSetting(name)).toBe(false);
  });
});
