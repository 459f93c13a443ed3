import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flysim, startFlysim } from '../../flysim/harness.ts';
import { flyctl, flyctlJson, type Ran } from './support/flyctl.ts';

let flysim: Flysim;

beforeAll(async () => {
  flysim = await startFlysim();
});
afterAll(() => flysim.stop());

function fly(...args: string[]): Promise<Ran> {
  return flyctl(flysim, args);
}

describe('the account', () => {
  it('has a version of flyctl, a user and organizations', async () => {
    expect((await fly('version')).stdout).toMatch(
      /^flyctl v\d+\.\d+\.\d+ linux\/\w+ Commit: \w+ BuildDate: \S+\n$/,
    );
    expect(JSON.parse((await fly('version', '--json')).stdout)).toMatchObject({
      Name: 'flyctl',
      OS: 'linux',
      Environment: 'production',
    });
    expect((await fly('auth', 'whoami')).stdout).toBe('ada@example.com\n');
    expect((await fly('auth', 'whoami', '--json')).stdout).toBe('{\n    "email": "ada@example.com"\n}\n');
    expect(await flyctlJson(flysim, ['orgs', 'list'])).toEqual({ personal: 'Ada Lovelace' });
  });

  it('is left by logout, entered by a token, and login needs a terminal', async () => {
    await fly('auth', 'logout');
    const denied = "Error: no access token available. Please login with 'flyctl auth login'\n";
    expect(await fly('apps', 'list')).toEqual({ exitCode: 1, stdout: '', stderr: denied });
    const withToken = await flyctl(flysim, ['apps', 'list'], { env: { FLY_API_TOKEN: 'FlyV1 fm2_x' } });
    expect(withToken.exitCode).toBe(0);
    const hidden = { FLY_ACCESS_TOKEN: '', FLY_API_TOKEN: 'FlyV1 fm2_x' };
    expect((await flyctl(flysim, ['apps', 'list'], { env: hidden })).stderr).toBe(denied);
    expect((await fly('auth', 'login')).stderr).toMatch(
      /^Error: fly auth login requires an interactive terminal/,
    );
    expect((await flyctl(flysim, ['version'])).exitCode).toBe(0);

    await flysim.stop();
    flysim = await startFlysim();
  });
});

describe('apps', () => {
  it('are made, listed and destroyed', async () => {
    expect((await fly('apps', 'list')).stdout).toBe('No apps found\n');
    expect((await fly('apps', 'list', '--json')).stdout).toBe('[]\n');
    expect(await fly('apps', 'create', 'made')).toEqual({
      exitCode: 0,
      stdout: 'New app created: made\n',
      stderr: 'automatically selected personal organization: Ada Lovelace\n',
    });
    const taken = await fly('apps', 'create', 'made', '-o', 'personal');
    expect(taken.stderr).toContain('Name has already been taken');
    const [app] = await flyctlJson<Record<string, unknown>[]>(flysim, ['apps', 'list']);
    expect(app).toMatchObject({
      ID: 'made',
      Name: 'made',
      Status: 'pending',
      Deployed: false,
      Hostname: 'made.fly.dev',
      PlatformVersion: 'machines',
      Organization: { Slug: 'personal', Name: 'Ada Lovelace' },
      CurrentRelease: null,
      Secrets: null,
    });
    const asked = await fly('apps', 'destroy', 'made');
    expect(asked).toMatchObject({
      exitCode: 1,
      stderr:
        'Destroying an app is not reversible.\nError: yes flag must be specified when not running interactively\n',
    });
    expect((await fly('apps', 'destroy', 'made', '-y')).stdout).toBe('Destroyed app made\n');
    const gone = await fly('status', '-a', 'made');
    expect(gone.stderr).toMatch(
      /^Error: failed to get app: failed to run query.* \}: Could not find App "made"\n$/,
    );
  });

  it('have no releases and no machines at first, spelt as Go spells nothing', async () => {
    await flysim.createApp('bare');
    expect((await fly('releases', '-a', 'bare', '--json')).stdout).toBe('null\n');
    expect((await fly('machine', 'list', '-a', 'bare', '--json')).stdout).toBe('[]\n');
    expect((await fly('machine', 'list', '-a', 'bare')).stdout).toBe(
      'No machines are available on this app bare\n',
    );
    expect((await fly('secrets', 'list', '-a', 'bare', '--json')).stdout).toBe('[]\n');
    expect((await fly('volumes', 'list', '-a', 'bare', '--json')).stdout).toBe('[]\n');
    const status = await flyctlJson<object>(flysim, ['status', '-a', 'bare']);
    expect(Object.keys(status)).toEqual([...Object.keys(status)].sort());
    expect(status).toMatchObject({
      Name: 'bare',
      Machines: [],
      Organization: { Slug: 'personal', Name: '' },
    });
  });

  it('are named by the flag before the variable before fly.toml', async () => {
    for (const name of ['by-flag', 'by-variable', 'by-file']) await flysim.createApp(name);
    const cwd = mkdtempSync(join(tmpdir(), 'toml-'));
    writeFileSync(join(cwd, 'fly.toml'), 'app = "by-file"\n');
    const env = { FLY_APP: 'by-variable' };
    const nameOf = async (ran: Promise<Ran>): Promise<unknown> =>
      (JSON.parse((await ran).stdout) as { Name: string }).Name;
    expect(await nameOf(flyctl(flysim, ['status', '--json', '-a', 'by-flag'], { cwd, env }))).toBe('by-flag');
    expect(await nameOf(flyctl(flysim, ['status', '--json'], { cwd, env }))).toBe('by-variable');
    expect(await nameOf(flyctl(flysim, ['status', '--json'], { cwd }))).toBe('by-file');
    expect(await nameOf(flyctl(flysim, ['status', '--json', '-c', cwd]))).toBe('by-file');
    expect((await fly('status')).stderr).toMatch(/^Error: the config for your app is missing an app name/);
    expect((await fly('status', '-c', '/nowhere/fly.toml')).stderr).toBe(
      'Error: config file not found at specified path: /nowhere/fly.toml (also tried: /nowhere/fly.toml/fly.toml)\n',
    );
    writeFileSync(join(cwd, 'fly.toml'), 'app = \n');
    const broken = await flyctl(flysim, ['status', '-a', 'by-flag'], { cwd });
    expect(broken.stderr).toMatch(/^Error: failed loading app config from .*fly\.toml: /);
    rmSync(cwd, { recursive: true });
  });
});

