import { rmSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { hashOf } from '../../../src/gateway/config.ts';
import { compareWithPushed, likelyConfigPaths } from '../../../src/gateway/drift.ts';
import { localTransport } from '../remote/local-transport.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const bytes = Buffer.from('{ gateway: { mode: "local" } } // mine\n');

function pushedTo(machine: MachineFolder) {
  const configPath = machine.write('/data/openclaw.json', bytes);
  const transport = localTransport();
  const pushed = { configPath, sha256: hashOf(bytes), read: () => Promise.resolve(bytes) };
  return { transport, shell: machine.shell(transport), pushed };
}

describe('a configuration', () => {
  test('that is still what was pushed has not drifted, which one look tells', async () => {
    const { transport, shell, pushed } = pushedTo(new MachineFolder());
    expect(await compareWithPushed(shell, pushed)).toMatchObject({ drifted: false, remote: pushed.sha256 });
    expect(transport.calls).toBe(1);
  });

  test('has not drifted when the gateway wrote it anew with notes of its own', async () => {
    const machine = new MachineFolder();
    const { shell, pushed } = pushedTo(machine);
    machine.write(
      '/data/openclaw.json',
      '{"gateway":{"mode":"local"},"meta":{"lastTouchedVersion":"2026.9.6"}}',
    );
    expect(await compareWithPushed(shell, pushed)).toMatchObject({ drifted: false });
  });

  test('that means something else has drifted, and is fetched once', async () => {
    const machine = new MachineFolder();
    const { transport, shell, pushed } = pushedTo(machine);
    machine.write('/data/openclaw.json', '{ gateway: { mode: "remote" } }');
    const before = await compareWithPushed(shell, pushed);
    expect(before).toMatchObject({ drifted: true });
    const calls = transport.calls;
    expect(await compareWithPushed(shell, pushed, { before })).toEqual(before);
    expect(transport.calls).toBe(calls + 1);
  });

  test('that is gone has drifted', async () => {
    const machine = new MachineFolder();
    const { shell, pushed } = pushedTo(machine);
    rmSync(pushed.configPath);
    expect(await compareWithPushed(shell, pushed)).toEqual({
      remote: null,
      pushed: pushed.sha256,
      drifted: true,
    });
  });
});

test('the path of a configuration is told by the environment of the machine, or guessed', () => {
  expect(likelyConfigPaths({ env: { OPENCLAW_CONFIG_PATH: '/a//b.json' } })).toEqual(['/a/b.json']);
  expect(likelyConfigPaths({ env: { OPENCLAW_STATE_DIR: '/state/' } })).toEqual(['/state/openclaw.json']);
  expect(likelyConfigPaths({ env: {} })).toContain('/data/openclaw.json');
});
