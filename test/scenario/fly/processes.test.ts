import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DeploymentStore } from '../../../src/fly/store.ts';
import { listMachines, startMachine } from '../../../src/fly/verbs/machines.ts';
import { app, type Fly, startFly } from './support.ts';

let fly: Fly;

beforeAll(async () => {
  fly = await startFly();
});
afterAll(() => fly[Symbol.asyncDispose]());
afterEach(() => fly.flysim.clearFaults());

function machineLists(): number {
  return fly.log.filter((line) => line.startsWith('flyctl machine list')).length;
}

async function expectCancelled(runs: readonly Promise<unknown>[]): Promise<void> {
  const cancelled = { status: 'rejected', reason: { kind: 'cancelled' } };
  expect(await Promise.allSettled(runs)).toMatchObject(runs.map(() => cancelled));
}

describe('processes of flyctl', () => {
  it('are at most four, and all are gone when they are cancelled', async () => {
    await fly.flysim.setFault('hang');
    const controller = new AbortController();
    const runs = [1, 2, 3, 4, 5, 6].map((n) =>
      fly.runner.run(listMachines(`app-${n}`), { signal: controller.signal }),
    );
    await expect.poll(() => fly.processes().length).toBe(4);
    const before = machineLists();
    controller.abort();
    await expectCancelled(runs);
    // The two that waited were never started.
    await expect.poll(() => machineLists() - before).toBe(4);
    await fly.expectNoProcess();
  });

  it('are one for reads of the same', async () => {
    await fly.flysim.setFault('slow', { ms: 300 });
    const before = machineLists();
    const all = await Promise.all([1, 2, 3].map(() => fly.runner.run(listMachines(app))));
    expect(all.map((machines) => machines.length)).toEqual([1, 1, 1]);
    expect(machineLists() - before).toBe(1);
  });

  it('are one at a time when they change an app', async () => {
    await fly.flysim.setFault('hang', { verb: 'machine start' });
    const controller = new AbortController();
    const runs = [1, 2].map(() =>
      fly.runner.run(startMachine(app, fly.machine), { signal: controller.signal }),
    );
    await expect.poll(() => fly.processes().length).toBe(1);
    expect(await fly.runner.run(listMachines(app))).toHaveLength(1);
    expect(fly.processes()).toHaveLength(1);
    controller.abort();
    await expectCancelled(runs);
    await fly.expectNoProcess();
  });
});

describe('the store over a real flyctl', () => {
  it('keeps what it read when Fly cannot be reached any more', async () => {
    const store = new DeploymentStore(fly.runner);
    await store.refresh();
    await store.load(app, 'machines');
    expect(store.apps.data).toMatchObject([{ name: app }]);
    expect(store.isOpenClaw(app)).toBe(true);
    await fly.flysim.setFault('offline');
    await store.refresh();
    expect(store.apps).toMatchObject({ data: [{ name: app }], error: { kind: 'offline' } });
    expect(store.app(app).machines).toMatchObject({
      data: [{ id: fly.machine }],
      error: { kind: 'offline' },
    });
    store.dispose();
  });

  it('shows the app of the workspace when the token may not list apps', async () => {
    const store = new DeploymentStore(fly.runner);
    store.knownApps = [app];
    await fly.flysim.setFault('forbidden', { verb: 'apps list' });
    await store.refresh();
    expect(store.apps).toMatchObject({ data: [{ name: app }], error: { kind: 'forbidden' } });
    expect(store.app(app).machines.data).toHaveLength(1);
    store.dispose();
  });

  it('ends its reads when it is disposed', async () => {
    await fly.flysim.setFault('hang');
    const store = new DeploymentStore(fly.runner);
    const refresh = store.refresh();
    await expect.poll(() => fly.processes().length).toBe(1);
    store.dispose();
    await refresh;
    await fly.expectNoProcess();
  });
});
