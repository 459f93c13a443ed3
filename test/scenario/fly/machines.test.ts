import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Failure, toFailure } from '../../../src/core/errors.ts';
import { explain } from '../../../src/core/explain.ts';
import type { Verb } from '../../../src/fly/flyctl.ts';
import { memoryLimits } from '../../../src/fly/machine-size.ts';
import type { Machine } from '../../../src/fly/model.ts';
import { viewLease } from '../../../src/fly/verbs/leases.ts';
import { cloneMachine } from '../../../src/fly/verbs/machine-clone.ts';
import { updateMachine } from '../../../src/fly/verbs/machine-update.ts';
import {
  cordonMachine,
  destroyMachine,
  listMachines,
  startMachine,
  stopMachine,
  suspendMachine,
  uncordonMachine,
} from '../../../src/fly/verbs/machines.ts';
import { listRegions, listSizes } from '../../../src/fly/verbs/platform.ts';
import { listVolumes } from '../../../src/fly/verbs/volumes.ts';
import { app, type Fly, startFly } from './support.ts';

let fly: Fly;

beforeAll(async () => {
  fly = await startFly();
});
afterAll(() => fly[Symbol.asyncDispose]());
afterEach(() => fly.flysim.clearFaults());

const idle = ['sh', '-c', 'exec sleep 1000'];

async function failureOf(verb: Verb<unknown>): Promise<Failure> {
  const failure: unknown = await fly.runner.run(verb).then(() => undefined, toFailure);
  if (!(failure instanceof Failure)) throw new Error(`flyctl ${verb.args.join(' ')} did not fail`);
  return failure;
}

async function machineOf(id: string): Promise<Machine> {
  const machine = (await fly.runner.run(listMachines(app))).find((each) => each.id === id);
  if (!machine) throw new Error(`no machine ${id}`);
  return machine;
}

async function another(spec: Parameters<Fly['flysim']['createMachine']>[1]): Promise<string> {
  const id = await fly.flysim.createMachine(app, spec);
  if (spec.start !== false) await fly.flysim.waitForState(app, id, 'started');
  return id;
}

describe('a machine', () => {
  it('is suspended, and started again', async () => {
    await fly.runner.run(suspendMachine(app, fly.machine));
    await fly.flysim.waitForState(app, fly.machine, 'suspended');
    expect((await machineOf(fly.machine)).events[0]).toMatchObject({ type: 'suspend', status: 'suspended' });
    await fly.runner.run(startMachine(app, fly.machine));
    await fly.flysim.waitForState(app, fly.machine, 'started');
  });

  it('is cordoned while it runs, and uncordoned', async () => {
    await fly.runner.run(cordonMachine(app, fly.machine));
    expect(await machineOf(fly.machine)).toMatchObject({ cordoned: true, state: 'started' });
    await fly.runner.run(uncordonMachine(app, fly.machine));
    expect((await machineOf(fly.machine)).cordoned).toBe(false);
  });

  it('is not destroyed while it is started, unless that is asked for', async () => {
    const id = await another({ command: idle });
    const failure = await failureOf(destroyMachine(app, id));
    expect(explain(failure).sentence).toContain('currently started, either stop first or use --force');
    await fly.runner.run(destroyMachine(app, id, { force: true }));
    expect((await fly.runner.run(listMachines(app))).map((each) => each.id)).not.toContain(id);
  });

  it('is destroyed after a stop that waits, and leaves its volume', async () => {
    const id = await another({ command: idle, volume: { name: 'kept', path: '/data' } });
    await fly.runner.run(stopMachine(app, id, { waitSeconds: 30 }));
    expect((await machineOf(id)).state).toBe('stopped');
    await fly.runner.run(destroyMachine(app, id));
    const kept = (await fly.runner.run(listVolumes(app))).find(({ name }) => name === 'kept');
    expect(kept).toBeDefined();
    expect(kept?.attachedMachine).toBeUndefined();
  });

  it('is gone when it is destroyed a second time', async () => {
    const id = await another({ command: idle, start: false });
    await fly.runner.run(destroyMachine(app, id));
    expect(await failureOf(destroyMachine(app, id))).toMatchObject({
      kind: 'notFound',
      facts: { app, machine: id },
    });
  });
});

describe('a clone', () => {
  it('runs the same in another region, with a volume that is empty', async () => {
    const [original] = (await fly.runner.run(listVolumes(app))).filter(
      ({ attachedMachine }) => attachedMachine === fly.machine,
    );
    writeFileSync(join(fly.flysim.volumeFolder(original?.id ?? ''), 'openclaw.json'), '{}');
    await fly.runner.run(cloneMachine(app, fly.machine, { region: 'fra', name: 'second' }));
    const copy = (await fly.runner.run(listMachines(app))).find(({ name }) => name === 'second');
    const source = await machineOf(fly.machine);
    expect(copy).toMatchObject({ region: 'fra', command: source.command, services: source.services });
    const volume = copy?.mounts[0]?.volume ?? '';
    expect(volume).not.toBe(source.mounts[0]?.volume);
    expect(existsSync(join(fly.flysim.volumeFolder(volume), 'openclaw.json'))).toBe(false);
    expect(await fly.runner.run(listVolumes(app))).toContainEqual(
      expect.objectContaining({ id: volume, region: 'fra', attachedMachine: copy?.id }),
    );
    await fly.runner.run(destroyMachine(app, copy?.id ?? '', { force: true }));
  });

  it('is not made where Fly has no room', async () => {
    await fly.flysim.setFault('no-capacity');
    const failure = await failureOf(cloneMachine(app, fly.machine));
    expect(failure).toMatchObject({
      kind: 'noCapacity',
      detail: expect.stringContaining('insufficient memory available'),
    });
    expect(explain(failure).sentence).toMatch(/^Fly has no room for .* clone it into another region\.$/);
    expect(await fly.runner.run(listMachines(app))).toHaveLength(1);
  });
});

