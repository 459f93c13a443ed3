import { describe, expect, test } from 'vitest';
import { guardsOf } from '../../../src/gateway/push-guards.ts';

const meta = '"meta": { "lastTouchedVersion": "2026.9.6" }';
const whole = `{ "gateway": { "mode": "local" }, ${meta}, "channels": { "irc": { "password": "hunter2hunter2" } } }`;

function codes(before: string | null, after: string): string[] {
  return guardsOf(before, after).map(({ code, severity }) => `${code}: ${severity}`);
}

describe('before a push', () => {
  test.each([
    ['the same', whole, whole],
    ['a comment more', whole, `// why\n${whole}`],
    ['the first file', null, '{}'],
    ['half of the bytes', 'x'.repeat(100), 'y'.repeat(50)],
    [
      'a mode that may come from another file',
      whole,
      whole.replace('"mode": "local"', '"$include": "./gateway.json"'),
    ],
    ['notes that may come from another file', whole, whole.replace(meta, '"$include": ["./rest.json"]')],
  ])('%s raises no question', (_name, before, after) => {
    expect(codes(before, after)).toEqual([]);
  });

  test.each([
    ['less than half of the bytes', `${whole}//${'ü'.repeat(100)}`, whole, ['shrinks: ask']],
    ['no mode', whole, whole.replace('"mode": "local"', '"port": 3000'), ['drops-mode: ask']],
    ['no notes of the gateway', whole, whole.replace(meta, '"ui": { "a": "padding" }'), ['drops-meta: ask']],
    ['nothing at all', whole, '{}', ['shrinks: ask', 'drops-mode: ask', 'drops-meta: ask']],
    ['a placeholder', whole, whole.replace('hunter2hunter2', '__OPENCLAW_REDACTED__'), ['redacted: block']],
    ['a placeholder in the first file', null, '{ "x": "***" }', ['redacted: block']],
    ['a text that cannot be read', whole, '{', ['shrinks: ask']],
  ])('%s: %j', (_name, before, after, expected) => {
    expect(codes(before, after)).toEqual(expected);
  });

  test('a placeholder that is on the machine already is no loss', () => {
    const masked = whole.replace('hunter2hunter2', '***');
    expect(codes(masked, masked.replace('local', 'remote'))).toEqual([]);
  });

  test('the message names what would be lost, and no secret', () => {
    const [guard] = guardsOf(whole, whole.replace('hunter2hunter2', '***'));
    expect(guard?.message).toContain('channels.irc.password');
    expect(JSON.stringify(guardsOf(whole, '{}'))).not.toContain('hunter2');
    expect(guardsOf('x'.repeat(999), '{}')[0]?.message).toContain('999');
  });
});
