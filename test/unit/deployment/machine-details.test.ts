import { expect, it } from 'vitest';
import { Redactor } from '../../../src/core/redact.ts';
import { Mask } from '../../../src/deployment/doctor/mask.ts';
import { machineDetails } from '../../../src/deployment/machine-details.ts';

const redactor = new Redactor();
redactor.register('hunter2hunter2');

function details(machine: object): string {
  return machineDetails(machine, new Mask((text) => redactor.redact(text), ['my-openclaw']));
}

it('has what flyctl prints, as JSON', () => {
  const machine = {
    id: 'd8916e2c431518',
    private_ip: 'fdaa:0:1:a7b:2::2',
    config: { env: { NODE_ENV: 'production' }, guest: { cpus: 2 }, init: { cmd: ['node', 'dist/index.js'] } },
  };
  expect(JSON.parse(details(machine))).toEqual(machine);
});

it.each([
  ['a variable', { config: { env: { GREETING: 'letmein1234' } } }, 'letmein1234'],
  ['an option of the command', { config: { init: { cmd: ['node', '--token', 'abc123'] } } }, 'abc123'],
  ['a joined option', { config: { init: { exec: ['node', '--gateway-token=abc123'] } } }, 'abc123'],
  ['the command of a process', { config: { processes: [{ cmd: ['x', '--password', 'p4ss'] }] } }, 'p4ss'],
  ['a file', { config: { files: [{ guest_path: '/x', raw_value: 'c2VjcmV0' }] } }, 'c2VjcmV0'],
  ['the lease', { nonce: '4d2f6a8c0e13' }, '4d2f6a8c0e13'],
  ['a registered secret', { config: { metadata: { note: 'x hunter2hunter2 y' } } }, 'hunter2hunter2'],
])('hides what may be secret: %s', (_, machine, secret) => {
  const text = details(machine);
  expect(text).not.toContain(secret);
  expect(text).toContain('***');
  expect(() => JSON.parse(text)).not.toThrow();
});