describe('addresses', () => {
  it('are allocated, listed and released', async () => {
    await flysim.createApp('addressed');
    expect(await flysim.allocateIp('addressed', 'v4', '203.0.113.9')).toBe('203.0.113.9');
    const paid = await fly('ips', 'allocate-v4', '-a', 'addressed');
    expect(paid.stderr).toBe('Error: yes flag must be specified when not running interactively\n');
    expect((await fly('ips', 'allocate-v4', '--shared', '-a', 'addressed')).exitCode).toBe(0);
    expect((await fly('ips', 'allocate-v6', '--private', '-a', 'addressed')).exitCode).toBe(0);
    const listed = await flyctlJson<{ Address: string; Type: string; ID: string }[]>(flysim, [
      ...['ips', 'list', '-a', 'addressed'],
    ]);
    expect(listed.map(({ Type }) => Type)).toEqual(['v4', 'shared_v4', 'private_v6']);
    expect(listed[1]).toMatchObject({ ID: '', CreatedAt: '0001-01-01T00:00:00Z' });
    expect((await fly('ips', 'release', '203.0.113.9', '-a', 'addressed')).stdout).toBe(
      'Released 203.0.113.9 from addressed\n',
    );
    expect((await fly('ips', 'release', 'nonsense', '-a', 'addressed')).stderr).toBe(
      "Error: Invalid IP address: 'nonsense'\n",
    );
    expect(await flyctlJson<object[]>(flysim, ['ips', 'list', '-a', 'addressed'])).toHaveLength(2);
  });
});

describe('volumes', () => {
  it('are created, shown and listed', async () => {
    await flysim.createApp('stored');
    const noRegion = await fly('volumes', 'create', 'data', '-a', 'stored', '-y');
    expect(noRegion.stderr).toBe('Error: region code must be specified when not running interactively\n');
    const created = await flyctlJson<{ id: string }>(flysim, [
      ...['volumes', 'create', 'data', '-a', 'stored', '-y', '-r', 'fra', '-s', '3'],
    ]);
    expect(created).toMatchObject({
      name: 'data',
      state: 'created',
      size_gb: 3,
      region: 'fra',
      encrypted: true,
      attached_machine_id: null,
      attached_alloc_id: null,
    });
    expect(await flyctlJson(flysim, ['volumes', 'show', created.id])).toEqual(created);
    expect(await flyctlJson(flysim, ['vol', 'ls', '-a', 'stored'])).toEqual([created]);
  });

  it('ask what they cannot be told without a terminal', async () => {
    const [volume] = await flyctlJson<{ id: string }[]>(flysim, ['volumes', 'list', '-a', 'stored']);
    const id = volume?.id ?? '';
    const first = await fly('volumes', 'create', 'another', '-a', 'stored', '-r', 'fra');
    expect(first.stderr).toMatch(/Error: yes flag must be specified when not running interactively\n$/);
    const destroyed = await fly('volumes', 'destroy', id);
    expect(destroyed.stderr).toBe(
      'Deleting a volume is not reversible.\nError: yes flag must be specified when not running interactively\n',
    );
    for (const command of ['extend', 'fork', 'destroy']) {
      const { stderr } = await fly(
        'volumes',
        command,
        '-a',
        'stored',
        ...(command === 'extend' ? ['-s', '9'] : []),
      );
      expect(stderr).toBe('Error: volume ID must be specified when not running interactively\n');
    }
    expect(await flyctlJson(flysim, ['volumes', 'list', '-a', 'stored'])).toEqual([volume]);
  });

  it('grow by an amount, and are destroyed softly', async () => {
    const [volume] = await flyctlJson<{ id: string }[]>(flysim, ['volumes', 'list', '-a', 'stored']);
    const id = volume?.id ?? '';
    expect(await flyctlJson(flysim, ['volumes', 'extend', id, '-a', 'stored', '-s', '+2'])).toMatchObject({
      size_gb: 5,
    });
    expect((await fly('volumes', 'snaps', 'ls', id)).stderr).toBe(
      `No snapshots available for volume ${id}\n`,
    );
    const { stdout } = await fly('volumes', 'destroy', id, '-y');
    expect(stdout).toBe(`Destroyed volume ID: ${id} name: data\n`);
    expect(await flyctlJson(flysim, ['volumes', 'list', '-a', 'stored'])).toEqual([]);
    expect(await flyctlJson(flysim, ['volumes', 'list', '-a', 'stored', '--all'])).toMatchObject([
      { id, state: 'pending_destroy' },
    ]);
  });
});

