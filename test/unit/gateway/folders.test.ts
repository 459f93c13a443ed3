import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { listFolder, maxEntries } from '../../../src/gateway/folders.ts';
import { localTransport } from '../remote/local-transport.ts';
import { MachineFolder } from './machine-folder.ts';
import { pathWithout } from './tools.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

async function namesIn(machine: MachineFolder, path: string): Promise<string[]> {
  const { entries } = await listFolder(machine.shell(), machine.path(path));
  return entries.map(({ name }) => name).sort();
}

describe('a folder', () => {
  test('is listed with kinds, sizes and times', async () => {
    const machine = new MachineFolder();
    const file = machine.write('/data/openclaw.json', '{}\n');
    utimesSync(file, 1_790_000_000, 1_790_000_000);
    machine.addFolder('/data/agents');
    symlinkSync('agents', machine.path('/data/bots'));
    symlinkSync('openclaw.json', machine.path('/data/current.json'));
    symlinkSync('nowhere', machine.path('/data/broken'));
    const { entries, truncated } = await listFolder(machine.shell(), machine.path('/data'));
    expect(truncated).toBe(false);
    expect(Object.fromEntries(entries.map(({ name, kind }) => [name, kind]))).toEqual({
      agents: 'folder',
      bots: 'folder',
      broken: 'link',
      'current.json': 'link',
      'openclaw.json': 'file',
    });
    expect(entries.find(({ name }) => name === 'openclaw.json')).toEqual({
      name: 'openclaw.json',
      kind: 'file',
      size: 3,
      mtimeMs: 1_790_000_000_000,
    });
  });

  test('may hold any name', async () => {
    const machine = new MachineFolder();
    const names = [
      ...['.env', '..hidden', '-rf', '--', '*', '.[!.]*', 'a\nb', '\nfile 1 2 x', 'tab\there', "it's $HOME"],
      ...['"q"', 'back\\slash', 'Grüße 🦞', ' ', '\uFEFF'],
    ];
    for (const name of names) machine.write(join('/data', name), 'x');
    expect(await namesIn(machine, '/data')).toEqual(names.toSorted());
  });

  test('tells of a name that is not UTF-8, which nothing can open', async () => {
    const machine = new MachineFolder();
    const folder = machine.addFolder('/data');
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]), '');
    const { entries } = await listFolder(machine.shell(), folder);
    expect(entries).toMatchObject([{ name: 'caf\uFFFD', kind: 'other' }]);
  });

  test('may be empty', async () => {
    const machine = new MachineFolder();
    const folder = machine.addFolder('/data');
    expect(await listFolder(machine.shell(), folder)).toEqual({ entries: [], truncated: false });
  });

  test('may have any path', async () => {
    const machine = new MachineFolder();
    machine.write(`/it's $HOME; "x"\t*/-n\n/file`, '');
    expect(await namesIn(machine, `/it's $HOME; "x"\t*/-n\n`)).toEqual(['file']);
  });

  test('is listed up to a limit, and says so', async () => {
    const machine = new MachineFolder();
    const folder = machine.addFolder('/data');
    const long = 'x'.repeat(250);
    for (let index = 0; index < maxEntries; index += 1) writeFileSync(join(folder, `${long}${index}`), '');
    const full = await listFolder(machine.shell(), folder);
    expect([full.entries.length, full.truncated]).toEqual([maxEntries, false]);
    writeFileSync(join(folder, 'y'), '');
    const over = await listFolder(machine.shell(), folder);
    expect([over.entries.length, over.truncated]).toEqual([maxEntries, true]);
  });

  test('that is not there is said to be so', async () => {
    const machine = new MachineFolder();
    const failure = { kind: 'failed', detail: expect.stringContaining('There is no folder') };
    await expect(listFolder(machine.shell(), machine.path('/data'))).rejects.toMatchObject(failure);
  });

  test('that is a file is said to be so', async () => {
    const machine = new MachineFolder();
    const file = machine.write('/data', '');
    const failure = { kind: 'failed', detail: expect.stringContaining('is not a folder') };
    await expect(listFolder(machine.shell(), file)).rejects.toMatchObject(failure);
  });

  test.runIf(process.getuid?.() === 0).each([0o700, 0o711, 0o744])(
    'that may not be read (%o) is said to be so',
    async (mode) => {
      const machine = new MachineFolder();
      chmodSync(machine.root, 0o755);
      machine.write('/data/file', '');
      chmodSync(machine.path('/data'), mode);
      const shell = machine.shell(localTransport({ uid: 65_534 }));
      const failure = { kind: 'failed', detail: expect.stringContaining('may not be read') };
      await expect(listFolder(shell, machine.path('/data'))).rejects.toMatchObject(failure);
    },
  );

  test('needs few tools', async () => {
    const machine = new MachineFolder();
    mkdirSync(machine.path('/data'));
    writeFileSync(machine.path('/data/file'), '');
    const PATH = pathWithout(machine, ['find', 'node', 'openssl', 'perl', 'sed', 'sort']);
    const shell = machine.shell(localTransport({ env: { PATH } }));
    expect((await listFolder(shell, machine.path('/data'))).entries).toHaveLength(1);
  });
});
