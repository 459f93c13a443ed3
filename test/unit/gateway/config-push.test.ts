import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi, onTestFinished } from 'vitest';
import { Failure, type FailureKind } from '../../../src/core/errors.ts';
import { hashOf, maxConfigBytes } from '../../../src/gateway/config.ts';
import type { Transport } from '../../../src/remote/transport.ts';
import { changingTransport, type LocalOptions, localTransport } from '../remote/local-transport.ts';
import { MachineFolder } from './machine-folder.ts';
import { after, before, machineWithConfig, pushConfig } from './machine-with-config.ts';
import { pathWith, pathWithout } from './tools.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });
const patiently = { timeout: 20_000 };

const isRoot = process.getuid?.() === 0;
/** Somebody who is not root, as the gateway of the official image is. */
const somebody = isRoot ? 1234 : process.getuid?.();

function mount(...args: string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' });
}

/** Whether file systems of our own can be tried. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mount-'));
  try {
    mount('-t', 'tmpfs', 'tmpfs', folder);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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

describe('a refusal', () => {
  async function expectRefusal(fault: LocalOptions, reason: string, message: string | RegExp) {
    const { live, files, push } = machineWithConfig();
    const result = await push(fault);
    expect(result).toMatchObject({ outcome: 'refused', reason, message: expect.stringMatching(message) });
    expect(result).toMatchObject({ message: expect.stringMatching(/unchanged\.$/) });
    expect(live()).toEqual(before);
    expect(files()).toEqual(['openclaw.json']);
  }

  test('tells a full volume', async () => {
    const PATH = pathWith(new MachineFolder(), 'tee', 'exec "$REAL" /dev/full');
    await expectRefusal({ env: { PATH } }, 'noSpace', 'volume of the machine is full');
  });

  test('tells a read-only file system', async () => {
    const PATH = pathWith(new MachineFolder(), 'tee', 'echo "tee: x: Read-only file system" >&2; exit 1');
    await expectRefusal({ env: { PATH } }, 'readOnly', 'read-only');
  });

  test('tells a tool that is missing', async () => {
    const PATH = pathWithout(new MachineFolder(), ['tee']);
    await expectRefusal({ env: { PATH } }, 'missingTool', 'no “tee”');
  });

  test('tells other words of a tool', async () => {
    const PATH = pathWith(new MachineFolder(), 'mv', 'echo "mv: it is raining" >&2; exit 1');
    await expectRefusal({ env: { PATH } }, 'failed', 'mv: it is raining\\. ');
  });

  test.each([0, 1, after.length - 1])('tells that only %i bytes arrived', async (cutStdin) => {
    await expectRefusal({ cutStdin }, 'incomplete', 'Not all');
  });

  test.runIf(canMount())('tells a volume that really is full, or read-only', async () => {
    const machine = new MachineFolder();
    const configPath = `${machine.addFolder('/data')}/openclaw.json`;
    const volume = dirname(configPath);
    mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', volume);
    onTestFinished(() => void execFileSync('umount', [volume]));
    writeFileSync(configPath, before);
    const filler = `${volume}/filler`;
    execFileSync('sh', ['-c', 'cat /dev/zero > "$1" 2>/dev/null || :', 'sh', filler]);
    const place = { configPath, stateDir: volume };
    const large = Buffer.alloc(20_000, ' ');
    const pushLarge = () => pushConfig(machine.shell(), place, large, { expectedSha256: hashOf(before) });
    expect(await pushLarge()).toMatchObject({ outcome: 'refused', reason: 'noSpace' });
    expect(readdirSync(volume)).toEqual(['filler', 'openclaw.json']);
    rmSync(filler);
    mount('-o', 'remount,ro', volume);
    expect(await pushLarge()).toMatchObject({ outcome: 'refused', reason: 'readOnly' });
    expect(readFileSync(configPath)).toEqual(before);
    mount('-o', 'remount,rw', volume);
    expect(await pushLarge()).toMatchObject({ outcome: 'written' });
  });

  test('tells a user who may not write', async () => {
    const { machine, place, live, files } = machineWithConfig();
    chmodSync(machine.root, 0o755);
    chmodSync(place.stateDir, 0o555);
    // The folder of the test can only be removed by one who may write there.
    onTestFinished(() => chmodSync(place.stateDir, 0o755));
    const shell = machine.shell(localTransport({ ...(isRoot && somebody ? { uid: somebody } : {}) }));
    const result = await pushConfig(shell, place, after, { expectedSha256: hashOf(before) });
    expect(result).toMatchObject({ outcome: 'refused', reason: 'notPermitted' });
    expect(live()).toEqual(before);
    expect(files()).toEqual(['openclaw.json']);
  });

  test('tells a folder in the place of the file', async () => {
    const machine = new MachineFolder();
    const stateDir = machine.addFolder('/data');
    const options = { expectedSha256: null };
    const folder = { stateDir, configPath: machine.addFolder('/data/openclaw.json') };
    expect(await pushConfig(machine.shell(), folder, after, options)).toMatchObject({ reason: 'notAFile' });
  });

  test('tells a configuration of more than 1 MiB without asking the machine', async () => {
    const { machine, place } = machineWithConfig();
    const transport = localTransport();
    const bytes = Buffer.alloc(maxConfigBytes + 1);
    const result = await pushConfig(machine.shell(transport), place, bytes, {
      expectedSha256: hashOf(before),
    });
    expect(result).toMatchObject({ outcome: 'refused', reason: 'tooLarge' });
    expect(transport.calls).toBe(0);
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

describe('a push whose result does not arrive', () => {
  const lost: [string, LocalOptions][] = [
    ['silent exit', { distort: () => Buffer.alloc(0) }],
    ['lost tail', { distort: (stdout) => stdout.subarray(0, -2) }],
    ['cut output', { distort: (stdout) => stdout.subarray(0, 40) }],
    ['timeout', { failAfterwards: new Failure('timeout') }],
    ['broken handle', { failAfterwards: new Failure('failed', { detail: 'The handle is invalid.' }) }],
  ];

  test.each(lost)('(%s) was written when the machine says so', async (_, fault) => {
    const { live, files, push } = machineWithConfig();
    expect(await push(fault)).toMatchObject({ outcome: 'written', file: { sha256: hashOf(after) } });
    expect(live()).toEqual(after);
    expect(files()).toEqual(['openclaw.json', 'openclaw.json.before-push']);
  });

  test.each(lost)('(%s) was not written when the machine says so', async (_, fault) => {
    const { live, files, push } = machineWithConfig();
    expect(await push({ ...fault, cutStdin: 3 })).toMatchObject({
      outcome: 'refused',
      reason: 'interrupted',
    });
    expect(live()).toEqual(before);
    expect(files()).toEqual(['openclaw.json']);
  });

  test.each(lost)('(%s) is a conflict when the file is a third one', async (_, fault) => {
    const { machine, configPath, push } = machineWithConfig();
    const PATH = pathWith(machine, 'tee', `"$REAL" "$@"; printf other > '${configPath}'`);
    const result = await push({ ...fault, env: { PATH } });
    expect(result).toMatchObject({ outcome: 'conflict', remote: { sha256: hashOf(Buffer.from('other')) } });
  });

  test.each(lost)('(%s) is unproven when the machine cannot be asked', async (_, fault) => {
    const { push } = machineWithConfig();
    const result = push(fault, { refuse: new Failure('tunnel') });
    await expect(result).rejects.toMatchObject({ kind: 'unproven' });
  });

  test('cannot be completed any more after the machine was asked', async () => {
    const { machine, configPath, place, live, files } = machineWithConfig();
    const wait = `touch '${machine.path('/arrived')}'; while ls '${configPath}'.push-*; do sleep 0.05; done`;
    const slow = localTransport({ env: { PATH: pathWith(machine, 'sync', wait) } });
    const runs: Promise<unknown>[] = [];
    const exec: Transport['exec'] = async (request) => {
      const run = slow.exec(request);
      runs.push(run);
      if (runs.length > 1) return run;
      await expect.poll(() => readdirSync(machine.root), patiently).toContain('arrived');
      throw new Failure('unproven');
    };
    const options = { expectedSha256: hashOf(before) };
    const result = await pushConfig(machine.shell({ ...slow, exec }), place, after, options);
    expect(result).toMatchObject({ outcome: 'refused', reason: 'interrupted' });
    await Promise.all(runs);
    expect(live()).toEqual(before);
    expect(files()).toEqual(['openclaw.json']);
  });

  test.each([
    ['in the place of a file', 'openclaw.json', before],
    ['where there was none', 'first.json', null],
  ] as const)(
    'and that begins only after the machine was asked is not completed %s',
    async (_, name, old) => {
      const { machine, place } = machineWithConfig();
      const target = { ...place, configPath: `${place.stateDir}/${name}` };
      const local = localTransport();
      const late: (() => Promise<unknown>)[] = [];
      const exec: Transport['exec'] = async (request) => {
        if (late.length > 0) return local.exec(request);
        late.push(() => local.exec(request));
        throw new Failure('unproven');
      };
      const options = { expectedSha256: old && hashOf(old) };
      const result = await pushConfig(machine.shell({ ...local, exec }), target, after, options);
      expect(result).toMatchObject({ outcome: 'refused', reason: 'interrupted' });
      for (const begin of late) await begin();
      expect(readdirSync(place.stateDir)).toEqual(['openclaw.json']);
      expect(readFileSync(place.configPath)).toEqual(before);
    },
  );

  test.each<FailureKind>(['tunnel', 'noStartedMachine', 'notLoggedIn'])(
    '(%s) was not started',
    async (kind) => {
      const { live, push } = machineWithConfig();
      await expect(push({ refuse: new Failure(kind) })).rejects.toMatchObject({ kind });
      expect(live()).toEqual(before);
    },
  );
});

describe('cancelling', () => {
  test('before the file is in place leaves the old one and is told as such', async () => {
    const { machine, place, live, files } = machineWithConfig();
    const abort = new AbortController();
    const PATH = pathWith(machine, 'tee', `"$REAL" "$@"; touch '${machine.path('/arrived')}'; sleep 30`);
    const shell = machine.shell(changingTransport({ env: { PATH } }, {}));
    const pushing = pushConfig(shell, place, after, { expectedSha256: hashOf(before), signal: abort.signal });
    await expect.poll(() => readdirSync(machine.root), patiently).toContain('arrived');
    abort.abort();
    await expect(pushing).rejects.toMatchObject({ kind: 'cancelled' });
    expect(live()).toEqual(before);
    expect(files()).toEqual(['openclaw.json']);
  });

  test('too late tells that the file is written', async () => {
    const { machine, place, live } = machineWithConfig();
    const abort = new AbortController();
    const shell = machine.shell(changingTransport({ hang: true }, {}));
    const pushing = pushConfig(shell, place, after, { expectedSha256: hashOf(before), signal: abort.signal });
    await expect.poll(live, patiently).toEqual(after);
    abort.abort();
    expect(await pushing).toMatchObject({ outcome: 'written' });
  });

  test('before anything started asks nothing of the machine', async () => {
    const { machine, place } = machineWithConfig();
    const transport = localTransport();
    const options = { expectedSha256: hashOf(before), signal: AbortSignal.abort() };
    const pushing = pushConfig(machine.shell(transport), place, after, options);
    await expect(pushing).rejects.toMatchObject({ kind: 'cancelled' });
    expect(transport.calls).toBe(0);
  });
});
