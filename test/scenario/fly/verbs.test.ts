import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFlyctl } from '../../../src/fly/binary.ts';
import { LogReader } from '../../../src/fly/logs/reader.ts';
import { followLog } from '../../../src/fly/verbs/logs.ts';
import { listOrganizations, version, whoami } from '../../../src/fly/verbs/account.ts';
import { listApps, status } from '../../../src/fly/verbs/apps.ts';
import { listAddresses } from '../../../src/fly/verbs/ips.ts';
import { listMachines, restartMachine, startMachine, stopMachine } from '../../../src/fly/verbs/machines.ts';
import { machineExec, sshConsole } from '../../../src/fly/verbs/remote.ts';
import { listSecrets, setSecrets } from '../../../src/fly/verbs/secrets.ts';
import { listVolumes } from '../../../src/fly/verbs/volumes.ts';
import { app, type Fly, startFly } from './support.ts';

let fly: Fly;

beforeAll(async () => {
  fly = await startFly();
});
afterAll(() => fly[Symbol.asyncDispose]());

describe('every verb', () => {
  it('is preceded by finding flyctl', async () => {
    const { found } = await findFlyctl({ setting: fly.flysim.flyctl });
    expect(found?.path).toBe(fly.flysim.flyctl);
    expect(found?.version).toBe(await fly.runner.run(version()));
  });

  it('reads the account', async () => {
    expect(await fly.runner.run(whoami())).toEqual({ email: 'ada@example.com' });
    expect(await fly.runner.run(listOrganizations())).toEqual([{ slug: 'personal', name: 'Ada Lovelace' }]);
  });

  it('reads apps and machines', async () => {
    const apps = await fly.runner.run(listApps());
    expect(apps).toMatchObject([{ name: app, organization: 'personal', hostname: `${app}.fly.dev` }]);
    const [machine] = await fly.runner.run(listMachines(app));
    expect(machine).toMatchObject({
      id: fly.machine,
      name: 'gateway',
      app,
      state: 'started',
      command: ['sh', '-c', 'echo the gateway is ready; exec sleep 1000'],
      mounts: [{ path: '/data' }],
      internalPorts: [3000],
      hostStatus: 'ok',
      cordoned: false,
    });
    expect(machine?.env).toMatchObject({ OPENCLAW_STATE_DIR: '/data' });
    expect(machine?.events[0]).toMatchObject({ type: 'start' });
    const { machines, ...current } = await fly.runner.run(status(app));
    expect(current).toMatchObject({ name: app, organization: 'personal' });
    expect(machines.map(({ id }) => id)).toEqual([fly.machine]);
  });

  it('reads addresses, volumes and secrets', async () => {
    await fly.flysim.allocateIp(app, 'shared_v4', '66.241.124.1');
    await fly.flysim.allocateIp(app, 'private_v6');
    expect(await fly.runner.run(listAddresses(app))).toMatchObject([
      { address: '66.241.124.1', type: 'shared_v4', public: true },
      { type: 'private_v6', public: false },
    ]);
    expect(await fly.runner.run(listVolumes(app))).toMatchObject([
      { name: 'openclaw_data', sizeGb: 1, attachedMachine: fly.machine },
    ]);
    expect(await fly.runner.run(listSecrets(app))).toMatchObject([{ name: 'DISCORD_BOT_TOKEN' }]);
  });

  it('sets a secret, staged or on the machines, and leaves its value in no log', async () => {
    const value = `a#b "quoted' \\${'x'.repeat(10)}`;
    const set = async (name: string, options: { readonly stage: boolean }): Promise<void> => {
      for (const verb of setSecrets(app, [{ name, value }], options)) await fly.runner.run(verb);
    };
    await set('STAGED_TOKEN', { stage: true });
    expect(await fly.runner.run(listSecrets(app))).toContainEqual(
      expect.objectContaining({ name: 'STAGED_TOKEN', status: 'Staged' }),
    );
    await set('LIVE_TOKEN', { stage: false });
    await fly.flysim.waitForState(app, fly.machine, 'started');
    const request = { commandLine: 'printenv LIVE_TOKEN', deadlineMs: 10_000 };
    const { stdout } = await fly.runner.run(machineExec(app, fly.machine, request));
    expect(Buffer.from(stdout).toString()).toBe(`${value}\n`);
    expect(fly.log.join('\n')).not.toContain(value);
  });

  it('runs a command line over SSH, with any bytes in and out', async () => {
    const stdin = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    const request = { commandLine: "sh -c 'cat; echo said >&2; exit 3'", stdin, deadlineMs: 20_000 };
    const reply = await fly.runner.run(sshConsole(app, fly.machine, request));
    expect(Buffer.compare(reply.stdout, stdin)).toBe(0);
    expect(Buffer.from(reply.stderr).toString()).toBe('said\n');
  });

  it('runs a command line through the Machines API', async () => {
    const request = { commandLine: "sh -c 'echo out; echo said >&2; exit 3'", deadlineMs: 10_000 };
    const reply = await fly.runner.run(machineExec(app, fly.machine, request));
    expect(Buffer.from(reply.stdout).toString()).toBe('out\n');
    expect(Buffer.from(reply.stderr).toString()).toBe('said\n');
  });

  it('follows the log', async () => {
    const controller = new AbortController();
    const stream = await fly.runner.stream(followLog({ app, machine: fly.machine }), controller);
    const reader = new LogReader();
    for await (const chunk of stream.stdout) {
      const found = reader
        .push(chunk)
        .flat()
        .find(({ message }) => message.includes('the gateway is ready'));
      if (found) {
        expect(found.instance).toBe(fly.machine);
        controller.abort();
      }
    }
    await expect(stream.ended).rejects.toMatchObject({ kind: 'cancelled' });
    await fly.expectNoProcess();
  });

  it('stops, starts and restarts a machine', async () => {
    await fly.runner.run(stopMachine(app, fly.machine));
    await fly.flysim.waitForState(app, fly.machine, 'stopped');
    await fly.runner.run(startMachine(app, fly.machine));
    await fly.flysim.waitForState(app, fly.machine, 'started');
    const before = (await fly.runner.run(listMachines(app)))[0]?.events.length ?? 0;
    await fly.runner.run(restartMachine(app, fly.machine));
    const [machine] = await fly.runner.run(listMachines(app));
    expect(machine?.state).toBe('started');
    expect(machine?.events.length).toBeGreaterThan(before);
  });
});