describe('secrets', () => {
  interface Secret {
    readonly name: string;
    readonly status: string;
  }
  const app = 'secretive';
  const statuses = async (): Promise<Record<string, string>> => {
    const secrets = await flyctlJson<Secret[]>(flysim, ['secrets', 'list', '-a', app]);
    return Object.fromEntries(secrets.map(({ name, status }) => [name, status]));
  };
  const seen = async (): Promise<string> =>
    (await fly('ssh', 'console', '-q', '-a', app, '-C', `sh -c 'echo $FIRST,$SECOND'`)).stdout.trim();

  it('wait for the first deployment, then for a deploy unless they are not staged', async () => {
    await flysim.createApp(app);
    expect((await fly('secrets', 'set', 'FIRST=1', '-a', app)).stdout).toBe(
      'Secrets are staged for the first deployment\n',
    );
    expect((await fly('secrets', 'deploy', '-a', app)).stderr).toBe(
      'Error: no machines available to deploy\n',
    );
    const machine = await flysim.createMachine(app, { command: ['sleep', '1000'] });
    await flysim.waitForState(app, machine, 'started');
    expect(await seen()).toBe('1,');
    expect(await statuses()).toEqual({ FIRST: 'Deployed' });

    const staged = await flyctl(flysim, ['secrets', 'import', '--stage', '-a', app], {
      stdin: 'FIRST="1#2"\nSECOND=two # comment\n',
    });
    expect(staged).toMatchObject({ exitCode: 0, stderr: '' });
    expect(staged.stdout).toMatch(/^Secrets have been staged, but not set on VMs\./);
    await fly('machine', 'restart', machine, '-a', app);
    expect(await seen()).toBe('1,');
    expect(await statuses()).toEqual({ FIRST: 'Staged', SECOND: 'Staged' });

    const deployed = await fly('secrets', 'deploy', '-a', app);
    expect(deployed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await seen()).toBe('1#2,two');
    expect(await statuses()).toEqual({ FIRST: 'Deployed', SECOND: 'Deployed' });

    await flyctl(flysim, ['secrets', 'set', 'SECOND=-', '-a', app], { stdin: '  second \n' });
    expect(await seen()).toBe('1#2,second');
    expect((await fly('secrets', 'unset', 'FIRST', 'UNKNOWN', '-a', app)).exitCode).toBe(0);
    expect(await seen()).toBe(',second');
  });

  it('are never printed', async () => {
    const ran = await flyctl(flysim, ['secrets', 'import', '-a', app], { stdin: 'SECOND=hunter2\n' });
    expect(ran.exitCode).toBe(0);
    const printed = [
      ran,
      await fly('secrets', 'list', '-a', app),
      await fly('machine', 'list', '-a', app, '--json'),
    ];
    expect(printed.map(({ stdout, stderr }) => stdout + stderr).join('')).not.toContain('hunter2');
  });

  it('need pairs', async () => {
    expect((await fly('secrets', 'set', 'FIRST', '-a', app)).stderr).toBe(
      "Error: 'FIRST': must be in the format NAME=VALUE\n",
    );
    const empty = await flyctl(flysim, ['secrets', 'import', '-a', app], { stdin: '# nothing\n' });
    expect(empty.stderr).toBe('Error: requires at least one SECRET=VALUE pair\n');
  });
});
