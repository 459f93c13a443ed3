import { chmodSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readVersion } from '../../../src/gateway/version.ts';
import { localTransport } from '../remote/local-transport.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

function installed(machine: MachineFolder, folder: string, version: string, name = 'openclaw'): string {
  const manifest = { name, version, engines: { node: '>=22' }, overrides: { version: '0.0.1' } };
  return dirname(machine.write(`${folder}/package.json`, JSON.stringify(manifest, null, 2)));
}

test('the version is that of the package in the command', async () => {
  const machine = new MachineFolder();
  const folder = installed(machine, '/opt/openclaw', '2026.9.6');
  const read = (entry: string) =>
    readVersion(machine.shell(), { command: ['node', `${folder}/${entry}`, 'gateway'] });
  expect(await read('openclaw.mjs')).toBe('2026.9.6');
  expect(await read('dist/index.js')).toBe('2026.9.6');
});

test('the version is that of the folder in which the gateway runs', async () => {
  const machine = new MachineFolder();
  machine.addProcess({ pid: 620, command: ['openclaw-gateway'] });
  symlinkSync(installed(machine, '/srv/app', '2026.1.24', 'clawdbot'), machine.path('/proc/620/cwd'));
  expect(await readVersion(machine.shell(), { command: [] })).toBe('2026.1.24');
});

test('the version is that of the openclaw on the PATH', async () => {
  const machine = new MachineFolder();
  installed(machine, '/lib/node_modules/openclaw', '2026.2.26');
  const entry = machine.write('/lib/node_modules/openclaw/openclaw.mjs', '#!/usr/bin/env node');
  chmodSync(entry, 0o755);
  symlinkSync(entry, `${machine.addFolder('/bin')}/openclaw`);
  const PATH = `${machine.path('/bin')}:${process.env['PATH']}`;
  const shell = machine.shell(localTransport({ env: { PATH } }));
  expect(await readVersion(shell, { command: [] })).toBe('2026.2.26');
});

test('there is no version where there is no OpenClaw', async () => {
  const machine = new MachineFolder();
  const folder = installed(machine, '/srv/app', '1.0.0', 'gateway');
  const command = ['node', `${folder}/dist/index.js`, 'gateway'];
  const shell = machine.shell(localTransport({ env: { PATH: '/usr/bin:/bin' } }));
  expect(await readVersion(shell, { command })).toBeUndefined();
});
