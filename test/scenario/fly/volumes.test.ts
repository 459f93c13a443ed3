import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot, Volume } from '../../../src/fly/model.ts';
import { sshConsoleTransport } from '../../../src/fly/transports.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { listReleases } from '../../../src/fly/verbs/releases.ts';
import { createSnapshot, listSnapshots } from '../../../src/fly/verbs/snapshots.ts';
import {
  createVolume,
  destroyVolume,
  extendVolume,
  forkVolume,
  listVolumes,
} from '../../../src/fly/verbs/volumes.ts';
import { diskUse } from '../../../src/gateway/disk-use.ts';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import { app, type Fly, startFly } from './support.ts';

const region = 'iad';
const noVolume = 'vol_doesnotexist';

let fly: Fly;
/** The volume that the machine has. */
let own: Volume;

const volumes = (): Promise<readonly Volume[]> => fly.runner.run(listVolumes(app));
const snapshots = (volume: string): Promise<readonly Snapshot[]> =>
  fly.runner.run(listSnapshots(app, volume));

async function volume(id: string): Promise<Volume | undefined> {
  return (await volumes()).find((each) => each.id === id);
}

/** Waits until the volume can be used, and reads a file of it. */
async function contentOf(id: string, file: string): Promise<string> {
  await expect.poll(async () => (await volume(id))?.state, { timeout: 10_000 }).toBe('created');
  return readFileSync(join(fly.flysim.volumeFolder(id), file), 'utf8');
}

async function madeSnapshot(): Promise<Snapshot> {
  await fly.runner.run(createSnapshot(app, own.id));
  await expect.poll(async () => (await snapshots(own.id))[0]?.status, { timeout: 10_000 }).toBe('created');
  const [newest] = await snapshots(own.id);
  if (!newest) throw new Error('There is no snapshot.');
  return newest;
}

beforeAll(async () => {
  fly = await startFly();
  const [first] = await volumes();
  if (!first) throw new Error('The machine has no volume.');
  own = first;
  const folder = join(fly.flysim.volumeFolder(own.id), 'agents');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'memory.md'), 'as it was');
});
afterAll(() => fly[Symbol.asyncDispose]());

