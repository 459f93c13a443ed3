import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostEnvironment, loginShellPath } from '../../../src/fly/binary-host.ts';
import { findFlyctl, findOthers, type SearchEnvironment } from '../../../src/fly/binary.ts';
import type { Identity } from '../../../src/fly/identity.ts';
import { FakeFlyctl } from './fake-flyctl.ts';

const flyctl: Identity = { kind: 'flyctl', version: '0.4.87' };

/** A computer with these programs on it, which counts what was asked of it. */
function computer(
  programs: Readonly<Record<string, Identity>>,
  extra: Partial<SearchEnvironment> = {},
): SearchEnvironment & { readonly probed: string[] } {
  const probed: string[] = [];
  return {
    probed,
    platform: 'linux',
    path: '/usr/bin:/bin',
    home: '/home/me',
    exists: (path) => Promise.resolve(path in programs),
    resolve: (path) => Promise.resolve(path),
    probe: (path) => {
      probed.push(path);
      return Promise.resolve(programs[path] ?? { kind: 'unknown', words: '' });
    },
    loginShellPath: () => Promise.resolve(undefined),
    ...extra,
  };
}

describe('findFlyctl', () => {
  it('takes the setting first', async () => {
    const here = computer({ '/opt/flyctl': flyctl, '/usr/bin/flyctl': flyctl });
    const { found, looked } = await findFlyctl({ setting: '/opt/flyctl', ...here });
    expect(found).toEqual({ path: '/opt/flyctl', version: '0.4.87' });
    expect(looked).toEqual([{ place: 'Setting', path: '/opt/flyctl', verdict: 'flyctl 0.4.87' }]);
    expect(here.probed).toEqual(['/opt/flyctl']);
  });

  it('understands ~ in the setting', async () => {
    const { found } = await findFlyctl({
      setting: ' ~/bin/flyctl ',
      ...computer({ '/home/me/bin/flyctl': flyctl }),
    });
    expect(found?.path).toBe('/home/me/bin/flyctl');
  });

  it('says what is wrong with the setting and looks on', async () => {
    const { found, looked } = await findFlyctl({
      setting: '/gone/flyctl',
      ...computer({ '/usr/bin/flyctl': flyctl }),
    });
    expect(found?.path).toBe('/usr/bin/flyctl');
    expect(looked[0]).toEqual({ place: 'Setting', path: '/gone/flyctl', verdict: 'not there' });
  });

  it('prefers flyctl anywhere on PATH to fly', async () => {
    const { found } = await findFlyctl(computer({ '/usr/bin/fly': flyctl, '/bin/flyctl': flyctl }));
    expect(found?.path).toBe('/bin/flyctl');
  });

  it('passes over the fly of Concourse and says so', async () => {
    const here = computer({ '/usr/bin/fly': { kind: 'concourse' }, '/home/me/.fly/bin/flyctl': flyctl });
    const { found, looked } = await findFlyctl(here);
    expect(found?.path).toBe('/home/me/.fly/bin/flyctl');
    expect(looked.find(({ path }) => path === '/usr/bin/fly')?.verdict).toContain('Concourse');
  });

  it('never runs anything from a relative folder', async () => {
    const here = computer(
      { 'bin/flyctl': flyctl, './flyctl': flyctl, flyctl },
      { path: 'bin:.::/usr/bin', exists: () => Promise.resolve(true) },
    );
    await findFlyctl({ setting: './flyctl', ...here });
    expect(here.probed.filter((path) => !path.startsWith('/'))).toEqual([]);
  });

  it.each([
    '/home/me/.fly/bin/flyctl',
    '/opt/homebrew/bin/flyctl',
    '/usr/local/bin/fly',
    '/home/me/.local/bin/flyctl',
  ])('looks where installers put it: %s', async (path) => {
    expect((await findFlyctl(computer({ [path]: flyctl }))).found?.path).toBe(path);
  });

  it('asks the login shell last, and only when nothing was found', async () => {
    let asked = 0;
    const loginShellPath = (): Promise<string> => {
      asked++;
      return Promise.resolve('/nix/bin:/usr/bin');
    };
    const { found } = await findFlyctl(computer({ '/nix/bin/flyctl': flyctl }, { loginShellPath }));
    expect(found?.path).toBe('/nix/bin/flyctl');
    await findFlyctl(computer({ '/usr/bin/flyctl': flyctl }, { loginShellPath }));
    expect(asked).toBe(1);
  });

  it('tells every place once, with a verdict, when there is none', async () => {
    const here = computer(
      { '/usr/bin/fly': { kind: 'unknown', words: 'fly: bad option' } },
      { loginShellPath: () => Promise.resolve('/usr/bin:/usr/local/bin') },
    );
    const { found, looked } = await findFlyctl(here);
    expect(found).toBeUndefined();
    const paths = looked.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(looked.find(({ path }) => path === '/usr/bin/fly')?.verdict).toContain('fly: bad option');
    expect(looked.every(({ place, verdict }) => place !== '' && verdict !== '')).toBe(true);
  });

  it('knows how Windows names and separates things', async () => {
    const windows = (path: string, programs: readonly string[]) =>
      findFlyctl(
        computer(Object.fromEntries(programs.map((program) => [program, flyctl])), {
          platform: 'win32',
          path,
          home: 'C:\\Users\\me',
        }),
      );
    const onPath = await windows('C:\\Windows;"D:\\fly tools"', ['D:\\fly tools\\flyctl.exe']);
    expect(onPath.found?.path).toBe('D:\\fly tools\\flyctl.exe');
    const usual = await windows('', ['C:\\Users\\me\\.fly\\bin\\flyctl.exe']);
    expect(usual.found?.path).toBe('C:\\Users\\me\\.fly\\bin\\flyctl.exe');
    const relative = await windows('tools;\\tools;D:tools', [
      'tools\\flyctl.exe',
      '\\tools\\flyctl.exe',
      'D:tools\\flyctl.exe',
    ]);
    expect(relative.found).toBeUndefined();
  });
});

