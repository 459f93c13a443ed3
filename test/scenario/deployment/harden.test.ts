import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planPublic } from '../../../src/deployment/harden/make-public.ts';
import { chosenSteps, type ExposurePlan, planPrivate } from '../../../src/deployment/harden/plan.ts';
import { readStanding } from '../../../src/deployment/harden/read.ts';
import { PlanRun, verdictOn } from '../../../src/deployment/harden/run.ts';
import type { Standing, TomlSource } from '../../../src/deployment/harden/standing.ts';
import { DeploymentStore } from '../../../src/fly/store.ts';
import { machineExecTransport, sshConsoleTransport } from '../../../src/fly/transports.ts';
import { allocateAddress, listAddresses, releaseAddress } from '../../../src/fly/verbs/ips.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import { volumeFolderOf } from '../../demo/flyctl.ts';
import { app, type Fly, startFly } from '../fly/support.ts';

const flyToml = `# Fly.io's configuration.
app = '${app}'
[env]
  OPENCLAW_STATE_DIR = '/data'
  OPENCLAW_GATEWAY_PORT = '3000'
[processes]
  app = 'sleep 1000'
[http_service]
  internal_port = 3000
[mounts]
  source = 'openclaw_data'
  destination = '/data'
`;

const origins = ['https://my-openclaw.fly.dev', 'http://localhost:3000', 'http://127.0.0.1:3000'];
const config = {
  gateway: {
    auth: { mode: 'token', token: '\${OPENCLAW_GATEWAY_TOKEN}' },
    controlUi: { allowedOrigins: origins },
  },
  channels: { line: { enabled: true } },
};

let fly: Fly;
let store: DeploymentStore;
let folder: string;
let signal: AbortSignal;

beforeAll(async () => {
  fly = await startFly();
  store = new DeploymentStore(fly.runner);
  folder = join(fly.flysim.dir, 'workspace');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(await volumeFolderOf(fly.flysim, app), 'openclaw.json'), JSON.stringify(config));
});
afterAll(async () => {
  store.dispose();
  await fly[Symbol.asyncDispose]();
});

/** Every test begins with a public app. */
beforeEach(async () => {
  signal = new AbortController().signal;
  await fly.flysim.clearFaults();
  for (const { address } of await fly.runner.run(listAddresses(app))) {
    await fly.runner.run(releaseAddress(app, address));
  }
  await fly.flysim.allocateIp(app, 'v6', '2001:db8::18');
  await fly.flysim.allocateIp(app, 'shared_v4', '203.0.113.24');
});

function read(
  tomls: readonly TomlSource[] = [{ folder, file: 'fly.toml', text: flyToml }],
): Promise<Standing> {
  const shell = ({ id }: { readonly id: string }) =>
    createRemoteShell(
      [machineExecTransport(fly.runner, app, id), sshConsoleTransport(fly.runner, app, id)],
      () => undefined,
    );
  return readStanding({ flyctl: fly.runner, store, shell }, { app, tomls }, { signal });
}

/** A run of the ticked steps, and of those that are named. */
function runOf(plan: ExposurePlan, ...others: readonly string[]): PlanRun {
  const ticked = plan.steps.filter(({ picked }) => picked).map(({ id }) => id);
  const hands = {
    flyctl: fly.runner,
    writeFile: ({ folder: root, file, after }: { folder: string; file: string; after: string }) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), after);
      return Promise.resolve();
    },
    pushConfig: () => Promise.reject(new Error('Nothing is to be pushed.')),
  };
  return new PlanRun(hands, chosenSteps(plan, new Set([...ticked, ...others])));
}

const go = (run: PlanRun): Promise<void> => run.go({ signal, begins: () => undefined });
const types = async (): Promise<readonly string[]> =>
  (await fly.runner.run(listAddresses(app))).map(({ type }) => type);

