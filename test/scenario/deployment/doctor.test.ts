import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/errors.ts';
import { Redactor } from '../../../src/core/redact.ts';
import { gather } from '../../../src/deployment/doctor/gather.ts';
import { dataOf, failureOf, type Snapshot } from '../../../src/deployment/doctor/snapshot.ts';
import type { Sources } from '../../../src/deployment/doctor/sources.ts';
import { DeploymentStore } from '../../../src/fly/store.ts';
import { machineExecTransport, sshConsoleTransport } from '../../../src/fly/transports.ts';
import { listMachines } from '../../../src/fly/verbs/machines.ts';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import type { RemoteShell } from '../../../src/remote/shell.ts';
import type { FaultName } from '../../flysim/harness.ts';
import { app, type Fly, startFly } from '../fly/support.ts';

let fly: Fly;
let store: DeploymentStore;
/** What the runner logged before the test. */
let logged: number;
const signal = new AbortController().signal;

beforeAll(async () => {
  fly = await startFly();
  await fly.flysim.allocateIp(app, 'shared_v4');
});
afterAll(() => fly[Symbol.asyncDispose]());
beforeEach(() => {
  store = new DeploymentStore(fly.runner);
  logged = fly.log.length;
});
afterEach(async () => {
  store.dispose();
  await fly.flysim.clearFaults();
});

function sources(): Sources {
  return {
    flyctl: fly.runner,
    locator: { locate: () => Promise.resolve(fly.flysim.flyctl) },
    store,
    env: { FLY_API_TOKEN: 'fo1_of_nobody' },
    redactor: new Redactor(),
    shell: ({ id }) =>
      createRemoteShell([
        machineExecTransport(fly.runner, app, id),
        sshConsoleTransport(fly.runner, app, id),
      ]),
    judgeConfig: (_machine, path, text) =>
      Promise.resolve([
        {
          severity: 'info',
          code: path,
          path: '',
          message: text,
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
        },
      ]),
  };
}

/** The way to a machine that cannot be reached. */
const nowhere: RemoteShell = { run: () => Promise.reject(new Failure('tunnel')) };

/** The commands of flyctl that ran since the test began, without their arguments. */
function commands(): string[] {
  return fly.log.slice(logged).flatMap((line) => /^flyctl ((?:[a-z]+ ?)+)/.exec(line)?.[1]?.trim() ?? []);
}

const reads = [
  'auth whoami',
  'certs list',
  'ips list',
  'logs',
  'machine exec',
  'machine list',
  'secrets list',
  'ssh console',
  'version',
  'volumes list',
];

