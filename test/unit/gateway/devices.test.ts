import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import {
  approveDevice,
  approveSender,
  listDeviceRequests,
  parseSenderCode,
} from '../../../src/gateway/devices.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

/** What OpenClaw 2026.9.6 prints for `devices list --json`, with a second device whose words are meant to deceive. */
const list = {
  pending: [
    {
      requestId: '0f9e3c52-8a1b-4c3d-9e0f-1a2b3c4d5e6f',
      deviceId: 'ab12',
      publicKey: 'x',
      displayName: 'Chrome on Mac',
      platform: 'MacIntel',
      clientId: 'openclaw-control-ui',
      role: 'operator',
      roles: ['operator'],
      scopes: ['operator.admin', 'operator.pairing'],
      remoteIp: '172.16.0.9',
      isRepair: false,
      ts: 1_700_000_000_000,
    },
    {
      requestId: 'newer.request_1',
      deviceId: 'cd34',
      displayName: '$(verified) your\u202e phone\n\u0007',
      role: 'node',
      isRepair: true,
      ts: 1_700_000_001_000,
    },
    { requestId: '--all; reboot', deviceId: 'ef56' },
  ],
  paired: [],
};

function machineWith(script: string, version = '2026.9.6') {
  const machine = new MachineFolder();
  const manifest = { name: 'openclaw', version, type: 'module', bin: { openclaw: 'openclaw.mjs' } };
  const entry = machine.write('/opt/openclaw/openclaw.mjs', script);
  machine.write('/opt/openclaw/package.json', JSON.stringify(manifest, null, 2));
  const hints = {
    env: { OPENCLAW_STATE_DIR: machine.addFolder('/data') },
    command: ['node', entry, 'gateway', '--port', '3210'],
    internalPorts: [],
  };
  return { shell: machine.shell(), hints, told: () => readFileSync(machine.path('/data/told'), 'utf8') };
}

/** Writes down with which words and for which port it was called. */
const telling = `
import { writeFileSync } from 'node:fs';
const { OPENCLAW_STATE_DIR, OPENCLAW_GATEWAY_PORT } = process.env;
writeFileSync(OPENCLAW_STATE_DIR + '/told', [OPENCLAW_GATEWAY_PORT, ...process.argv.slice(2)].join(' '));
`;

const failing = (text: string): string => `console.error(${JSON.stringify(text)}); process.exit(1);`;

describe('devices that want to be paired', () => {
  it('are asked for at the port of the gateway, and listed with the newest first', async () => {
    const { shell, hints, told } = machineWith(
      `${telling} console.log(${JSON.stringify(JSON.stringify(list))});`,
    );
    expect(await listDeviceRequests(shell, hints)).toEqual([
      {
        id: 'newer.request_1',
        name: '(verified) your phone',
        platform: '',
        roles: ['node'],
        scopes: [],
        address: '',
        requestedAt: 1_700_000_001_000,
        isKnown: true,
      },
      {
        id: '0f9e3c52-8a1b-4c3d-9e0f-1a2b3c4d5e6f',
        name: 'Chrome on Mac',
        platform: 'MacIntel',
        roles: ['operator'],
        scopes: ['operator.admin', 'operator.pairing'],
        address: '172.16.0.9',
        requestedAt: 1_700_000_000_000,
        isKnown: false,
      },
    ]);
    expect(told()).toBe('3210 devices list --json');
  });

  it('are approved by their exact request', async () => {
    const { shell, hints, told } = machineWith(telling);
    await approveDevice(shell, hints, { id: 'newer.request_1' });
    expect(told()).toBe('3210 devices approve newer.request_1 --json');
    await expect(approveDevice(shell, hints, { id: '--latest' })).rejects.toThrow(RangeError);
    await expect(approveDevice(shell, hints, { id: 'a b' })).rejects.toThrow(RangeError);
  });

  it.each([
    [
      failing('No pending device request matches x.\nmore'),
      '2026.9.6',
      'No pending device request matches x.',
    ],
    [
      `console.log('{"ok":false,"error":{"message":"gateway closed (1006)"}}'); process.exit(1);`,
      '2026.9.6',
      'gateway closed (1006)',
    ],
    [
      failing(
        '[openclaw] The CLI command failed.\n[openclaw] Reason: No pending pairing request found.\n[openclaw] Try: …',
      ),
      '2026.9.6',
      'No pending pairing request found.',
    ],
    ['process.exit(3)', '2026.9.6', 'OpenClaw did not say why.'],
    ['', '2025.12.1', 'OpenClaw 2025.12.1 does not know this.'],
  ])('a failure is told in the words of OpenClaw %#', async (script, version, detail) => {
    const { shell, hints } = machineWith(script, version);
    await expect(listDeviceRequests(shell, hints)).rejects.toMatchObject({ kind: 'failed', detail });
  });

  it('are not made up from other output', async () => {
    const { shell, hints } = machineWith('console.log("nothing")');
    await expect(listDeviceRequests(shell, hints)).rejects.toMatchObject({ kind: 'badOutput' });
  });
});

describe('people on a channel', () => {
  it('are approved with their code', async () => {
    const { shell, hints, told } = machineWith(telling);
    await approveSender(shell, hints, { channel: 'telegram', code: 'ABCD2345' });
    expect(told()).toBe('3210 pairing approve telegram ABCD2345');
  });

  it.each([
    ['openclaw pairing approve telegram ABCD2345', { channel: 'telegram', code: 'ABCD2345' }],
    [' discord ABCD2345\n', { channel: 'discord', code: 'ABCD2345' }],
    ['ABCD2345', undefined],
    ['telegram; reboot', undefined],
    ['Telegram abcd2345', undefined],
  ])('%j', (text, expected) => {
    expect(parseSenderCode(text)).toEqual(expected);
  });
});
