import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Failure, type FailureKind, toFailure } from '../../../src/core/errors.ts';
import { explain } from '../../../src/core/explain.ts';
import type { Verb } from '../../../src/fly/flyctl.ts';
import { followLog } from '../../../src/fly/verbs/logs.ts';
import { listApps, status } from '../../../src/fly/verbs/apps.ts';
import { listAddresses } from '../../../src/fly/verbs/ips.ts';
import { listMachines, restartMachine, stopMachine } from '../../../src/fly/verbs/machines.ts';
import { machineExec, sshConsole } from '../../../src/fly/verbs/remote.ts';
import type { FaultName } from '../../flysim/harness.ts';
import { app, type Fly, startFly } from './support.ts';

let fly: Fly;

beforeAll(async () => {
  fly = await startFly();
});
afterAll(() => fly[Symbol.asyncDispose]());
afterEach(() => fly.flysim.clearFaults());

const command = { commandLine: "sh -c 'echo ran'", deadlineMs: 20_000 };
const ssh = (): Verb<unknown> => sshConsole(app, fly.machine, command);
const exec = (): Verb<unknown> => machineExec(app, fly.machine, command);

async function failureOf(verb: Verb<unknown>): Promise<Failure> {
  const failure: unknown = await fly.runner.run(verb).then(() => undefined, toFailure);
  if (!(failure instanceof Failure)) throw new Error(`flyctl ${verb.args.join(' ')} did not fail`);
  return failure;
}

describe('a fault of Fly', () => {
  it.each<[FaultName, string, () => Verb<unknown>, FailureKind, RegExp]>([
    ['not-logged-in', 'apps', listApps, 'notLoggedIn', /^flyctl is not signed in to Fly\.io\./],
    ['not-logged-in', 'ssh', ssh, 'notLoggedIn', /Sign in, then try again\.$/],
    ['app-not-found', 'machines', () => listMachines(app), 'notFound', /^my-openclaw was not found/],
    ['app-not-found', 'ssh', ssh, 'notFound', / of my-openclaw was not found/],
    ['forbidden', 'machines', () => listMachines(app), 'forbidden', /may not do that with my-openclaw/],
    ['forbidden', 'addresses', () => listAddresses(app), 'forbidden', /may not do that with my-openclaw/],
    ['forbidden', 'apps', listApps, 'forbidden', /may not do that\. Sign in/],
    ['rate-limited', 'status', () => status(app), 'rateLimited', /^Fly\.io asks to slow down\./],
    ['rate-limited', 'addresses', () => listAddresses(app), 'rateLimited', /try again\.$/],
    ['offline', 'apps', listApps, 'offline', /^Fly\.io cannot be reached\./],
    ['offline', 'machines', () => listMachines(app), 'offline', /^Fly\.io cannot be reached\./],
    ['offline', 'ssh', ssh, 'offline', /^Fly\.io cannot be reached\./],
    ['tunnel-unavailable', 'ssh', ssh, 'tunnel', / of my-openclaw could not be set up, so nothing was run/],
    ['no-started-machine', 'ssh', ssh, 'noStartedMachine', / of my-openclaw is not started/],
  ])('%s, on %s', async (fault, _name, verb, kind, sentence) => {
    await fly.flysim.setFault(fault);
    const failure = await failureOf(verb());
    expect(failure.kind).toBe(kind);
    expect(failure.detail).not.toBe('');
    expect(explain(failure).sentence).toMatch(sentence);
    await fly.expectNoProcess();
    await fly.flysim.clearFaults();
    await fly.runner.run(verb());
  });

  it('lease-held: says who holds it and until when, and the machine is as it was', async () => {
    await fly.flysim.setFault('lease-held', { ms: 100, times: 1 });
    const failure = await failureOf(stopMachine(app, fly.machine));
    expect(failure).toMatchObject({
      kind: 'leaseHeld',
      facts: {
        holder: expect.stringMatching(/@tokens\.fly\.io$/),
        expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
        machine: fly.machine,
        app,
      },
    });
    expect(explain(failure).sentence).toContain(`${fly.machine} of ${app}`);
    expect((await fly.runner.run(listMachines(app)))[0]?.state).toBe('started');
    await fly.expectNoProcess();
  });

  it('slow: takes longer and succeeds', async () => {
    await fly.flysim.setFault('slow', { ms: 500 });
    expect(await fly.runner.run(listMachines(app))).toHaveLength(1);
  });

  it('hang: is ended at the deadline', async () => {
    await fly.flysim.setFault('hang');
    const failure = await failureOf({ ...restartMachine(app, fly.machine), deadlineMs: 700 });
    expect(failure.kind).toBe('timeout');
    expect(explain(failure).sentence).toBe('flyctl machine restart gave no result within 1 s and was ended.');
    await fly.expectNoProcess();
  });

  it('on a stopped machine: nothing can be run over SSH, and a start is offered', async () => {
    const stopped = await fly.flysim.createMachine(app, { command: ['sleep', '1000'], start: false });
    const failure = await failureOf(sshConsole(app, stopped, command));
    expect(failure.kind).toBe('noStartedMachine');
    expect(explain(failure).steps[0]).toBe('startMachine');
  });

  it('on a machine that is gone', async () => {
    const failure = await failureOf(machineExec(app, 'd00000000000', command));
    expect(failure.kind).toBe('notFound');
    expect(explain(failure).sentence).toContain('d00000000000 of my-openclaw');
  });
});

describe('a fault of machine exec', () => {
  it.each<[FaultName, FailureKind]>([
    ['forbidden', 'forbidden'],
    ['offline', 'offline'],
    ['rate-limited', 'rateLimited'],
    ['app-not-found', 'notFound'],
  ])('%s', async (fault, kind) => {
    await fly.flysim.setFault(fault);
    expect((await failureOf(exec())).kind).toBe(kind);
    await fly.expectNoProcess();
  });
});

describe('a fault of the log', () => {
  it.each<[FaultName, FailureKind]>([
    ['not-logged-in', 'notLoggedIn'],
    ['app-not-found', 'notFound'],
    ['forbidden', 'forbidden'],
    ['rate-limited', 'rateLimited'],
    ['offline', 'offline'],
  ])('%s', async (fault, kind) => {
    await fly.flysim.setFault(fault);
    const { signal } = new AbortController();
    const { ended } = await fly.runner.stream(followLog({ app }), { signal });
    await expect(ended).rejects.toMatchObject({ kind, facts: { app, command: 'flyctl logs' } });
    await fly.expectNoProcess();
  });

  it('log-stream-end: ends as a good run does', async () => {
    await fly.flysim.setFault('log-stream-end');
    const { signal } = new AbortController();
    const stream = await fly.runner.stream(followLog({ app }), { signal });
    let bytes = 0;
    for await (const chunk of stream.stdout) bytes += chunk.length;
    await expect(stream.ended).resolves.toBeUndefined();
    expect(bytes).toBeGreaterThan(0);
  });
});
