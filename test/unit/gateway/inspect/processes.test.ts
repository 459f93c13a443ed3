import { describe, expect, test } from 'vitest';
import { Redactor } from '../../../../src/core/redact.ts';
import { maskWords, readAddress } from '../../../../src/gateway/inspect/processes.ts';

// Entries of /proc/net/tcp and /proc/net/tcp6 of Linux on x86-64.
test.each([
  ['00000000:0BB8', '0.0.0.0:3000'],
  ['0100007F:4965', '127.0.0.1:18789'],
  ['0302A8C0:0016', '192.168.2.3:22'],
  ['00000000000000000000000000000000:0BB8', '[::]:3000'],
  ['00000000000000000000000001000000:0BB8', '[::1]:3000'],
  ['B80D0120000000000000000001000000:01BB', '[2001:db8::1]:443'],
])('the address %s is %s', (entry, address) => {
  expect(readAddress(entry)).toBe(address);
});

describe('words of a command', () => {
  test.each<[string[], string[]]>([
    [
      ['gateway', '--token', 'a b', '--port', '3000'],
      ['gateway', '--token', '***', '--port', '3000'],
    ],
    [
      ['gateway', '--gateway-password', '-x', '--api-key=abcdef'],
      ['gateway', '--gateway-password', '***', '--api-key=***'],
    ],
    [
      ['sh', '-c', 'OPENCLAW_GATEWAY_TOKEN=abcdef node openclaw.mjs gateway'],
      ['sh', '-c', 'OPENCLAW_GATEWAY_TOKEN=*** node openclaw.mjs gateway'],
    ],
    [
      ['gateway', '--password', '--bind', 'lan'],
      ['gateway', '--password', '--bind', 'lan'],
    ],
  ])('%j are shown as %j', (words, shown) => {
    expect(maskWords(words, new Redactor())).toEqual(shown);
  });

  test('have no value that was registered as a secret', () => {
    const redactor = new Redactor();
    redactor.register('hunter2');
    expect(maskWords(['gateway', 'say hunter2'], redactor)).toEqual(['gateway', 'say ***']);
  });
});