describe('an address', () => {
  it('is allocated in each kind, and released', async () => {
    for (const kind of ['private_v6', 'v4'] as const) await fly.runner.run(allocateAddress(app, kind));
    expect(await types()).toEqual(['v6', 'shared_v4', 'private_v6', 'v4']);
    await fly.runner.run(releaseAddress(app, '2001:db8::18'));
    expect(await types()).toEqual(['shared_v4', 'private_v6', 'v4']);
    await expect(fly.runner.run(releaseAddress(app, '2001:db8::18'))).rejects.toMatchObject({
      detail: expect.stringContaining('Could not find IP address'),
    });
  });
});

describe('Harden to Private', () => {
  it('reads how the app stands', async () => {
    const standing = await read();
    expect(standing).toMatchObject({ app, port: 3000, config: { text: JSON.stringify(config) } });
    expect(standing.machine?.id).toBe(fly.machine);
    expect(standing.image).toMatch(/debian/);
    expect(planPrivate(standing).warnings.map(({ code }) => code)).toEqual([
      'names',
      'webhook',
      'public-toml',
      'live-services',
    ]);
  });

  it('leaves nothing but a private address, a file to deploy with, and nothing more to do', async () => {
    const run = runOf(planPrivate(await read()), 'deploy');
    await go(run);
    const addresses = await fly.runner.run(listAddresses(app));
    expect(verdictOn(addresses)).toMatchObject({ isPrivate: true, closed: [{ type: 'private_v6' }] });
    const [machine] = await fly.runner.run(listMachines(app));
    expect(machine).toMatchObject({
      state: 'started',
      services: [],
      env: { OPENCLAW_STATE_DIR: expect.any(String) },
    });
    const text = readFileSync(join(folder, 'fly.private.toml'), 'utf8');
    expect(text).not.toContain('http_service');
    const hardened = await read([
      { folder, file: 'fly.toml', text: flyToml },
      { folder, file: 'fly.private.toml', text },
    ]);
    expect(planPrivate(hardened).steps).toEqual([]);
  });

  it('stops where flyctl fails, goes on from there, and believes the list of addresses alone', async () => {
    await fly.flysim.setFault('rate-limited', { verb: 'ips release', times: 1 });
    const run = runOf(planPrivate(await read()));
    await expect(go(run)).rejects.toMatchObject({ kind: 'rateLimited' });
    expect(run.done.map(({ id }) => id)).toEqual(['toml']);
    expect(await types()).toEqual(['v6', 'shared_v4']);
    await go(run);
    expect(run.left).toEqual([]);
    expect(await types()).toEqual(['private_v6']);
    await fly.flysim.allocateIp(app, 'v4', '203.0.113.99');
    const verdict = verdictOn(await store.read(app, 'addresses', {}));
    expect(verdict).toMatchObject({ isPrivate: false, open: [{ address: '203.0.113.99' }] });
  });

  it('is planned without the gateway where its machine cannot be asked', async () => {
    await fly.flysim.setFault('tunnel-unavailable');
    await fly.flysim.setFault('forbidden', { verb: 'machine exec' });
    const plan = planPrivate(await read());
    expect(plan.warnings.map(({ code }) => code)).toContain('config-unread');
    expect(plan.steps.map(({ id }) => id)).toContain('release:203.0.113.24');
  });

  it('ends with a cancellation in the middle of a step', async () => {
    await fly.flysim.setFault('hang', { verb: 'ips release' });
    const controller = new AbortController();
    const run = runOf(planPrivate(await read()));
    const ended = run.go({
      signal: controller.signal,
      begins: ({ id }) => {
        if (id.startsWith('release')) setImmediate(() => controller.abort());
      },
    });
    await expect(ended).rejects.toMatchObject({ kind: 'cancelled' });
    expect(run.left[0]?.id).toBe('release:2001:db8::18');
    await fly.expectNoProcess();
  });
});

describe('Make Public Again', () => {
  it('brings the addresses and the service back', async () => {
    await go(runOf(planPrivate(await read()), 'deploy'));
    writeFileSync(join(folder, 'fly.toml'), flyToml);
    await go(runOf(planPublic(await read())));
    expect(await types()).toEqual(['private_v6', 'shared_v4', 'v6']);
    const [machine] = await fly.runner.run(listMachines(app));
    expect(machine?.services).toMatchObject([{ internalPort: 3000 }]);
  });
});
