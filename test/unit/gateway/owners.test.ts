import { chownSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changeOwners, findForeign } from '../../../src/gateway/owners.ts';
import { MachineFolder } from './machine-folder.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

/** Only root can give files away; everybody else keeps what they have. */
const isRoot = process.getuid?.() === 0;
const owner = isRoot
  ? { uid: 1234, gid: 1235 }
  : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

let machine: MachineFolder;
let stateDir: string;
let foreign: string;
let outside: string;

beforeEach(() => {
  machine = new MachineFolder();
  foreign = machine.write("/data/it's %20 state/agents/odd\nname", 'left by root');
  outside = machine.write('/data/other', 'of somebody else');
  stateDir = machine.path("/data/it's %20 state");
  machine.addFolder("/data/it's %20 state/lost+found");
  const own = machine.write("/data/it's %20 state/openclaw.json", '{}');
  for (const path of [stateDir, own, machine.path("/data/it's %20 state/agents")])
    chownSync(path, owner.uid, owner.gid);
});

function change(paths: readonly string[]): ReturnType<typeof changeOwners> {
  return changeOwners(machine.shell(), { stateDir, paths, ...owner });
}

describe('files of another user than the state directory', () => {
  test('are found whatever their name, without what the file system made', async () => {
    const found = await findForeign(machine.shell(), { stateDir });
    expect(found.owner).toEqual(owner);
    expect(found.files).toEqual(isRoot ? [{ path: foreign, uid: 0, gid: 0 }] : []);
    expect(found.truncated).toBe(false);
  });

  test('are told to be more than were asked for', async () => {
    const found = await findForeign(machine.shell(), { stateDir }, { limit: 0 });
    expect(found).toMatchObject({ files: [], truncated: isRoot });
  });

  test('cannot be found in a folder that is not there', async () => {
    const shell = machine.shell();
    await expect(findForeign(shell, { stateDir: '/no/such' })).rejects.toMatchObject({ kind: 'failed' });
  });

  test('are given to its owner, and whose they were is written down', async () => {
    const before = lstatSync(foreign);
    expect(await change([foreign])).toEqual([{ path: foreign, outcome: 'changed', detail: '' }]);
    expect(lstatSync(foreign)).toMatchObject(owner);
    const [note = ''] = readdirSync(stateDir).filter((name) => name.startsWith('owners-before-'));
    expect(readFileSync(`${stateDir}/${note}`, 'utf8')).toBe(`${before.uid}:${before.gid} ${foreign}\n`);
    expect(lstatSync(`${stateDir}/${note}`).mode & 0o777).toBe(0o600);
  });

  test('that are gone are no trouble', async () => {
    expect(await change([`${stateDir}/gone`])).toMatchObject([{ outcome: 'missing' }]);
  });
});

describe('what is not below the state directory', () => {
  const mine = (): object => ({ uid: process.getuid?.(), gid: process.getgid?.() });

  test.each(['', '/', '/../other', '//agents', '/agents/..', '/agents/'])(
    'is refused without asking the machine: %j',
    async (end) => {
      const changed = await changeOwners(
        { run: () => Promise.reject(new Error('asked')) },
        { stateDir, paths: [`${stateDir}${end}`], ...owner },
      );
      expect(changed).toMatchObject([{ outcome: 'refused' }]);
    },
  );

  test('is refused when a link leads there', async () => {
    symlinkSync(machine.path('/data'), `${stateDir}/link`);
    expect(await change([`${stateDir}/link/other`])).toMatchObject([{ outcome: 'refused' }]);
    expect(lstatSync(outside)).toMatchObject(mine());
  });

  test('stays as it is when a link to it is given away', async () => {
    symlinkSync(outside, `${stateDir}/link`);
    expect(await change([`${stateDir}/link`])).toMatchObject([{ outcome: 'changed' }]);
    expect(lstatSync(`${stateDir}/link`)).toMatchObject(owner);
    expect(lstatSync(outside)).toMatchObject(mine());
  });
});
