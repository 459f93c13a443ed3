import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Flysim, startFlysim } from '../../flysim/harness.ts';
import { flyctl, flyctlJson, type Ran } from './support/flyctl.ts';

const app = 'deployed';
const service = '[http_service]\ninternal_port = 3000\n';
const mounts = "[mounts]\nsource = 'data'\ndestination = '/data'\n";

let flysim: Flysim;
let machine: string;

beforeAll(async () => {
  flysim = await startFlysim();
  await flysim.createApp(app);
  const volume = { name: 'data', path: '/data' };
  machine = await flysim.createMachine(app, { command: ['sleep', '1000'], volume, internalPort: 3000 });
  await flysim.waitForState(app, machine, 'started');
});
afterAll(() => flysim.stop());

/** Deploys this text from a folder of its own. */
async function deploy(toml: string, ...args: string[]): Promise<Ran> {
  const folder = join(flysim.dir, 'project');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'fly.private.toml'), `app = '${app}'\n${toml}`);
  return flyctl(flysim, ['deploy', '-c', 'fly.private.toml', '--image', 'img:2', '-y', ...args], {
    cwd: folder,
  });
}

interface Shown {
  readonly state: string;
  readonly config: {
    readonly image: string;
    readonly services?: readonly { readonly internal_port: number }[];
    readonly env: object;
    readonly init: object;
  };
}

const shown = async (): Promise<Shown | undefined> =>
  (await flyctlJson<Shown[]>(flysim, ['machine', 'list', '-a', app]))[0];
const types = async (): Promise<string[]> =>
  (await flyctlJson<{ Type: string }[]>(flysim, ['ips', 'list', '-a', app])).map(({ Type }) => Type);

it('takes the services away that the file does not have, and allocates nothing', async () => {
  const ran = await deploy(`[env]\nA = 'b'\n[processes]\napp = 'sleep 999'\n${mounts}`, '--ha=false');
  expect(ran).toMatchObject({ exitCode: 0 });
  expect(ran.stdout).toContain(`Updating existing machines in '${app}' with rolling strategy`);
  expect(ran.stdout).toContain(`[1/1] Machine ${machine} [app] update succeeded`);
  expect(ran.stderr).toContain('==> Verifying app config');
  const now = await shown();
  expect(now).toMatchObject({ state: 'started', config: { image: 'img:2', env: { A: 'b' } } });
  expect(now?.config.init).toEqual({ cmd: ['sleep', '999'] });
  expect(now?.config.services ?? []).toEqual([]);
  expect(await types()).toEqual([]);
  const releases = await flyctlJson<object[]>(flysim, ['releases', '-a', app]);
  expect(releases[0]).toMatchObject({ Version: 2, ImageRef: 'img:2' });
});

it('gives an app with a service public addresses, unless it is told not to', async () => {
  expect((await deploy(service + mounts, '--no-public-ips')).exitCode).toBe(0);
  expect((await shown())?.config.services).toMatchObject([{ internal_port: 3000 }]);
  expect(await types()).toEqual([]);
  expect((await deploy(service + mounts)).exitCode).toBe(0);
  expect(await types()).toEqual(['v6', 'shared_v4']);
});

it('asks before a machine loses its volume, whatever -y says', async () => {
  const ran = await deploy(service);
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr).toContain('does not specify a volume');
  expect(ran.stderr).toMatch(/Error: yes flag must be specified when not running interactively\n$/);
});

it('says which file it does not find, and which app', async () => {
  const missing = await flyctl(flysim, ['deploy', '-c', 'no.toml', '-a', app]);
  expect(missing.stderr).toMatch(/^Error: config file not found at specified path: .*no\.toml/);
  const unknown = await deploy(mounts, '-a', 'unknown');
  expect(unknown.stderr).toMatch(/^Error: the app name unknown could not be found, did you create/);
});