describe('a volume', () => {
  it('grows, and flyctl says whether the machine has to be restarted', async () => {
    expect(await fly.runner.run(extendVolume(app, own.id, 2))).toEqual({ needsRestart: false });
    await fly.flysim.changeVolume(own.id, { extendNeedsRestart: true });
    expect(await fly.runner.run(extendVolume(app, own.id, 3))).toEqual({ needsRestart: true });
    expect(await volume(own.id)).toMatchObject({ sizeGb: 3, attachedMachine: fly.machine });
  });

  it('is not made smaller', async () => {
    const failure = { kind: 'failed', detail: expect.stringContaining('can only be increased') };
    await expect(fly.runner.run(extendVolume(app, own.id, 1))).rejects.toMatchObject(failure);
    const noSize = { kind: 'failed', detail: 'Volume size must be specified' };
    await expect(fly.runner.run(extendVolume(app, own.id, 0))).rejects.toMatchObject(noSize);
  });

  it('is copied as it is, in another region under another name', async () => {
    const copy = await fly.runner.run(forkVolume(app, own.id, { name: 'openclaw_copy', region: 'fra' }));
    expect(copy).toMatchObject({ name: 'openclaw_copy', region: 'fra', sizeGb: 3 });
    expect(copy).not.toHaveProperty('attachedMachine');
    expect(await contentOf(copy.id, 'agents/memory.md')).toBe('as it was');
  });

  it('is not copied while its host is unavailable', async () => {
    await fly.flysim.changeVolume(own.id, { hostStatus: 'unreachable' });
    const failure = {
      kind: 'failed',
      detail: expect.stringContaining('a host that is currently unavailable'),
    };
    const fork = forkVolume(app, own.id, { name: 'openclaw_copy', region });
    await expect(fly.runner.run(fork)).rejects.toMatchObject(failure);
    await fly.flysim.changeVolume(own.id, { hostStatus: 'ok' });
  });

  it('is made again from a snapshot of what it held then', async () => {
    const before = await snapshots(own.id);
    const snapshot = await madeSnapshot();
    expect(await snapshots(own.id)).toHaveLength(before.length + 1);
    expect(snapshot).toMatchObject({ status: 'created', retentionDays: 5 });
    expect(snapshot.sizeBytes).toBeGreaterThan(0);
    writeFileSync(join(fly.flysim.volumeFolder(own.id), 'agents/memory.md'), 'as it is now');
    const options = { name: own.name, region, sizeGb: 3, snapshot: snapshot.id };
    const restored = await fly.runner.run(createVolume(app, options));
    expect(await contentOf(restored.id, 'agents/memory.md')).toBe('as it was');
    expect(await volume(own.id)).toHaveProperty('attachedMachine', fly.machine);
  });

  it('is not made of a snapshot that does not exist', async () => {
    const options = { name: own.name, region, sizeGb: 1, snapshot: 'vs_doesnotexist' };
    const failure = { kind: 'failed', detail: expect.stringContaining('snapshot not found') };
    await expect(fly.runner.run(createVolume(app, options))).rejects.toMatchObject(failure);
  });

  it('is destroyed without a question, and leaves its snapshots', async () => {
    const spare = await fly.runner.run(createVolume(app, { name: 'spare', region, sizeGb: 1 }));
    await fly.runner.run(createSnapshot(app, spare.id));
    await fly.runner.run(destroyVolume(app, spare.id));
    expect(await volume(spare.id)).toBeUndefined();
    expect(await snapshots(spare.id)).toHaveLength(1);
  });

  it('is not destroyed while it is that of a machine', async () => {
    const failure = {
      kind: 'failed',
      detail: expect.stringContaining(`volume is currently bound to machine: ${fly.machine}`),
    };
    await expect(fly.runner.run(destroyVolume(app, own.id))).rejects.toMatchObject(failure);
    expect(await volume(own.id)).toBeDefined();
  });

  it('that does not exist is not changed, and the failure says so', async () => {
    const verbs = [
      extendVolume(app, noVolume, 3),
      forkVolume(app, noVolume, { name: 'copy', region }),
      destroyVolume(app, noVolume),
      createSnapshot(app, noVolume),
      listSnapshots(app, noVolume),
    ];
    for (const verb of verbs) {
      const failure = { kind: 'failed', detail: expect.stringContaining(`volume not found: '${noVolume}'`) };
      await expect(fly.runner.run<unknown>(verb)).rejects.toMatchObject(failure);
    }
  });

  it('is left alone by an account that may not change it', async () => {
    await fly.flysim.setFault('forbidden');
    const failure = { kind: 'forbidden', facts: { app } };
    await expect(fly.runner.run(extendVolume(app, own.id, 9))).rejects.toMatchObject(failure);
    await expect(fly.runner.run(destroyVolume(app, own.id))).rejects.toMatchObject(failure);
    await fly.flysim.clearFaults();
    expect(await volume(own.id)).toMatchObject({ sizeGb: 3 });
  });

  it('is as full as its machine says', async () => {
    const shell = createRemoteShell([sshConsoleTransport(fly.runner, app, fly.machine)]);
    const [machine] = await fly.runner.run(listMachines(app));
    const use = await diskUse(shell, machine?.mounts[0]?.path ?? '');
    expect(use.totalBytes).toBeGreaterThan(use.usedBytes);
    await expect(diskUse(shell, '/nowhere')).rejects.toMatchObject({ kind: 'failed' });
  });
});

describe('releases', () => {
  it('are told newest first, and an app without any has none', async () => {
    expect(await fly.runner.run(listReleases(app))).toMatchObject([
      { version: 1, status: 'complete', user: 'ada@example.com', inProgress: false },
    ]);
    await fly.flysim.createApp('bare');
    expect(await fly.runner.run(listReleases('bare'))).toEqual([]);
  });
});
