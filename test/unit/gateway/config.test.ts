import { chmodSync, symlinkSync, utimesSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { hashOf, maxConfigBytes, readConfig, statConfig } from '../../../src/gateway/config.ts';
import { localTransport } from '../remote/local-transport.ts';
import { MachineFolder } from './machine-folder.ts';
import { pathWithout } from './tools.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const bytes = Buffer.concat([Buffer.from('\uFEFF// Grüße\r\n{ a: 1 }'), Buffer.from([0xff, 0x00, 0x0a])]);

function machineWithConfig(path = '/data/openclaw.json') {
  const machine = new MachineFolder();
  const configPath = machine.write(path, bytes);
  chmodSync(configPath, 0o640);
  utimesSync(configPath, 1_790_000_000, 1_790_000_000);
  return { machine, configPath };
}

const facts = {
  exists: true,
  sha256: hashOf(bytes),
  size: bytes.length,
  mtimeMs: 1_790_000_000_000,
  mode: 0o640,
  uid: process.getuid?.(),
  gid: process.getgid?.(),
};

describe('a configuration', () => {
  test('is read byte for byte', async () => {
    const { machine, configPath } = machineWithConfig();
    const file = await readConfig(machine.shell(), { configPath });
    expect(file).toEqual({ ...facts, path: configPath, bytes });
  });

  test('is looked at without its content', async () => {
    const { machine, configPath } = machineWithConfig();
    expect(await statConfig(machine.shell(), { configPath })).toEqual({ ...facts, path: configPath });
  });

  test('may have any path', async () => {
    const { machine, configPath } = machineWithConfig(`/it's $HOME; "x"\t*/-n\n.json`);
    expect(await readConfig(machine.shell(), { configPath })).toMatchObject({
      path: configPath,
      sha256: hashOf(bytes),
    });
  });

  test('that is a symbolic link is the file behind it', async () => {
    const { machine, configPath } = machineWithConfig('/etc/real.json');
    const link = machine.path('/link.json');
    symlinkSync(configPath, link);
    expect(await readConfig(machine.shell(), { configPath: link })).toEqual({
      ...facts,
      path: configPath,
      bytes,
    });
  });

  test('may be missing', async () => {
    const machine = new MachineFolder();
    const configPath = machine.path('/data/openclaw.json');
    expect(await readConfig(machine.shell(), { configPath })).toEqual({ exists: false, path: configPath });
    expect(await statConfig(machine.shell(), { configPath })).toEqual({ exists: false, path: configPath });
  });

  test('may be empty', async () => {
    const machine = new MachineFolder();
    const configPath = machine.write('/data/openclaw.json', '');
    expect(await readConfig(machine.shell(), { configPath })).toMatchObject({
      size: 0,
      bytes: Buffer.alloc(0),
    });
  });

  test('of more than 1 MiB is refused, of 1 MiB is not', async () => {
    const machine = new MachineFolder();
    const configPath = machine.write('/data/openclaw.json', Buffer.alloc(maxConfigBytes, 'x'));
    expect(await readConfig(machine.shell(), { configPath })).toMatchObject({ size: maxConfigBytes });
    machine.write('/data/openclaw.json', Buffer.alloc(maxConfigBytes + 1, 'x'));
    const failure = { kind: 'failed', detail: expect.stringContaining('1 MiB') };
    await expect(readConfig(machine.shell(), { configPath })).rejects.toMatchObject(failure);
  });

  test('that is a folder is refused', async () => {
    const machine = new MachineFolder();
    const configPath = machine.addFolder('/data/openclaw.json');
    const failure = { kind: 'failed', detail: expect.stringContaining('not a file') };
    await expect(readConfig(machine.shell(), { configPath })).rejects.toMatchObject(failure);
  });
});

test.each([['sha256sum'], ['sha256sum', 'openssl']])('the hash does not need %s', async (...missing) => {
  const { machine, configPath } = machineWithConfig();
  const PATH = pathWithout(machine, missing);
  const shell = machine.shell(localTransport({ env: { PATH } }));
  expect(await statConfig(shell, { configPath })).toEqual({ ...facts, path: configPath });
});