describe('the size of a machine', () => {
  it('is one of those that flyctl lists, which bring their own memory', async () => {
    const sizes = await fly.runner.run(listSizes());
    const size = sizes.find(({ name }) => name === 'shared-cpu-4x');
    await fly.runner.run(updateMachine(app, fly.machine, { size: 'shared-cpu-4x' }));
    expect(await machineOf(fly.machine)).toMatchObject({ cpus: 4, memoryMb: size?.memoryMb });
    await fly.runner.run(updateMachine(app, fly.machine, { size: 'performance-1x', memoryMb: 4_096 }));
    expect(await machineOf(fly.machine)).toMatchObject({ cpuKind: 'performance', cpus: 1, memoryMb: 4_096 });
  });

  it.each([
    ['too low', (min: number) => min / 2],
    ['too high', (_: number, max: number) => max * 2],
    ['invalid memory size', (min: number) => min + 100],
  ])('may not have memory that is %s', async (words, memory) => {
    const { min, max } = memoryLimits(await machineOf(fly.machine)) ?? { min: 0, max: 0 };
    const before = await machineOf(fly.machine);
    const failure = await failureOf(updateMachine(app, fly.machine, { memoryMb: memory(min, max) }));
    expect(explain(failure).sentence).toContain(words);
    expect((await machineOf(fly.machine)).updatedAt).toBe(before.updatedAt);
  });

  it('has only what Fly calls so', async () => {
    const failure = await failureOf(updateMachine(app, fly.machine, { size: 'shared-cpu-3x' }));
    expect(explain(failure).sentence).toContain("invalid machine size requested, 'shared-cpu-3x'");
  });
});

it('lists regions by their names', async () => {
  expect(await fly.runner.run(listRegions())).toContainEqual({ code: 'fra', name: 'Frankfurt, Germany' });
});

describe('a machine whose host is lost', () => {
  it('is not changed, and comes back as it was', async () => {
    const before = await machineOf(fly.machine);
    await fly.flysim.setHostStatus(app, fly.machine, 'unreachable');
    expect(await machineOf(fly.machine)).toMatchObject({ hostStatus: 'unreachable', env: before.env });
    const failure = await failureOf(updateMachine(app, fly.machine, { env: { A: '1' } }));
    expect(failure.kind).toBe('hostUnreachable');
    expect(explain(failure).sentence).toContain(`The host of ${fly.machine} of ${app} cannot be reached`);
    await fly.flysim.setHostStatus(app, fly.machine, 'ok');
    expect(await machineOf(fly.machine)).toEqual({ ...before, updatedAt: expect.any(String) });
  });
});

it('is not started where Fly has no room', async () => {
  const id = await another({ command: idle, start: false });
  await fly.flysim.setFault('no-capacity', { times: 1 });
  expect((await failureOf(startMachine(app, id))).kind).toBe('noCapacity');
  await fly.runner.run(destroyMachine(app, id));
});

describe('a lease that somebody else holds', () => {
  it('is nobody’s as a rule', async () => {
    expect(await fly.runner.run(viewLease(app, fly.machine))).toBeUndefined();
  });

  it('is told with its holder and its end', async () => {
    await fly.flysim.setFault('lease-held', { ms: 50 });
    const lease = await fly.runner.run(viewLease(app, fly.machine));
    expect(lease?.owner).toMatch(/@tokens\.fly\.io$/);
    expect(lease?.expiresAt).toBeGreaterThan(Date.now());
  });

  it.each<[string, () => Verb<unknown>]>([
    ['suspend', () => suspendMachine(app, fly.machine)],
    ['cordon', () => cordonMachine(app, fly.machine)],
    ['update', () => updateMachine(app, fly.machine, { memoryMb: 2_048 })],
    ['destroy', () => destroyMachine(app, fly.machine, { force: true })],
  ])('is looked up when flyctl does not name who holds it: %s', async (_, verb) => {
    await fly.flysim.setFault('lease-unnamed', { ms: 50 });
    const failure = await failureOf(verb());
    expect(failure).toMatchObject({
      kind: 'leaseHeld',
      facts: { app, machine: fly.machine, holder: expect.stringMatching(/@tokens\.fly\.io$/) },
    });
    expect(Date.parse(failure.facts.expiresAt ?? '')).toBeGreaterThan(Date.now());
    expect(explain(failure)).toMatchObject({
      sentence: expect.stringMatching(/@tokens\.fly\.io works on .* until /),
      steps: expect.arrayContaining(['retry']),
    });
    expect((await machineOf(fly.machine)).state).toBe('started');
  });
});
