import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { hashOf, maxConfigBytes } from '../../../src/gateway/config.ts';
import { type LocalOptions, localTransport } from '../remote/local-transport.ts';
import { MachineFolder } from './machine-folder.ts';
import { after, before, machineWithConfig, pushConfig } from './machine-with-config.ts';
import { pathWith, pathWithout } from './tools.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

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
