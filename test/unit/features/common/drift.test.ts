import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Drift } from '../../../../src/features/common/drift.ts';
import { DeploymentStore } from '../../../../src/fly/store.ts';
import type { Flyctl } from '../../../../src/fly/flyctl.ts';
import { ConfigHistory } from '../../../../src/gateway/config-history.ts';
import { output } from '../../fly/verbs/printed.ts';
import { MachineFolder } from '../../gateway/machine-folder.ts';
import { type LocalTransport, localTransport } from '../../remote/local-transport.ts';

// Real processes run, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

const mine = Buffer.from('{ "gateway": { "mode": "local" } }');
const other = '{ "gateway": { "mode": "remote" } }';
const app = 'one';
const machine = 'd89';

let state = 'started';
let folder: MachineFolder;
let history: ConfigHistory;
let transport: LocalTransport;
let store: DeploymentStore;
let drift: Drift;
let changes: unknown[];

/** Prints one machine, whose configuration is in the folder of the test. */
const flyctl: Flyctl = {
  run: (verb) => {
    const env = { OPENCLAW_STATE_DIR: folder.path('/data') };
    return Promise.resolve(
      verb.parse(output(JSON.stringify([{ id: machine, state, config: { env, image: 'openclaw' } }]))),
    );
  },
  stream: () => Promise.reject(new Error('Nothing is streamed.')),
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  state = 'started';
  folder = new MachineFolder();
  folder.write('/data/openclaw.json', mine);
  const historyFolder = folder.path('/history');
  history = new ConfigHistory(historyFolder);
  transport = localTransport();
  store = new DeploymentStore(flyctl);
  store.knownApps = [app];
  drift = new Drift({ store, historyFolder, log: () => undefined, shell: () => folder.shell(transport) });
  onTestFinished(() => drift.dispose());
  changes = [];
  drift.onDidChange(({ id }) => changes.push(id));
  await store.load(app, 'machines');
});

afterEach(() => {
  vi.useRealTimers();
});

async function push(bytes: Uint8Array): Promise<void> {
  const path = folder.path('/data/openclaw.json');
  await history.record({ app, machine, path }, bytes, { origin: 'pushed' });
}

async function watch(): Promise<void> {
  drift.watched = true;
  await drift.check();
}

test('a machine whose configuration was changed elsewhere has drifted', async () => {
  await push(mine);
  await watch();
  expect(drift.of(app, machine)).toBe(false);
  folder.write('/data/openclaw.json', other);
  await drift.check({ fresh: true });
  expect(drift.of(app, machine)).toBe(true);
  expect(changes).toEqual([machine, machine]);
});

test('nothing is run while nobody watches, for nothing pushed, or on a machine that is stopped', async () => {
  await watch();
  drift.watched = false;
  await push(mine);
  await drift.check({ fresh: true });
  state = 'stopped';
  await store.load(app, 'machines');
  await watch();
  expect(transport.calls).toBe(0);
  expect(drift.of(app, machine)).toBeUndefined();
});

test('a machine is asked once in five minutes, and again after a push', async () => {
  await push(mine);
  await watch();
  await drift.check();
  expect(transport.calls).toBe(1);
  vi.setSystemTime(Date.now() + 5 * 60_000);
  await drift.check();
  expect(transport.calls).toBe(2);
  folder.write('/data/openclaw.json', other);
  await push(Buffer.from(other));
  await drift.check();
  expect(transport.calls).toBe(3);
  expect(drift.of(app, machine)).toBe(false);
});

test('a machine that cannot be asked is what it was', async () => {
  await push(mine);
  folder.write('/data/openclaw.json', other);
  await watch();
  transport = { ...transport, exec: () => Promise.reject(new Error('No connection.')) };
  await drift.check({ fresh: true });
  expect(drift.of(app, machine)).toBe(true);
});