describe('findOthers', () => {
  const used = { path: '/usr/bin/flyctl', version: '0.4.87' };
  const older: Identity = { kind: 'flyctl', version: '0.3.1' };

  it('finds those of another version, and asks no program twice', async () => {
    const programs = {
      '/usr/bin/flyctl': flyctl,
      '/usr/bin/fly': flyctl,
      '/bin/flyctl': flyctl,
      '/home/me/.fly/bin/flyctl': older,
      '/home/me/.fly/bin/fly': older,
      '/usr/local/bin/fly': { kind: 'concourse' } as const,
    };
    const links: Readonly<Record<string, string>> = {
      '/usr/bin/fly': '/usr/bin/flyctl',
      '/home/me/.fly/bin/fly': '/home/me/.fly/bin/flyctl',
    };
    const here = computer(programs, { resolve: (path) => Promise.resolve(links[path] ?? path) });
    expect(await findOthers(used, here)).toEqual([{ path: '/home/me/.fly/bin/flyctl', version: '0.3.1' }]);
    expect(here.probed).toEqual(['/bin/flyctl', '/home/me/.fly/bin/flyctl', '/usr/local/bin/fly']);
  });
});

describe('this computer', () => {
  it('finds a real executable by what it answers', async () => {
    using fake = new FakeFlyctl();
    const result = await findFlyctl({
      path: fake.folder,
      home: '/nowhere',
      loginShellPath: () => Promise.resolve(''),
    });
    expect(result.found).toEqual({ path: fake.path, version: '0.4.87' });
  });

  it('does not take a folder or a file without permission for a program', async () => {
    using fake = new FakeFlyctl();
    chmodSync(fake.path, 0o644);
    const { exists } = hostEnvironment();
    expect(await exists(fake.path)).toBe(false);
    expect(await exists(fake.folder)).toBe(false);
    expect(await exists(join(fake.folder, 'none'))).toBe(false);
  });

  it('says why a program could not be run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'broken-'));
    const path = join(folder, 'flyctl');
    writeFileSync(path, '#!/nowhere/interpreter\n', { mode: 0o755 });
    expect(await hostEnvironment().probe(path)).toMatchObject({
      kind: 'unknown',
      words: expect.stringContaining('ENOENT'),
    });
    rmSync(folder, { recursive: true });
  });

  it('reads the PATH of a shell whatever its start-up files print', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shell-'));
    const shell = join(folder, 'shell');
    writeFileSync(
      shell,
      '#!/bin/sh\necho Welcome!\nexport PATH="$PATH:/only/here"\nshift 2\nexec /bin/sh "$@"\n',
      { mode: 0o755 },
    );
    expect((await loginShellPath(shell))?.split(':')).toContain('/only/here');
    expect(await loginShellPath(undefined)).toBeUndefined();
    expect(await loginShellPath('/bin/false')).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});
