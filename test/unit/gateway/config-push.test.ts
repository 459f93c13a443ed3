import { chmodSync, chownSync, lstatSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hashOf } from '../../../src/gateway/config.ts';
import { MachineFolder } from './machine-folder.ts';
import { after, before, machineWithConfig, pushConfig } from './machine-with-config.ts';
import { pathWith } from './tools.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const isRoot = process.getuid?.() === 0;

describe('a push', () => {
  test('replaces the file, byte for byte, and keeps the old one beside it', async () => {
    const { configPath, live, files, push } = machineWithConfig();
    expect(await push()).toMatchObject({
      outcome: 'written',
      file: { path: configPath, sha256: hashOf(after), size: after.length },
    });
    expect(live()).toEqual(after);
    expect(files()).toEqual(['openclaw.json', 'openclaw.json.before-push']);
    expect(readFileSync(`${configPath}.before-push`)).toEqual(before);
  });

  test('carries any bytes', async () => {
    const { machine, place, live } = machineWithConfig();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100_000, size: 'max' }), async (bytes) => {
        await pushConfig(machine.shell(), place, bytes, { expectedSha256: hashOf(live()) });
        expect(live().equals(bytes)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  test('keeps owner and mode', async () => {
    const { configPath, push } = machineWithConfig();
    if (isRoot) chownSync(configPath, 1234, 1235);
    chmodSync(configPath, 0o640);
    const { uid, gid, mode } = statSync(configPath);
    expect(await push()).toMatchObject({ outcome: 'written', file: { uid, gid, mode: 0o640 } });
    expect(statSync(configPath)).toMatchObject({ uid, gid, mode });
    expect(statSync(`${configPath}.before-push`)).toMatchObject({ uid, gid, mode });
  });

  test.runIf(isRoot)('gives what only root can read to the owner of the state directory', async () => {
    const { configPath, place, push } = machineWithConfig();
    chownSync(place.stateDir, 1234, 1235);
    chmodSync(configPath, 0o600);
    expect(await push()).toMatchObject({ outcome: 'written', file: { uid: 1234, gid: 1235, mode: 0o600 } });
  });

  test('of the same bytes changes nothing, whatever was expected', async () => {
    const { machine, place, configPath } = machineWithConfig();
    const { ino } = statSync(configPath);
    const result = await pushConfig(machine.shell(), place, before, { expectedSha256: null });
    expect(result).toMatchObject({ outcome: 'unchanged', file: { sha256: hashOf(before) } });
    expect(statSync(configPath).ino).toBe(ino);
  });

  test('through a symbolic link replaces the file behind it', async () => {
    const { machine, configPath, live, place } = machineWithConfig('/etc/claw/real.json');
    const link = machine.path('/link.json');
    symlinkSync(configPath, link);
    const options = { expectedSha256: hashOf(before) };
    expect(await pushConfig(machine.shell(), { ...place, configPath: link }, after, options)).toMatchObject({
      outcome: 'written',
      file: { path: configPath },
    });
    expect(live()).toEqual(after);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test('works under any path', async () => {
    const { live, files, push } = machineWithConfig(`/it's $HOME; "x"\t*/[a]\n.json`);
    expect(await push()).toMatchObject({ outcome: 'written' });
    expect(live()).toEqual(after);
    expect(files()).toHaveLength(2);
  });
});

describe('a first push', () => {
  test('makes a file that only the owner of the state directory reads', async () => {
    const machine = new MachineFolder();
    const stateDir = machine.addFolder('/state');
    if (isRoot) chownSync(stateDir, 1234, 1235);
    const configPath = `${machine.addFolder('/etc/claw')}/openclaw.json`;
    const { uid, gid } = statSync(stateDir);
    const result = await pushConfig(machine.shell(), { configPath, stateDir }, after, {
      expectedSha256: null,
    });
    expect(result).toMatchObject({ outcome: 'written', file: { uid, gid, mode: 0o600 } });
    expect(readFileSync(configPath)).toEqual(after);
  });

  test('makes the folder, for the owner of the state directory alone', async () => {
    const machine = new MachineFolder();
    const stateDir = machine.addFolder('/state');
    if (isRoot) chownSync(stateDir, 1234, 1235);
    const { uid, gid } = statSync(stateDir);
    const place = { stateDir, configPath: machine.path('/state/more/config/openclaw.json') };
    expect(await pushConfig(machine.shell(), place, after, { expectedSha256: null })).toMatchObject({
      outcome: 'written',
      file: { uid, gid, mode: 0o600 },
    });
    for (const folder of ['/state/more', '/state/more/config']) {
      const facts = statSync(machine.path(folder));
      expect(facts).toMatchObject({ uid, gid });
      expect(facts.mode & 0o777).toBe(0o700);
    }
  });

  test('gives what it makes to the owner of the nearest folder when there is no state directory', async () => {
    const machine = new MachineFolder();
    const volume = machine.addFolder('/data');
    if (isRoot) chownSync(volume, 1234, 1235);
    const { uid, gid } = statSync(volume);
    const stateDir = machine.path('/data/.openclaw');
    const place = { stateDir, configPath: `${stateDir}/openclaw.json` };
    const result = await pushConfig(machine.shell(), place, after, { expectedSha256: null });
    expect(result).toMatchObject({ outcome: 'written', file: { uid, gid } });
    expect(statSync(stateDir)).toMatchObject({ uid, gid });
  });

  test('is a conflict when there is a file by now', async () => {
    const { machine, place, live } = machineWithConfig();
    const result = await pushConfig(machine.shell(), place, after, { expectedSha256: null });
    expect(result).toMatchObject({ outcome: 'conflict', remote: { exists: true, sha256: hashOf(before) } });
    expect(live()).toEqual(before);
  });
});

describe('another writer', () => {
  test('between fetch and push is a conflict', async () => {
    const { machine, place, live, files } = machineWithConfig();
    const result = await pushConfig(machine.shell(), place, after, {
      expectedSha256: hashOf(Buffer.from('{}')),
    });
    expect(result).toMatchObject({ outcome: 'conflict', remote: { sha256: hashOf(before) } });
    expect(live()).toEqual(before);
    expect(files()).toEqual(['openclaw.json']);
  });

  test('during the transfer is a conflict', async () => {
    const { machine, configPath, live, push } = machineWithConfig();
    const PATH = pathWith(machine, 'tee', `"$REAL" "$@"; printf other > '${configPath}'`);
    const result = await push({ env: { PATH } });
    expect(result).toMatchObject({ outcome: 'conflict', remote: { sha256: hashOf(Buffer.from('other')) } });
    expect(live().toString()).toBe('other');
  });

  test('who removed the file is a conflict', async () => {
    const { machine, place } = machineWithConfig();
    const missing = { ...place, configPath: machine.path('/data/other.json') };
    const result = await pushConfig(machine.shell(), missing, after, { expectedSha256: hashOf(before) });
    expect(result).toEqual({ outcome: 'conflict', remote: { exists: false, path: missing.configPath } });
  });
});

describe('staging files of earlier pushes', () => {
  test('whose process is gone or that are old are removed, others stay', async () => {
    const { machine, configPath, files, push } = machineWithConfig();
    machine.addProcess({ pid: 77, command: ['sh', '-c', 'the script', 'sh', 'bbbb', 'cccc'] });
    machine.addProcess({ pid: 78, command: ['somebody', 'else'] });
    machine.write('/data/openclaw.json.push-dddd.78', 'the number was given to another process');
    machine.write('/data/openclaw.json.push-aaaa.76', 'dead');
    machine.write('/data/openclaw.json.push-bbbb.77', 'alive');
    utimesSync(machine.write('/data/openclaw.json.push-cccc.77', 'stuck'), 1_790_000_000, 1_790_000_000);
    machine.write('/data/openclaw.json.bak', 'not ours');
    expect(await push()).toMatchObject({ outcome: 'written' });
    expect(files().map((name) => `${dirname(configPath)}/${name}`)).toEqual([
      configPath,
      `${configPath}.bak`,
      `${configPath}.before-push`,
      `${configPath}.push-bbbb.77`,
    ]);
  });

  test('are removed by the push itself when it is ended by a signal', async () => {
    const { machine, files, live, push } = machineWithConfig();
    const PATH = pathWith(machine, 'sync', 'kill -HUP $PPID');
    expect(await push({ env: { PATH } })).toMatchObject({ outcome: 'refused', reason: 'interrupted' });
    expect(files()).toEqual(['openclaw.json']);
    expect(live()).toEqual(before);
  });
});