describe('gathering', () => {
  it('runs each command once, two of them on the machine, and reads what there is', async () => {
    const snapshot = await gather(sources(), { app }, { signal });
    expect(commands().sort()).toEqual(reads);
    expect(snapshot).toMatchObject({
      app,
      flyctl: {
        binary: { data: { path: fly.flysim.flyctl, version: '0.4.87' } },
        account: { data: expect.stringContaining('@') },
        tokenVariable: 'FLY_API_TOKEN',
      },
      machines: { data: [{ id: fly.machine }] },
      machine: { id: fly.machine, state: 'started' },
      addresses: { data: [{ type: 'shared_v4', public: true }] },
      certificates: { data: [] },
      volumes: { data: [{ name: 'openclaw_data' }] },
      secrets: { data: [{ name: 'DISCORD_BOT_TOKEN' }] },
      complaint: {},
      configFindings: [],
    });
    expect(dataOf(snapshot.log)?.map(({ message }) => message)).toContain('the gateway is ready');
    expect(dataOf(snapshot.inspection)?.health.state).toBe('down');
    expect(store.app(app).volumes.data).toHaveLength(1);
  });

  it('looks at once into a machine that is known, and into no other one', async () => {
    await store.load(app, 'machines');
    logged = fly.log.length;
    await fly.flysim.setFault('slow', { verb: 'machine list', ms: 4_000 });
    const snapshot = await gather(sources(), { app }, { signal });
    expect(commands().at(-1)).toBe('machine list');
    expect(commands().sort()).toEqual(reads);
    expect(dataOf(snapshot.inspection)).toBeDefined();
  });

  it('has the configuration judged that it found', async () => {
    const [machine] = await fly.runner.run(listMachines(app));
    const file = join(fly.flysim.volumeFolder(machine?.mounts[0]?.volume ?? ''), 'openclaw.json');
    writeFileSync(file, '{ "gateway": { "mode": "wrong" } }');
    const snapshot = await gather(sources(), { app, machine: fly.machine }, { signal });
    expect(snapshot.configFindings).toMatchObject([
      {
        code: dataOf(snapshot.inspection)?.config?.path,
        message: '{ "gateway": { "mode": "wrong" } }',
      },
    ]);
    expect(dataOf(snapshot.complaint)).toMatch(/gateway\.mode/);
    rmSync(file);
  });

  const broken: readonly (readonly [string, FaultName, (snapshot: Snapshot) => unknown])[] = [
    ['auth whoami', 'not-logged-in', ({ flyctl }) => failureOf(flyctl.account)?.kind],
    ['certs list', 'forbidden', ({ certificates }) => failureOf(certificates)?.kind],
    ['ips list', 'forbidden', ({ addresses }) => failureOf(addresses)?.kind],
    ['logs', 'forbidden', ({ log }) => failureOf(log)?.kind],
    ['machine list', 'forbidden', ({ machines }) => failureOf(machines)?.kind],
    ['secrets list', 'forbidden', ({ secrets }) => failureOf(secrets)?.kind],
    ['volumes list', 'forbidden', ({ volumes }) => failureOf(volumes)?.kind],
  ];

  it.each(broken)('lacks what %s does not tell (%s), and nothing else', async (verb, fault, kindIn) => {
    await store.load(app, 'machines');
    await fly.flysim.setFault(fault, { verb });
    const snapshot = await gather({ ...sources(), shell: () => nowhere }, { app }, { signal });
    const { flyctl, machines, addresses, certificates, volumes, secrets, log } = snapshot;
    const readings = [machines, addresses, certificates, volumes, secrets, log];
    const failed = [flyctl.binary, flyctl.account, ...readings].filter((reading) => failureOf(reading));
    expect(failed).toHaveLength(1);
    expect(kindIn(snapshot)).toBe(fault === 'not-logged-in' ? 'notLoggedIn' : fault);
    expect(snapshot.machine?.id).toBe(fly.machine);
    expect(failureOf(snapshot.inspection)?.kind).toBe('tunnel');
  });

  it('lacks what its OpenClaw would say where the machine cannot be reached for long', async () => {
    await fly.flysim.setFault('tunnel-unavailable', { verb: 'ssh console' });
    const snapshot = await gather(sources(), { app }, { signal });
    expect(failureOf(snapshot.complaint)?.kind).toBe('tunnel');
    expect(dataOf(snapshot.inspection)).toBeDefined();
  });

  it('looks for no machine where there is none to be found', async () => {
    const snapshot = await gather(sources(), { app: 'nobodys-app' }, { signal });
    expect(failureOf(snapshot.machines)?.kind).toBe('notFound');
    expect(snapshot.machine).toBeUndefined();
    expect(snapshot.inspection).toBeUndefined();
    expect(commands()).not.toContain('machine exec');
  });

  it('does not look into a machine that is not started, and takes a log without a line for an empty one', async () => {
    await store.load(app, 'machines');
    const other = await fly.flysim.createMachine(app, { command: ['sleep', '9'], start: false });
    const snapshot = await gather(sources(), { app, machine: other }, { signal });
    expect(snapshot.machine).toMatchObject({ id: other, state: 'created' });
    expect(snapshot.inspection).toBeUndefined();
    expect(snapshot.complaint).toBeUndefined();
    expect(snapshot.log).toEqual({ data: [] });
    await fly.expectNoProcess();
  });

  it('leaves no process when it is cancelled', async () => {
    await fly.flysim.setFault('hang');
    const controller = new AbortController();
    const gathering = gather(sources(), { app }, { signal: controller.signal });
    await expect.poll(() => fly.processes().length).toBe(4);
    controller.abort();
    await expect(gathering).rejects.toMatchObject({ kind: 'cancelled' });
    await fly.expectNoProcess();
  });
});
